package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.assertj.core.data.Percentage;
import org.cunjian.config.SiteConfig;
import org.cunjian.config.Theme;
import org.cunjian.content.Lexicon;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.KnowledgeBaseBuilder;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    @TempDir
    Path directory;

    static final SiteConfig CONFIG = new SiteConfig(
            new SiteConfig.Identity("村鉴", "", "", "", "zh-Hans", Optional.<URI>empty()),
            new SiteConfig.Publishing(false, 120, true),
            new SiteConfig.Listing(20),
            new SiteConfig.Look("#22624b"),
            List.of(new Theme("huanjing", "人居环境", List.of("环境整治")), new Theme("dangjian", "党建引领", List.of())));

    static final List<Lexicon.Synonym> SYNONYMS = List.of(
            new Lexicon.Synonym("垃圾没人管", "环境整治"),
            new Lexicon.Synonym("垃圾没人管", "垃圾分类"),
            new Lexicon.Synonym("路没人扫", "五长制"),
            new Lexicon.Synonym("村民说事", "议事"),
            new Lexicon.Synonym("喝水难", "饮水困难"),
            new Lexicon.Synonym("QQ群", "网格"),
            new Lexicon.Synonym("大家的事", "议事"),
            new Lexicon.Synonym("大家的事", "网格"),
            new Lexicon.Synonym("大家的事", "环境整治"),
            new Lexicon.Synonym("水不够", "饮水困难"),
            new Lexicon.Synonym("水不够", "五长制"),
            new Lexicon.Synonym("水不够", "垃圾分类"));

    static List<Case> cases() {
        return List.of(
                CaseFixture.of("yuecun")
                        .title("岳村镇：路有人扫、田有人管")
                        .body("岳村镇推行“五长制”，路长、街长、巷长、田长、河长各管一段。环境整治难保持的老问题有了办法。\n\n全镇划成三十个网格。")
                        .date("2023-03-01")
                        .source("红星网")
                        .place("河南省/濮阳市/华龙区/岳村镇", "410902105")
                        .practice("五长制", "路长", "街长", "巷长", "田长", "河长")
                        .themes("huanjing")
                        .build(),
                CaseFixture.of("jianshe")
                        .title("建设村的“1+3+1”")
                        .body("建设村用“1+3+1”把服务送到家门口。“1”即一个支部。说到环境，村里也做过整治，保持得不错。")
                        .date("2022-12-28")
                        .source("红星网")
                        .place("湖南省/衡阳市/石鼓区/五一街道/建设村", "430407001001")
                        .practice("1+3+1")
                        .themes("dangjian")
                        .build(),
                CaseFixture.of("wangtun")
                        .title("金湖縣：網格裡的「四化聯動」")
                        .body("金湖縣以網格為單位，推行「四化聯動」。“1+4”機制同步建立。環境好了，鄰里和了。")
                        .place("江苏省/淮安市/金湖县", "320831")
                        .practice("四化聯動")
                        .themes("dangjian")
                        .build(),
                CaseFixture.of("zhaiyao")
                        .title("只留摘要的一篇")
                        .body("饮水困难的秘密只在全文里。")
                        .excerpt()
                        .build());
    }

    static KnowledgeBase kb(List<Case> cases) {
        return new KnowledgeBaseBuilder(CONFIG)
                .addCases(cases)
                .addSynonyms(SYNONYMS)
                .build();
    }

    private SearchIndex index(List<Case> cases) {
        update(cases);
        return SearchIndex.open(directory).value().orElseThrow();
    }

    private Outcome<SearchIndex.Update> update(List<Case> cases) {
        return SearchIndex.update(directory, kb(cases), Progress.NONE);
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::id).toList();
    }

    private static Case dated(String id, String date, String body) {
        CaseFixture made = CaseFixture.of(id).title(id).body(body);
        return (date.isEmpty() ? made : made.date(date)).build();
    }

    /** Who repeats the words is more relevant, who says much else less. */
    private static final List<Case> DATED = List.of(
            dated("undated", "", "环境整治，环境整治，环境整治，环境整治。"),
            dated("undated-weak", "", "环境整治。" + "说说天气。".repeat(60)),
            dated("spring", "2021-04-01", "环境整治。"),
            dated("spring-best", "2021-04-01", "环境整治，环境整治，环境整治，环境整治。"),
            dated("old", "1998-12-31", "环境整治。"),
            dated("new", "2024-01-01", "环境整治。" + "别的事。".repeat(60)));

    @ParameterizedTest
    @CsvSource({
        "NEW, 'new,spring-best,spring,old,undated,undated-weak'",
        "OLD, 'old,spring-best,spring,new,undated,undated-weak'"
    })
    void casesStandByDateThoseWithoutOneLast(SearchOrder order, String expected) {
        try (SearchIndex index = index(DATED)) {
            for (String query : List.of("环境整治", "“环境整治”")) {
                SearchRequest request = SearchRequest.of(query).withOrder(order);
                assertThat(ids(index.search(request).cases())).as(query).containsExactly(expected.split(","));
                assertThat(ids(index.search(request.withTop(2)).cases()))
                        .as(query)
                        .containsExactly(
                                List.of(expected.split(",")).subList(0, 2).toArray(String[]::new));
            }
            List<SearchHit> best = index.search(SearchRequest.of("环境整治")).cases();
            List<SearchHit> sorted =
                    index.search(SearchRequest.of("环境整治").withOrder(order)).cases();
            assertThat(sorted).as("the same hits and scores").containsExactlyInAnyOrderElementsOf(best);
        }
    }

    @Test
    void aDateThatChangesMovesItsCase() {
        update(DATED);
        List<Case> later = new ArrayList<>(DATED);
        later.set(4, dated("old", "2025-01-01", "环境整治。"));
        try (SearchIndex index = index(later)) {
            SearchRequest request = SearchRequest.of("环境整治").withOrder(SearchOrder.NEW);
            assertThat(ids(index.search(request).cases())).startsWith("old", "new");
        }
    }

    @Test
    void practiceComesFirstAndItsCaseAfter() {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of("五长制"));
            assertThat(result.practices()).extracting(SearchHit::title).containsExactly("五长制");
            assertThat(ids(result.cases())).containsExactly("yuecun");
            assertThat(SearchJson.why(result.practices().get(0), Messages.in(Language.ZH)))
                    .isEqualTo("名称“五长制”");
            assertThat(SearchJson.why(result.cases().get(0), Messages.in(Language.ZH)))
                    .isEqualTo("做法“五长制”；正文");
        }
    }

    @Test
    void eitherScriptFindsBothAndMarksTheOriginalGlyphs() {
        try (SearchIndex index = index(cases())) {
            for (String query : List.of("网格", "網格")) {
                SearchResult result = index.search(SearchRequest.of(query));
                assertThat(ids(result.cases())).containsExactlyInAnyOrder("yuecun", "wangtun");
                for (SearchHit hit : result.cases()) {
                    Span mark = hit.snippet().marks().get(0);
                    assertThat(mark.of(hit.snippet().text())).isEqualTo(hit.id().equals("yuecun") ? "网格" : "網格");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+3+1", "１＋３＋１", "“1+3+1”"})
    void formulaIsExact(String query) {
        try (SearchIndex index = index(cases())) {
            assertThat(ids(index.search(SearchRequest.of(query)).cases())).containsExactly("jianshe");
        }
    }

    @Test
    void everydayWordsFindWhatArticlesWriteAndSaySo() {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of("路沒人掃怎么办"));
            assertThat(ids(result.cases())).containsExactly("yuecun");
            assertThat(SearchJson.why(result.cases().get(0), Messages.in(Language.ZH)))
                    .startsWith("路没人扫 → 五长制（近义）");
        }
    }

    @Test
    void synonymsCountLessThanTheWordsThemselves() {
        List<Case> cases = new ArrayList<>(cases());
        cases.add(CaseFixture.of("literal").title("村里的事").body("垃圾没人管，大家都着急。").build());
        try (SearchIndex index = index(cases)) {
            SearchResult result = index.search(SearchRequest.of("垃圾没人管"));
            assertThat(ids(result.cases())).containsExactly("literal", "yuecun");
            assertThat(SearchJson.why(result.cases().get(0), Messages.in(Language.ZH)))
                    .doesNotContain("近义");
            assertThat(SearchJson.why(result.cases().get(1), Messages.in(Language.ZH)))
                    .contains("垃圾没人管 → 环境整治、垃圾分类（近义）");
        }
    }

    @Test
    void eachEverydayWordOfAQueryIsAsked() {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of("大家的事又水不够"));
            assertThat(result.interpretation().orElseThrow().read()).containsExactly("议事", "饮水困难", "网格", "五长制");
        }
    }

    @Test
    void everydayWordsAreAskedBesideMostOfTheOthers() {
        List<Case> cases = new ArrayList<>(cases());
        cases.add(CaseFixture.of("most").title("村里的路").body("村里的路坏了没人修，大家犯愁。").build());
        try (SearchIndex index = index(cases)) {
            SearchResult result = index.search(SearchRequest.of("村里的路没人扫犯愁"));
            assertThat(result.isPartial()).isTrue();
            assertThat(ids(result.cases())).containsExactlyInAnyOrder("most", "yuecun");
            for (SearchHit hit : result.cases())
                assertThat(SearchJson.why(hit, Messages.in(Language.ZH)))
                        .startsWith(hit.id().equals("most") ? "部分相符" : "路没人扫 → 五长制（近义）");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "四化联功, 四化联动", // one wrong character, in any place
        "四化朕动, 四化联动",
        "五长刺, 五长制",
        "工长制, 五长制",
        "环境整冶, 环境整治", // no name, but frequent
        "环境整冶 网格, 环境整治 网格",
    })
    void aCharacterOfASimilarShapeIsOffered(String typed, String meant) {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of(typed));
            assertThat(result.interpretation())
                    .contains(
                            new SearchResult.Interpretation("index/why-shape", typed.replace(" ", ""), List.of(meant)));
            assertThat(result.total()).isPositive();
            assertThat(SearchJson.why(result.cases().get(0), Messages.in(Language.ZH)))
                    .contains(" → " + meant + "（字形相近）");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"五掌制", "五常制", "wuzhangzhi", "wuchangzhi", "wzz", "wu长制", "wuchang制"})
    void soundIsReadBeforeShape(String typed) {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of(typed));
            assertThat(result.interpretation().orElseThrow().read()).containsExactly("五长制");
            assertThat(ids(result.cases())).containsExactly("yuecun");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"五长制", "环境整治", "四化五比联动", "鲸鱼火箭", "三长刺"})
    void rightWordsAndTwoSlipsAreNotReadAsOthers(String typed) {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of(typed));
            assertThat(result.interpretation()).isEmpty();
            assertThat(result.suggestion()).isEmpty();
        }
    }

    /** 地制 sounds like 德治, 党小 like 党校, and 反夏 looks like 反复; none is a name. */
    @Test
    void aWordThatFewCasesLackIsNoSlipForWhatFewHave() {
        List<Case> cases = new ArrayList<>(cases());
        for (int i = 0; i < 44; i++)
            cases.add(CaseFixture.of("filler" + i)
                    .title("第" + i + "篇")
                    .body(i < 20 ? "因地制宜种果树。" : i < 22 ? "党小组反复开会。" : "村里修水渠。")
                    .build());
        try (SearchIndex index = index(cases)) {
            for (String word : List.of("德治", "党校", "反夏"))
                assertThat(index.search(SearchRequest.of(word)).total())
                        .as(word)
                        .isZero();
            assertThat(index.search(SearchRequest.of("dizhi"))
                            .interpretation()
                            .orElseThrow()
                            .read())
                    .containsExactly("地制");
            assertThat(index.search(SearchRequest.of("水去"))
                            .interpretation()
                            .orElseThrow()
                            .read())
                    .containsExactly("水渠");
        }
    }

    @Test
    void aNameIsOfferedBesideTheFewThatHaveTheSlipToo() {
        List<Case> cases = new ArrayList<>(cases());
        for (int i = 0; i < 12; i++)
            cases.add(
                    CaseFixture.of("jifen" + i).body("村里推行积分制。").practice("积分制").build());
        cases.add(CaseFixture.of("slip").body("村里推行积分刺。").build());
        try (SearchIndex index = index(cases)) {
            SearchResult result = index.search(SearchRequest.of("积分刺"));
            assertThat(ids(result.cases())).containsExactly("slip");
            assertThat(result.suggestion())
                    .contains(new SearchResult.Interpretation("index/why-shape", "积分刺", List.of("积分制")));
            assertThat(index.search(SearchRequest.of("推行")).suggestion()).isEmpty();
        }
    }

    @Test
    void scatteredWordsDoNotWin() {
        try (SearchIndex index = index(cases())) {
            assertThat(ids(index.search(SearchRequest.of("环境整治")).cases()).get(0))
                    .isEqualTo("yuecun");
            assertThat(ids(index.search(SearchRequest.of("环境整治难保持")).cases()).get(0))
                    .isEqualTo("yuecun");
        }
    }

    private SearchIndex disputes() {
        return index(List.of(
                CaseFixture.of("as-asked")
                        .title("甲村")
                        .body("矛盾纠纷化解有人管。")
                        .date("2020-01-01")
                        .build(),
                CaseFixture.of("other-words")
                        .title("乙村")
                        .body("老党员化解矛盾纠纷。")
                        .date("2022-01-01")
                        .build(),
                CaseFixture.of("scattered")
                        .title("丙村")
                        .body("有了纠纷，大家化解；矛盾少了。")
                        .date("2021-01-01")
                        .build(),
                CaseFixture.of("else")
                        .title("丁村")
                        .body("修路、种树、养鱼。")
                        .date("2023-01-01")
                        .build()));
    }

    @Test
    void behindFewCasesStandThoseWithMostWords() {
        try (SearchIndex index = disputes()) {
            SearchResult result = index.search(SearchRequest.of("矛盾纠纷化解"));
            assertThat(ids(result.cases())).containsExactly("as-asked", "other-words", "scattered");
            assertThat(result.caseTotal()).isEqualTo(3);
            assertThat(result.nearTotal()).isEqualTo(2);
            assertThat(result.isPartial()).isFalse();
            assertThat(result.cases())
                    .extracting(
                            hit -> SearchJson.why(hit, Messages.in(Language.ZH)).contains("部分相符"))
                    .containsExactly(false, true, true);
        }
    }

    @Test
    void inAnyOrderTheyStandLast() {
        try (SearchIndex index = disputes()) {
            SearchRequest newest = SearchRequest.of("矛盾纠纷化解").withOrder(SearchOrder.NEW);
            assertThat(ids(index.search(newest).cases())).containsExactly("as-asked", "other-words", "scattered");
            assertThat(ids(index.search(newest.withTop(2)).cases())).containsExactly("as-asked", "other-words");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"“矛盾纠纷化解”", "化解", "盾纠纷"})
    void whatIsQuotedOrShortHasNoneBehindIt(String query) {
        try (SearchIndex index = disputes()) {
            assertThat(index.search(SearchRequest.of(query)).nearTotal()).isZero();
        }
    }

    @Test
    void aNameHasNoneBehindIt() {
        List<Case> cases = new ArrayList<>(cases());
        cases.add(CaseFixture.of("half").title("村里的事").body("五化创出好日子。").build());
        try (SearchIndex index = index(cases)) {
            assertThat(index.search(SearchRequest.of("五化创五星")).nearTotal()).isZero();
        }
    }

    @Test
    void tenCasesAreEnough() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            cases.add(CaseFixture.of("all" + i)
                    .title("村" + i)
                    .body(i < 7 ? "矛盾纠纷化解有人管。" : "化解矛盾纠纷。")
                    .build());
        try (SearchIndex index = index(cases)) {
            SearchResult result = index.search(SearchRequest.of("矛盾纠纷化解").withTop(20));
            assertThat(result.cases()).hasSize(10);
            assertThat(result.nearTotal()).isEqualTo(3);
        }
    }

    @Test
    void textOfAnExcerptIsNeitherFoundNorShown() {
        try (SearchIndex index = index(cases())) {
            assertThat(index.search(SearchRequest.of("饮水困难")).total()).isZero();
            SearchHit hit = index.search(SearchRequest.of("摘要")).cases().get(0);
            assertThat(hit.snippet().text()).isEmpty();
        }
    }

    @Test
    void wordingOfOneCaseFindsThatCaseAndThePractice() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String name = i == 7 ? "四星模式" : "四星";
            cases.add(CaseFixture.of("w" + i)
                    .title("村里的事")
                    .body(name + "很好。")
                    .practice(name)
                    .build());
        }
        try (SearchIndex index = index(cases)) {
            SearchResult result = index.search(SearchRequest.of("四星模式"));
            assertThat(result.practices()).extracting(SearchHit::title).containsExactly("四星");
            assertThat(ids(result.cases())).containsExactly("w7");
        }
    }

    @Test
    void oneCharacterFindsThroughTheBigrams() {
        try (SearchIndex index = index(cases())) {
            assertThat(ids(index.search(SearchRequest.of("网")).cases())).containsExactlyInAnyOrder("yuecun", "wangtun");
        }
    }

    @Test
    void filtersAndFacetsNarrow() {
        try (SearchIndex index = index(cases())) {
            SearchRequest request = new SearchRequest("环境", 10, Map.of(FacetKind.PLACE, List.of("43")), true);
            SearchResult result = index.search(request);
            assertThat(ids(result.cases())).containsExactly("jianshe");
            SearchResult all = index.search(new SearchRequest("环境", 10, Map.of(), true));
            assertThat(all.facets())
                    .contains(
                            new SearchResult.FacetCount(FacetKind.THEME, "dangjian", "党建引领", "", 2),
                            new SearchResult.FacetCount(FacetKind.PLACE, "43", "湖南省", "", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"环境", "五长制", "wuzhangzhi", "五掌制", "網格", "1+3+1", "“四化联动”", "环境整治难保持", "垃圾没人管", "网"})
    void aScoreIsTheSumOfItsParts(String query) {
        try (SearchIndex index = index(cases())) {
            assertScoresAreSums(index.search(SearchRequest.of(query).withParts(true)));
        }
    }

    @Test
    void partsSayWhichWordCountsWhere() {
        try (SearchIndex index = disputes()) {
            SearchResult result = index.search(SearchRequest.of("矛盾纠纷化解").withParts(true));
            assertScoresAreSums(result);
            assertThat(result.nearTotal()).isPositive();
            SearchHit exact = result.cases().get(0);
            assertThat(exact.parts())
                    .extracting(SearchHit.Part::field)
                    .contains("body", "neighbours")
                    .doesNotContain("group");
            assertThat(exact.parts())
                    .filteredOn(part -> part.field().equals("neighbours"))
                    .extracting(SearchHit.Part::text)
                    .contains("矛盾 盾纠");
            SearchHit near = result.cases().get(result.cases().size() - 1);
            assertThat(near.parts())
                    .filteredOn(part -> part.field().equals("group"))
                    .allMatch(part -> part.score() == 8);
            assertThat(index.search(SearchRequest.of("矛盾纠纷化解")).cases())
                    .allMatch(hit -> hit.parts().isEmpty());
        }
    }

    private static void assertScoresAreSums(SearchResult result) {
        assertThat(result.total()).isPositive();
        for (SearchHit hit : Stream.concat(result.practices().stream(), result.cases().stream())
                .toList()) {
            double sum = hit.parts().stream().mapToDouble(SearchHit.Part::score).sum();
            assertThat(sum)
                    .as("%s: %s", hit.id(), hit.parts())
                    .isCloseTo(hit.score(), Percentage.withPercentage(0.001));
            assertThat(hit.parts()).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
        }
    }

    @Test
    void partialMatchesStandInWhereNothingHasAll() {
        try (SearchIndex index = index(cases())) {
            SearchResult all = index.search(SearchRequest.of("环境整治难保持"));
            assertThat(all.isPartial()).isFalse();
            assertThat(ids(all.cases()).get(0)).isEqualTo("yuecun");
            SearchResult most = index.search(SearchRequest.of("环境整治难保持呀"));
            assertThat(most.isPartial()).isTrue();
            assertThat(ids(most.cases()).get(0)).isEqualTo("yuecun");
        }
    }

    @ParameterizedTest
    @CsvSource({"岳村 饮水, yuecun", "网格塔, wangtun"})
    void twoWordsThatNoDocumentHasBothOfBringThoseThatHaveOne(String query, String id) {
        try (SearchIndex index = index(cases())) {
            SearchResult one = index.search(SearchRequest.of(query));
            assertThat(one.isPartial()).isTrue();
            assertThat(ids(one.cases())).contains(id);
        }
    }

    @Test
    void whatNoDocumentHasDoesNotKeepAnAnswerBack() {
        try (SearchIndex index = index(cases())) {
            SearchResult asked = index.search(SearchRequest.of("谁家的邻里闹矛盾了"));
            assertThat(asked.isPartial()).isTrue();
            assertThat(ids(asked.cases())).containsExactly("wangtun");
            assertThat(index.search(SearchRequest.of("鲸鱼火箭咖啡")).total()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "　", "+*(", "<img onerror=alert(1)>", "😀", "\uD800", "\uDC00五", "零\u200B\u200D",
                "' OR 1=1 --", ".*(a+)+$", "\\", "\"", "*:*", "title:五", "五", "+", "。"
            })
    void anythingMayBeAsked(String query) {
        try (SearchIndex index = index(cases())) {
            SearchResult result = index.search(SearchRequest.of(query));
            assertThat(result.total()).isBetween(0, 8);
            assertThat(SearchJson.render(result, Messages.in(Language.EN))).startsWith("{\"query\":");
        }
    }

    @Test
    void aPastedPageIsAnswered() {
        try (SearchIndex index = index(cases())) {
            assertThat(index.search(SearchRequest.of("环境整治".repeat(500))).total())
                    .isGreaterThanOrEqualTo(0);
            assertThat(index.search(SearchRequest.of("长".repeat(2000))).total()).isZero();
        }
    }

    @Test
    void onlyChangedDocumentsAreWritten() {
        assertThat(update(cases()).value().orElseThrow()).isEqualTo(new SearchIndex.Update(7, 0, 0));
        assertThat(update(cases()).value().orElseThrow().isEmpty()).isTrue();
        List<Case> less = new ArrayList<>(cases());
        less.remove(2);
        assertThat(update(less).value().orElseThrow()).isEqualTo(new SearchIndex.Update(0, 0, 2));
    }

    @Test
    void scoresDoNotRememberWhatWasDeleted(@TempDir Path other) {
        List<Case> more = new ArrayList<>(cases());
        for (int i = 0; i < 20; i++)
            more.add(CaseFixture.of("x" + i)
                    .body("环境整治五长制网格".repeat(i + 1))
                    .practice("五长制")
                    .build());
        update(more);
        SearchIndex.update(other, kb(cases()), Progress.NONE);
        try (SearchIndex mended = index(cases());
                SearchIndex clean = SearchIndex.open(other).value().orElseThrow()) {
            for (String query : List.of("五长制", "环境", "网", "环境整治难保持", "建设村"))
                assertThat(mended.search(SearchRequest.of(query))).isEqualTo(clean.search(SearchRequest.of(query)));
        }
    }

    @Test
    void damagedIndexIsBuiltAnewWithANote() throws IOException {
        update(cases());
        try (var files = Files.list(directory)) {
            for (Path file : files.toList())
                if (file.getFileName().toString().startsWith("segments")) Files.writeString(file, "damaged");
        }
        assertThat(SearchIndex.open(directory).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("index/damaged");
        Outcome<SearchIndex.Update> outcome = update(cases());
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("index/rebuilt");
        assertThat(outcome.value()).contains(new SearchIndex.Update(7, 0, 0));
    }

    @Test
    void indexOfAnotherVersionIsNotReadButBuiltAnew() throws IOException {
        update(cases());
        try (FSDirectory files = FSDirectory.open(directory);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(null))) {
            writer.setLiveCommitData(Map.of("format", "cunjian-index-0").entrySet());
            Document other = new Document();
            other.add(new SortedDocValuesField(FieldNames.ORDER, new BytesRef("")));
            writer.addDocument(other);
        }
        assertThat(SearchIndex.open(directory).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("index/damaged");
        Outcome<SearchIndex.Update> outcome = update(cases());
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("index/rebuilt");
        assertThat(outcome.diagnostics().get(0).args().get(0)).startsWith("cunjian-index-0 → ");
        assertThat(outcome.value()).contains(new SearchIndex.Update(7, 0, 0));
    }

    @Test
    void missingIndexIsSaidSo() {
        assertThat(SearchIndex.open(directory.resolve("none")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("index/missing");
    }

    @Test
    void everySubstringOfTwoOrMoreHanCharactersIsFound() {
        long seed = Long.getLong("seed", 42);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        String alphabet = "村民环境整治网格管理党建引领網環黨治理，。、1+3a 𠀀\n";
        int[] letters = alphabet.codePoints().toArray();
        for (int i = 0; i < 60; i++) {
            StringBuilder body = new StringBuilder();
            for (int j = 0; j < 120; j++) body.appendCodePoint(letters[random.nextInt(letters.length)]);
            cases.add(CaseFixture.of("c" + i).body(body.toString()).build());
        }
        try (SearchIndex index = index(cases)) {
            for (int i = 0; i < 400; i++) {
                Case c = cases.get(random.nextInt(cases.size()));
                String body = c.article().body();
                int start = random.nextInt(body.length() - 8);
                String query = body.substring(start, start + 2 + random.nextInt(6));
                if (query.codePoints().filter(Character::isIdeographic).count() < 2) continue;
                if (!query.codePoints().allMatch(Character::isIdeographic)) continue;
                assertThat(ids(index.search(SearchRequest.of(query).withTop(100))
                                .cases()))
                        .as("seed %d query %s", seed, query)
                        .contains(c.id().value());
            }
        }
    }
}
