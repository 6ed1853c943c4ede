package org.cunjian.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cunjian.config.SiteConfig;
import org.cunjian.config.Theme;
import org.cunjian.content.ArticleId;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private static final SiteConfig CONFIG = new SiteConfig(
            new SiteConfig.Identity("村鉴", "", "", "", "zh-Hans", Optional.<URI>empty()),
            new SiteConfig.Publishing(false, 120, true),
            new SiteConfig.Listing(20),
            new SiteConfig.Look("#22624b"),
            List.of(new Theme("huanjing", "人居环境", List.of()), new Theme("dangjian", "党建引领", List.of())));

    private static final String GRAPES = "村里种葡萄。葡萄架下请农技员教剪枝，葡萄熟了直播卖，冷链车运葡萄，剪枝和冷链都有补贴。直播间里果农自己说。";
    private static final String GRAPES_TOO = "葡萄滞销那年，果农学会直播。如今葡萄冷链直送，冬天剪枝，夏天直播，葡萄酒也酿起来，剪枝比赛年年办，冷链越铺越远。";
    private static final String TOILETS = "旱厕改水厕，化粪池统一清掏。化粪池满了打电话，清掏车上门，水厕干净，旱厕不再。清掏费村里补一半。";

    private static KnowledgeBase kb(List<Case> cases) {
        return new KnowledgeBaseBuilder(CONFIG).addCases(cases).build();
    }

    private static List<Case> others(int count) {
        List<Case> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder body = new StringBuilder();
            for (int j = 0; j < 40; j++) body.append((char) (0x4E00 + (i * 131 + j * 7) % 5000));
            others.add(
                    CaseFixture.of("z" + i).body(body.append(body).toString()).build());
        }
        return others;
    }

    @Test
    void textsAboutTheSameAreRelatedWithoutSharedPractices() {
        List<Case> cases = others(12);
        cases.add(CaseFixture.of("grapes").body(GRAPES).build());
        cases.add(CaseFixture.of("too").body(GRAPES_TOO).build());
        cases.add(CaseFixture.of("toilets").body(TOILETS).build());
        KnowledgeBase kb = kb(cases);
        assertThat(kb.relatedTo(new ArticleId("grapes")))
                .containsExactly(new Related(new ArticleId("too"), List.of(), List.of(), true));
        assertThat(kb.relatedTo(new ArticleId("toilets"))).isEmpty();
    }

    @Test
    void onePlaceAloneRelatesNothing() {
        String place = "湖南省/衡阳市/石鼓区/五一街道/建设村";
        String named = "建设村在石鼓区五一街道。石鼓区的建设村，五一街道的建设村。衡阳市石鼓区。";
        List<Case> cases = others(12);
        cases.add(CaseFixture.of("a")
                .body(named + GRAPES)
                .place(place, "430407001001")
                .build());
        cases.add(CaseFixture.of("b")
                .body(named + TOILETS)
                .place(place, "430407001001")
                .build());
        assertThat(kb(cases).relatedTo(new ArticleId("a"))).isEmpty();
    }

    @Test
    void practicesInCommonAreNamedRarestFirst() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 6; i++)
            cases.add(CaseFixture.of("c" + i).body("积分制和五长制。").practice("积分制").build());
        for (String id : List.of("a", "b"))
            cases.add(CaseFixture.of(id)
                    .body("积分制和五长制。")
                    .practice("积分制")
                    .practice("五长制")
                    .build());
        KnowledgeBase kb = kb(cases);
        Related closest = kb.relatedTo(new ArticleId("a")).get(0);
        assertThat(closest.id().value()).isEqualTo("b");
        assertThat(closest.practices()).containsExactly(kb.idOf("五长制"), kb.idOf("积分制"));
    }

    @Test
    void aThemeFillsTheListWhereThereIsLittleElse() {
        List<Case> cases = others(12);
        for (int i = 0; i < 9; i++)
            cases.add(CaseFixture.of("h" + i)
                    .body("第" + i + "篇。")
                    .themes(i < 8 ? "huanjing" : "dangjian")
                    .build());
        KnowledgeBase kb = kb(cases);
        assertThat(kb.relatedTo(new ArticleId("h3")))
                .hasSize(3)
                .allMatch(r -> r.themes().equals(List.of("huanjing"))
                        && !r.isAlike()
                        && r.practices().isEmpty());
        assertThat(kb.relatedTo(new ArticleId("h8"))).isEmpty();
    }

    @Test
    void anotherPrintIsNotRelatedToItsArticle() {
        List<Case> cases = others(12);
        String text = GRAPES.repeat(2) + GRAPES_TOO;
        cases.add(CaseFixture.of("first").body(text).date("2020-01-01").build());
        cases.add(CaseFixture.of("again").body(text).date("2021-01-01").build());
        cases.add(CaseFixture.of("too").body(GRAPES_TOO).build());
        assertThat(kb(cases).relatedTo(new ArticleId("first")))
                .noneMatch(r -> r.id().value().equals("again"));
    }

    @Test
    void oneMoreArticleMovesFewOfTheOthers() {
        long seed = Long.getLong("seed", 31);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            StringBuilder body = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                int word = (int) (900 * random.nextDouble() * random.nextDouble());
                body.append((char) (0x5000 + word * 5))
                        .append((char) (0x5001 + word * 5))
                        .append('，');
            }
            cases.add(CaseFixture.of("c" + i).body(body.append(body).toString()).build());
        }
        KnowledgeBase before = kb(cases.subList(0, 599));
        KnowledgeBase after = kb(cases);
        long moved = before.cases().stream()
                .filter(c -> !before.relatedTo(c.id()).equals(after.relatedTo(c.id())))
                .count();
        assertThat(before.cases().stream()
                        .filter(c -> !before.relatedTo(c.id()).isEmpty())
                        .count())
                .isGreaterThan(150);
        assertThat(moved).as("seed %d", seed).isLessThan(30);
    }

    @Test
    void tellingTermsAreWhatATextRepeatsInEitherScript() {
        assertThat(TellingTerms.of("", GRAPES, List.of()).toString())
                .startsWith("葡萄4")
                .contains("剪枝2", "冷链2", "直播2");
        assertThat(TellingTerms.of("", "推動，推動，發展，發展，葡萄鏈，葡萄鏈", List.of()).toString())
                .isEqualTo("萄链2 葡萄2");
        TellingTerms terms = TellingTerms.of("题", GRAPES, List.of());
        assertThat(TellingTerms.of(terms.terms(), terms.counts())).isEqualTo(terms);
        assertThat(TellingTerms.of("", "", List.of())).isEqualTo(TellingTerms.NONE);
    }
}
