package org.cunjian.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cunjian.config.SiteConfigReader;
import org.cunjian.config.Theme;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Curation;
import org.cunjian.content.Lexicon;
import org.cunjian.content.PracticeEntry;
import org.cunjian.content.Status;
import org.cunjian.io.SitePath;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeBaseTest {

    private static KnowledgeBase of(Case... cases) {
        return new KnowledgeBaseBuilder(SiteConfigReader.defaults())
                .addCases(List.of(cases))
                .build();
    }

    private static PracticeEntry entry(String id, String name, List<String> aliases, List<String> components) {
        return new PracticeEntry(
                id,
                new SitePath("content/practices/" + id + ".md"),
                "0".repeat(64),
                name,
                aliases,
                "mechanism",
                components,
                null,
                List.of(),
                Status.PUBLISHED,
                3,
                "定义。\n");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "“四长制”工作模式, 四长制, true",
        "“2+4+1”模式, 2+4+1, true",
        "２＋４＋１, 2+4+1, true",
        "網格化管理, 网格化管理, true",
        "积分制度, 积分制, true",
        "网格化管理, 网格化治理, false",
        "2+4+1, 241, false",
        "甲新模式, 乙新机制, false"
    })
    void namesOfOnePracticeShareAKey(String a, String b, boolean same) {
        assertThat(PracticeKey.of(a).equals(PracticeKey.of(b))).isEqualTo(same);
    }

    /** One that some village elsewhere has, with other parts of the same kind. */
    @Test
    void practicesThatAreAlikeAreRelatedWithoutASharedCase() {
        KnowledgeBase kb = of(
                CaseFixture.of("a")
                        .place("甲省/乙县", null)
                        .practice("河道清淤队", "河道清淤巡查", "枯枝打捞")
                        .build(),
                CaseFixture.of("b")
                        .place("丙省/丁县", null)
                        .practice("河湖守望队", "河道清淤巡查", "垃圾打捞")
                        .build(),
                CaseFixture.of("c").place("甲省/乙县", null).practice("灯谜擂台").build(),
                CaseFixture.of("d").place("甲省/乙县", null).practice("风筝会").build());
        Practice dredging = kb.findPractice(kb.idOf("河道清淤队")).orElseThrow();
        assertThat(dredging.related()).containsExactly(kb.idOf("河湖守望队"));
        assertThat(dredging.alike()).containsExactly(kb.idOf("河湖守望队"));
        assertThat(kb.findPractice(kb.idOf("灯谜擂台")).orElseThrow().related())
                .as("never by place alone")
                .isEmpty();
    }

    @Test
    void nearNamesStayApartAndAreRelated() {
        KnowledgeBase kb = of(
                CaseFixture.of("a").body("推行田块化管理。").practice("田块化管理").build(),
                CaseFixture.of("b").body("推行田块化治理。").practice("田块化治理").build(),
                CaseFixture.of("c").body("推行水渠管理。").practice("水渠管理").build());
        assertThat(kb.findPractice(kb.idOf("田块化管理")).orElseThrow().related()).containsExactly(kb.idOf("田块化治理"));
        assertThat(kb.findPractice(kb.idOf("田块化治理")).orElseThrow().related()).containsExactly(kb.idOf("田块化管理"));
        assertThat(kb.findPractice(kb.idOf("水渠管理")).orElseThrow().related()).isEmpty();
        assertThat(NearNames.areNear("积分制", "积分管理")).isTrue();
        assertThat(NearNames.areNear("积分制", "积分制度")).as("one practice").isFalse();
        assertThat(NearNames.areNear("管理", "治理")).as("nothing is left of them").isFalse();
    }

    @Test
    void variantsMergeAndSensesStayApart() {
        KnowledgeBase kb = of(
                CaseFixture.of("a")
                        .date("2022-01-01")
                        .body("推行四星。甲星乙星。")
                        .practice("四星", "甲星", "乙星")
                        .build(),
                CaseFixture.of("b")
                        .date("2021-01-01")
                        .body("四星模式。丙星丁星")
                        .practice("四星模式", "丙星", "丁星")
                        .build(),
                CaseFixture.of("c").body("四星。").practice("四星").build());
        assertThat(kb.practices()).hasSize(1);
        Practice stars = kb.practices().get(0);
        assertThat(stars.name()).isEqualTo("四星");
        assertThat(stars.aliases()).containsExactly("四星模式");
        assertThat(stars.occurrences()).extracting(o -> o.article().value()).containsExactly("a", "b", "c");
        assertThat(stars.senses())
                .extracting(Practice.Sense::components)
                .containsExactlyInAnyOrder(List.of("甲星", "乙星"), List.of("丙星", "丁星"));
        assertThat(kb.practicesOf(new ArticleId("b"))).containsExactly(stars.id());
    }

    @Test
    void wordingOfFewCasesIsAnAliasButNotAUsualOne() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String name = i == 0 ? "四星创建模式" : i < 4 ? "四星创建机制" : "四星创建";
            cases.add(CaseFixture.of("c" + i).body(name + "。").practice(name).build());
        }
        Practice stars = of(cases.toArray(Case[]::new)).practices().get(0);
        assertThat(stars.aliases()).containsExactly("四星创建机制", "四星创建模式");
        assertThat(stars.usualAliases()).containsExactly("四星创建机制");
    }

    @Test
    void curatedEntryGivesNameIdAliasesAndComponents() {
        KnowledgeBase kb = new KnowledgeBaseBuilder(SiteConfigReader.defaults())
                .addCases(List.of(
                        CaseFixture.of("a").body("道德银行。").practice("道德银行").build(),
                        CaseFixture.of("b").body("积分超市。").practice("积分超市").build()))
                .addEntries(List.of(entry("daode-yinhang", "道德银行", List.of("积分超市"), List.of("积分", "兑换"))))
                .build();
        Practice bank = kb.findPractice(new PracticeId("daode-yinhang")).orElseThrow();
        assertThat(bank.occurrences()).hasSize(2);
        assertThat(bank.components()).containsExactly("积分", "兑换");
        assertThat(bank.kind()).isEqualTo(PracticeKind.MECHANISM);
        assertThat(kb.idOf("积分超市")).isEqualTo(bank.id());
        assertThat(kb.practices()).hasSize(1);
    }

    @Test
    void ofTwoEntriesWithOneNameTheFirstHoldsAndTheAliasesOfBothLeadToIt() {
        KnowledgeBase kb = new KnowledgeBaseBuilder(SiteConfigReader.defaults())
                .addCases(List.of(
                        CaseFixture.of("a").body("积分超市。").practice("积分超市").build()))
                .addEntries(List.of(
                        entry("b", "道德银行", List.of("积分超市"), List.of()), entry("a", "道德银行", List.of(), List.of())))
                .build();
        assertThat(kb.practices()).extracting(p -> p.id().value()).containsExactly("a");
        assertThat(kb.idOf("积分超市")).isEqualTo(new PracticeId("a"));
    }

    @Test
    void candidatesAreNotPublishedUnlessTheConfigurationSaysSo() {
        Case c = CaseFixture.of("a")
                .body("好办法。")
                .practice("好办法", PracticeKind.OTHER, PracticeStatus.CANDIDATE)
                .build();
        assertThat(of(c).practices()).isEmpty();
        KnowledgeBase all = new KnowledgeBaseBuilder(SiteConfigReader.read("c", "practice.publish=all")
                        .value()
                        .orElseThrow())
                .addCases(List.of(c))
                .build();
        assertThat(all.practices()).hasSize(1);
    }

    @Test
    void curatorAddsRemovesAndRenames() {
        CaseCurator curator = new CaseCurator(new Lexicon(List.of(), Map.of("道德超市", "道德银行"), Set.of("一盘棋")));
        Case read = CaseFixture.of("a")
                .body("建设道德超市，下好“一盘棋”。村里有說事亭，说事亭很好。")
                .practice("道德超市")
                .practice("一盘棋")
                .practice("旧做法")
                .curation(new Curation(null, List.of(), List.of("说事亭"), List.of("旧做法")))
                .build();
        Case curated = curator.curate(read);
        assertThat(curated.practices()).extracting(PracticeFinding::name).containsExactly("道德银行", "说事亭");
        PracticeFinding added = curated.practices().get(1);
        assertThat(added.mentions()).extracting(Mention::surface).containsExactly("說事亭", "说事亭");
        assertThat(added.status()).isEqualTo(PracticeStatus.CONFIRMED);
        assertThat(curator.curate(curated)).isEqualTo(curated);
    }

    @Test
    void sameArticleInTheOtherScriptIsADuplicateOfTheEarlierOne() {
        String body = "村里推行四长制，路长、街长、巷长、河长各管一段，环境一天比一天好，群众人人满意，户户参与。";
        String reprint = body.replace("长", "長").replace("，", ",");
        KnowledgeBase kb = of(
                CaseFixture.of("later")
                        .date("2023-05-01")
                        .body(body)
                        .practice("四长制")
                        .build(),
                CaseFixture.of("first")
                        .date("2022-05-01")
                        .body(reprint)
                        .practice("四長制")
                        .build());
        assertThat(kb.cases().get(0).duplicateOf()).isEqualTo(new ArticleId("first"));
        assertThat(kb.cases().get(1).duplicateOf()).isNull();
        assertThat(kb.practices().get(0).occurrences()).hasSize(1);
        assertThat(kb.practicesOf(new ArticleId("later"))).hasSize(1);
    }

    @Test
    void aPracticeHasTheThemesOfItsOwnSentences() {
        CaseFixture read = CaseFixture.of("a")
                .body("垃圾银行收垃圾，清洁了河道。老人去食堂，养老有人管。议事亭人多。")
                .practice("垃圾银行")
                .practice("议事亭");
        ThemeTagger tagger = new ThemeTagger(List.of(
                new Theme("shengtai", "生态宜居", List.of("垃圾", "清洁", "河道")),
                new Theme("minsheng", "民生服务", List.of("老人", "养老", "食堂"))));
        Case c = read.build();
        KnowledgeBase kb = of(read.themes(tagger.tag("两件事", c.article().body())).build());
        assertThat(kb.cases().get(0).themes()).containsExactly("shengtai", "minsheng");
        assertThat(kb.practices())
                .extracting(p -> p.name() + p.themes())
                .containsExactlyInAnyOrder("垃圾银行[shengtai]", "议事亭[]");
    }

    @Test
    void placesFormATreeWithCodesForUnitsThatTheGazetteerLacks() {
        KnowledgeBase kb = of(
                CaseFixture.of("a").place("湖南省/衡阳市/石鼓区", "430407").build(),
                CaseFixture.of("b").place("湖南省/衡阳市/石鼓区/新街道/新村", "430407").build(),
                CaseFixture.of("c").place("北京市//延庆区", "110119").build());
        assertThat(List.copyOf(kb.places().keySet())).startsWith("11", "43", "4304", "110119", "430407");
        PlaceNode county = kb.places().get("430407");
        assertThat(county.cases()).hasSize(2);
        assertThat(county.children()).singleElement().asString().startsWith("430407-x");
        assertThat(kb.places().get("110119").parent()).isEqualTo("11");
        PlaceNode village = kb.places()
                .get(kb.places().get(county.children().get(0)).children().get(0));
        assertThat(village.name()).isEqualTo("新村");
        assertThat(village.code()).matches("430407-x[0-9a-f]{6}");
        assertThat(village.chain()).isEqualTo("湖南省/衡阳市/石鼓区/新街道/新村");
    }

    @Test
    void aFurtherPlaceCountsAsDeepAsTheGazetteerKnowsIt() {
        KnowledgeBase kb = of(CaseFixture.of("a")
                .place("湖南省/衡阳市/石鼓区//甲村", "430407")
                .place("湖南省/衡阳市/石鼓区//乙村", "430407")
                .place("湖南省/衡阳市/雁峰区", "430406")
                .build());
        assertThat(kb.places().values())
                .extracting(PlaceNode::name)
                .contains("甲村", "雁峰区")
                .doesNotContain("乙村");
    }

    @Test
    void orderOfInputDoesNotMatter() {
        long seed = Long.getLong("seed", 8841L);
        System.out.println("KnowledgeBaseTest seed " + seed);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CaseFixture c = CaseFixture.of("c" + i).body("正文" + i + "。做法" + i % 7 + "，做法" + i % 5 + "。部分0部分1");
            if (i % 3 != 0) c.date("20" + (10 + i % 9) + "-01-01");
            c.practice("做法" + i % 7);
            if (i % 5 != i % 7) c.practice("做法" + i % 5, "部分" + i % 2);
            cases.add(c.build());
        }
        KnowledgeBase first = of(cases.toArray(Case[]::new));
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(cases, random);
            KnowledgeBase again = of(cases.toArray(Case[]::new));
            assertThat(again.cases()).isEqualTo(first.cases());
            assertThat(again.practices()).isEqualTo(first.practices());
            for (Case c : cases) assertThat(again.relatedTo(c.id())).isEqualTo(first.relatedTo(c.id()));
        }
        assertThat(first.relatedTo(new ArticleId("c0"))).hasSize(6);
    }

    @Test
    void excerptsGiveNoBodyAndShortQuotes() {
        Case c = CaseFixture.of("a").body("字".repeat(500)).excerpt().build();
        KnowledgeBase kb = of(c);
        assertThat(kb.publishedBody(c)).isEmpty();
        assertThat(kb.quote(c, new Span(0, 500))).hasSize(121).endsWith("…");
        assertThat(kb.quote(c, new Span(0, 20))).hasSize(20);
    }

    @Test
    void twoCasesOfOneIdAreABugOfTheCaller() {
        Case c = CaseFixture.of("a").build();
        assertThatThrownBy(() -> of(c, c)).isInstanceOf(IllegalArgumentException.class);
    }
}
