package org.cunjian.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Curation;
import org.cunjian.content.Reprint;
import org.cunjian.text.Simplifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts are made here, of words drawn at random: -Dseed=… replays one run. */
class ReprintsTest {
    private static final List<String> WHO =
            List.of("村党支部", "驻村干部", "老党员", "网格员", "村民小组", "合作社", "妇女主任", "返乡青年", "红白理事会", "镇里");
    private static final List<String> HOW =
            List.of("每月初五", "挨家挨户", "自掏腰包", "当着大伙的面", "趁着农闲", "在晒谷场上", "按片区", "一笔一笔", "先易后难", "连着三年");
    private static final List<String> DO =
            List.of("清点", "张贴", "修好了", "商量", "登记", "验收", "腾退", "种上了", "丈量", "调解了", "评出", "补种", "公布", "清运");
    private static final List<String> WHAT = List.of(
            "塌了半边的水渠",
            "积分账本",
            "没人要的旧宅基地",
            "一里半机耕路",
            "公厕和垃圾箱",
            "两家争了八年的田埂",
            "红白事的菜单",
            "祠堂前的戏台",
            "茶园的灌溉管",
            "孤寡老人的柴火",
            "集体林地的账目",
            "村口的路灯",
            "桥头的老樟树");
    private static final List<String> SO = List.of(
            "大家心里有了底", "吵架的少了", "来看的人多了", "钱花在明处", "没有一户反对", "收入记在公示栏里", "年轻人愿意回来", "雨天也走得了车", "老人有了去处", "隔壁村也来学");

    private final long seed = Long.getLong("seed", 8841L);
    private final Random random = new Random(seed);
    private int next;

    // Texts

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String sentence() {
        return pick(WHO) + pick(HOW) + pick(DO) + pick(WHAT) + "，" + pick(WHO) + pick(DO) + (2 + random.nextInt(97))
                + "处" + pick(WHAT) + "，" + pick(SO) + "。";
    }

    private List<String> sentences(int count) {
        return Stream.generate(this::sentence).limit(count).toList();
    }

    private static String text(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) text.append(sentences.get(i)).append(i % 5 == 4 ? "\n\n" : "");
        return text.append('\n').toString();
    }

    private CaseFixture article(String id, String body) {
        return CaseFixture.of(id).title("题目" + next++ + id).body(body);
    }

    private static Map<String, String> found(Case... cases) {
        return found(List.of(cases));
    }

    private static Map<String, String> found(List<Case> cases) {
        Map<String, String> found = new TreeMap<>();
        Reprints.find(cases).originalOf().forEach((print, original) -> found.put(print.value(), original.value()));
        return found;
    }

    private Curation says(@Nullable String of, String... notOf) {
        return new Curation(
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Reprint(
                        of == null ? null : new ArticleId(of),
                        Stream.of(notOf).map(ArticleId::new).toList()),
                List.of());
    }

    // What is a print

    private static String traditional(String text) {
        Map<Integer, Integer> pairs = new HashMap<>();
        Simplifier.forEachPair((hant, hans) -> {
            if (hant < 0xFFFF) pairs.putIfAbsent(hans, hant);
        });
        StringBuilder hant = new StringBuilder();
        text.codePoints().forEach(c -> hant.appendCodePoint(pairs.getOrDefault(c, c)));
        return hant.toString();
    }

    private String frame(int sentences) {
        return text(sentences(sentences));
    }

    private static List<String> without(List<String> all, int from, int end) {
        List<String> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(end, all.size()));
        return rest;
    }

    private List<String> edited(List<String> all, int oneIn) {
        List<String> edited = new ArrayList<>(all);
        for (int i = random.nextInt(oneIn); i < edited.size(); i += oneIn) edited.set(i, sentence());
        return edited;
    }

    record Way(String name, BiFunction<ReprintsTest, List<String>, String> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> prints() {
        return Stream.of(
                new Way("under another title", (t, s) -> text(s)),
                new Way("in the other script", (t, s) -> traditional(text(s))),
                new Way(
                        "with other punctuation and width",
                        (t, s) -> text(s).replace("，", " , ").replace("。", "．").replace("2", "２")),
                new Way("cut at the end", (t, s) -> text(s.subList(0, s.size() * 7 / 10))),
                new Way("cut at the beginning", (t, s) -> text(s.subList(s.size() * 3 / 10, s.size()))),
                new Way("cut in the middle", (t, s) -> text(without(s, s.size() * 4 / 10, s.size() * 7 / 10))),
                new Way("as an excerpt", (t, s) -> text(s.subList(s.size() / 2, s.size() * 8 / 10))),
                new Way("with boilerplate around", (t, s) -> t.frame(3) + text(s) + t.frame(4)),
                new Way("with one sentence in six edited", (t, s) -> text(t.edited(s, 6))),
                new Way(
                        "cut, edited, in the other script and framed",
                        (t, s) -> t.frame(2) + traditional(text(t.edited(s.subList(4, s.size()), 10))) + t.frame(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prints")
    void anArticleIsFoundAgain(Way way) {
        System.out.println("ReprintsTest seed " + seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> sentences = sentences(24 + random.nextInt(40));
            cases.add(article("a" + i, text(sentences)).date("2021-01-01").build());
            cases.add(article("b" + i, way.of().apply(this, sentences))
                    .date("2022-01-01")
                    .build());
        }
        Map<String, String> found = found(cases);
        for (int i = 0; i < 40; i++) {
            String a = found.getOrDefault("a" + i, "a" + i);
            String b = found.getOrDefault("b" + i, "b" + i);
            assertThat(a).as("print of a%d, seed %d", i, seed).isEqualTo(b).endsWith(Integer.toString(i));
        }
    }

    // What is none

    @Test
    void paragraphsRecombinedAreOtherArticles() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 40; i++) paragraphs.add(text(sentences(3)));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Collections.shuffle(paragraphs, random);
            cases.add(article("r" + i, String.join("\n", paragraphs.subList(0, 12 + random.nextInt(20))))
                    .build());
        }
        assertThat(found(cases)).as("seed %d", seed).isEmpty();
    }

    @Test
    void aReportThatGoesOnWithTwoFifthsOfAnotherIsAnother() {
        for (int i = 0; i < 20; i++) {
            List<String> first = sentences(40);
            List<String> later = new ArrayList<>(first.subList(6, 22));
            later.addAll(sentences(24));
            assertThat(found(
                            article("first", text(first)).build(),
                            article("later", text(later)).build()))
                    .as("round %d, seed %d", i, seed)
                    .isEmpty();
        }
    }

    @Test
    void twoPlacesThatWriteByOnePatternAreTwoCases() {
        List<String> pattern = new ArrayList<>(sentences(30));
        for (int i = 0; i < 30; i += 4) pattern.set(i, "%s的" + pattern.get(i));
        String text = text(pattern);
        Case one = article("one", text.replace("%s", "山湾村"))
                .place("湖南省/衡阳市/石鼓区//山湾村", "430407")
                .build();
        Case other = article("other", text.replace("%s", "水口村"))
                .place("湖南省/衡阳市/石鼓区//水口村", "430407")
                .build();
        Case vaguer = article("vaguer", text.replace("%s", "那个村"))
                .place("湖南省/衡阳市", "4304")
                .build();
        assertThat(found(one, other)).isEmpty();
        assertThat(found(one, vaguer)).hasSize(1);
    }

    @Test
    void shortTextsAreTheSameOnlyWhereTheyAreEqual() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 50; i++)
            cases.add(article("n" + i, "通知：请第" + i + "组村民于本周六上午九时到村委会开会，商量修路、清运垃圾和评选积分户三件事，每户来一个人，带上积分本，会后分发树苗。")
                    .build());
        assertThat(found(cases)).isEmpty();
        assertThat(found(
                        article("a", "村里推行路长制，路长各管一段，环境一天比一天好，群众人人满意，户户参与。").build(),
                        article("b", "村里推行路長制，路長各管一段，環境一天比一天好，群眾人人滿意，戶戶參與！").build()))
                .hasSize(1);
        assertThat(found(article("a", "").build(), article("b", "").build())).isEmpty();
    }

    @Test
    void partsOfACollectionAreCasesAndPagesOfAnArticleAreNot() {
        List<String> one = sentences(24);
        List<String> two = sentences(24);
        List<String> all = new ArrayList<>(one);
        all.addAll(two);
        Case whole = CaseFixture.of("whole").title("两村的账本").body(text(all)).build();
        assertThat(found(
                        whole,
                        CaseFixture.of("p1").title("甲村修路记").body(text(one)).build(),
                        CaseFixture.of("p2").title("乙村管账记").body(text(two)).build()))
                .isEmpty();
        assertThat(found(
                        whole,
                        CaseFixture.of("p1").title("两村的账本").body(text(one)).build(),
                        CaseFixture.of("p2").title("两村的账本（2）").body(text(two)).build()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("p1", "whole", "p2", "whole"));
    }

    // Which is the original

    @Test
    void theMostCompleteTextIsTheOriginalThenTheEarliestThenTheFirstId() {
        List<String> all = sentences(40);
        String cut = text(all.subList(0, 30));
        assertThat(found(
                        article("early", cut).date("2020-01-01").build(),
                        article("whole", text(all)).date("2023-01-01").build()))
                .containsExactly(Map.entry("early", "whole"));
        assertThat(found(
                        article("late", text(all)).date("2023-01-01").build(),
                        article("undated", text(all)).build(),
                        article("early", text(all) + "编辑：某某").date("2021-01-01").build()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("late", "early", "undated", "early"));
        assertThat(found(article("b", cut).build(), article("a", cut).build())).containsExactly(Map.entry("b", "a"));
        assertThat(found(
                        article("full", cut).build(),
                        article("longer", text(all)).excerpt().build()))
                .containsExactly(Map.entry("longer", "full"));
    }

    // The curator's word

    @Test
    void theCuratorsWordGoesFirst() {
        List<String> all = sentences(30);
        Case whole = article("whole", text(all)).build();
        Case cut = article("cut", text(all.subList(0, 24))).build();
        Case other = article("other", frame(30)).build();
        assertThat(found(whole, cut)).containsExactly(Map.entry("cut", "whole"));
        assertThat(found(
                        whole,
                        article("cut", text(all.subList(0, 24)))
                                .curation(says(null, "whole"))
                                .build()))
                .isEmpty();
        assertThat(found(article("whole", text(all)).curation(says(null, "cut")).build(), cut))
                .isEmpty();
        assertThat(found(
                        article("whole", text(all)).curation(says(null, "same")).build(),
                        article("same", text(all)).build()))
                .isEmpty();
        assertThat(found(article("whole", text(all)).curation(says("other")).build(), cut, other))
                .containsEntry("whole", "other");
        assertThat(found(article("whole", text(all)).curation(says("cut")).build(), cut))
                .containsExactly(Map.entry("whole", "cut"));
        assertThat(found(article("whole", text(all)).curation(says("nowhere")).build(), other))
                .isEmpty();
    }

    @Test
    void articlesThatPointAtOneAnotherInACircleKeepOneOriginal() {
        assertThat(found(
                        article("a", frame(20)).curation(says("b")).build(),
                        article("b", frame(20)).curation(says("c")).build(),
                        article("c", frame(20)).curation(says("a")).build()))
                .hasSize(2)
                .satisfies(
                        found -> assertThat(Map.copyOf(found).values().stream().distinct())
                                .hasSize(1));
    }

    // Cost, order, hostile texts

    @Test
    void orderOfInputDoesNotMatter() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<String> sentences = sentences(30);
            for (int copy = 0; copy < 1 + i % 4; copy++)
                cases.add(article("c" + i + "-" + copy, text(edited(sentences.subList(copy * 2, 30), 12)))
                        .build());
        }
        Map<String, String> first = found(cases);
        assertThat(first).hasSizeGreaterThan(30);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(cases, random);
            assertThat(found(cases)).as("seed %d", seed).isEqualTo(first);
        }
    }

    /** Ten thousand articles under one boilerplate, of which each tenth is printed twice: a count, for time says little here. */
    @Test
    void comparisonsGrowWithArticlesNotWithPairs() {
        int[] compared = new int[2];
        for (int round = 0; round < 2; round++) {
            int articles = 2_000 << (2 * round);
            String boilerplate = frame(8);
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                List<String> sentences = sentences(12);
                cases.add(article("a" + i, text(sentences) + boilerplate).build());
                if (i % 10 == 0)
                    cases.add(article("b" + i, text(edited(sentences, 8)) + boilerplate)
                            .build());
            }
            Reprints.Found found = Reprints.find(cases);
            assertThat(found.originalOf()).as("seed %d", seed).hasSize(articles / 10);
            compared[round] = found.compared();
            assertThat(found.compared()).isLessThan(2 * cases.size());
        }
        System.out.println("ReprintsTest compared " + compared[0] + " pairs of 2,200 and " + compared[1] + " of 8,800");
    }

    @Test
    @Timeout(20)
    void aThousandPrintsOfOneArticleHaveOneOriginal() {
        List<String> all = sentences(40);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 1_000; i++)
            cases.add(article("p" + i, text(edited(all, 20))).build());
        Reprints.Found found = Reprints.find(cases);
        assertThat(found.originalOf()).as("seed %d", seed).hasSize(999);
        assertThat(found.originalOf().values().stream().distinct()).hasSize(1);
        assertThat(found.compared()).isLessThan(10_000);
    }

    @Test
    @Timeout(20)
    void hostileTextsCostNoMoreThanOthers() {
        String same = "村里的垃圾有人管了，群众都说好。".repeat(100_000);
        String noise = random.ints(400_000, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<Case> cases = new ArrayList<>();
        cases.add(article("same", same).build());
        cases.add(article("sameAgain", same + "完").build());
        cases.add(article("noise", noise).build());
        cases.add(article("noiseCut", noise.substring(0, 300_000)).build());
        cases.add(article("lone", "\ud840".repeat(5_000)).build());
        cases.add(article("one", "字").build());
        cases.add(article("digits", "1".repeat(100_000)).build());
        assertThat(found(cases)).containsExactly(Map.entry("noiseCut", "noise"));
    }

    @Test
    void everyPrefixOfAnArticleHasAFingerprint() {
        String body = frame(14) + "𠮷😀";
        for (int end = 0; end <= body.length(); end++) {
            Fingerprint f = Fingerprint.of(body.substring(0, end));
            assertThat(f.marks().length == 0 || f.marks().length >= Fingerprint.FEWEST_MARKS)
                    .isTrue();
            assertThat(Fingerprint.of(f.whole(), f.chars(), f.marks())).isEqualTo(f);
        }
    }
}
