package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.webindex.FolderSink;
import org.cunjian.webindex.WebIndexWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser's reader gives Lucene's top ten, with Lucene's scores, bit by bit. */
class WebIndexParityTest {
    private static final String[] WORDS = {
        "环境整治", "垃圾分类", "五长制", "網格化管理", "网格员", "党建引领", "基层治理", "红白理事会", "移风易俗", "饮水困难", "1+3+1", "5+", "党建+X", "積分制",
        "村民说事", "合作社", "86万元", "2022年", "建设村", "路长", "街长", "民情恳谈", "难保持", "議事", "app", "𠀀村", "3.5亩"
    };
    private static final String[] GLUE = {"，", "。", "推行", "以", "和", "的", "了", "\n\n", "、", "：", "“", "”", "在", " "};

    @TempDir
    Path folder;

    static List<Case> cases(int count, Random random) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder body = new StringBuilder();
            int length = 5 + random.nextInt(120);
            for (int j = 0; j < length; j++)
                body.append(WORDS[(int) (WORDS.length * random.nextDouble() * random.nextDouble())])
                        .append(GLUE[random.nextInt(GLUE.length)]);
            CaseFixture c = CaseFixture.of("case-" + i)
                    .title(WORDS[random.nextInt(WORDS.length)] + "在" + WORDS[random.nextInt(WORDS.length)])
                    .body(body.toString())
                    .source(random.nextBoolean() ? "红星网" : "农民日报")
                    .place("湖南省/衡阳市/石鼓区/五一街道/建设" + (char) ('甲' + random.nextInt(4)) + "村", "430407001")
                    .themes(random.nextBoolean() ? "huanjing" : "dangjian");
            if (random.nextInt(7) > 0) c.date((2018 + random.nextInt(6)) + "-03-0" + (1 + random.nextInt(9)));
            if (random.nextInt(3) > 0) c.practice(WORDS[random.nextInt(8)]);
            if (random.nextInt(9) == 0) c.excerpt();
            cases.add(c.build());
        }
        return cases;
    }

    private static Set<String> queries(List<Case> cases, Random random) {
        Set<String> queries = new LinkedHashSet<>(List.of(WORDS));
        queries.addAll(List.of(
                "wuzhangzhi",
                "wuchangzhi",
                "wzz",
                "wangge",
                "wu长制",
                "五掌制",
                "五常制",
                "网各",
                "积分刺",
                "瓦长制",
                "網恪化管埋",
                "网格化管埋",
                "环境整冶",
                "环境整冶 网格",
                "网恪员 积分刺",
                "党建引领墓层治理",
                "垃垃分类",
                "村民说亊",
                "建没村",
                "人作社",
                "环境整冶真难保持啊",
                "村里路没人扫脏得很",
                "我们这儿路没人扫环境整治难",
                "垃圾没人管怎么办村里环境",
                "大家的事又水不够",
                "岳村 饮水",
                "网格塔",
                "路没人扫塔",
                "德治",
                "水去",
                "環境",
                "１＋３＋１",
                "1+4",
                "1+3",
                "",
                " ",
                "。",
                "网",
                "1",
                "a",
                "環",
                "环境整治真难保持啊",
                "zzzzzz",
                "<img onerror=alert(1)>",
                "😀",
                "+*(",
                "' OR 1=1 --",
                "零\u200B宽",
                "环境 路长",
                "党建+",
                "2022",
                "86",
                "𠀀",
                "的",
                "垃圾没人管",
                "路没人扫",
                "路沒人掃怎么办",
                "村民说事",
                "村民说事 积分制",
                "qq群喝水难",
                "喝水难",
                "石鼓区五一街道"));
        for (int i = 0; i < 150; i++) {
            Case c = cases.get(random.nextInt(cases.size()));
            String body = c.article().body();
            int start = random.nextInt(Math.max(1, body.length() - 12));
            queries.add(body.substring(start, Math.min(body.length(), start + 1 + random.nextInt(12))));
        }
        for (int i = 0; i < 60; i++) {
            Case c = cases.get(random.nextInt(cases.size()));
            String text = random.nextInt(4) == 0
                    ? c.article().metadata().title()
                    : c.article().body();
            int start = random.nextInt(Math.max(1, text.length() - 12));
            String phrase = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(9)));
            String marks = List.of("“”", "\"\"", "「」").get(random.nextInt(3));
            String other = random.nextInt(3) == 0 ? WORDS[random.nextInt(WORDS.length)] : "";
            queries.add(other + marks.charAt(0) + phrase + marks.charAt(1));
        }
        queries.addAll(List.of(
                "“五长制”",
                "“1+3”",
                "“環境整治”",
                "“整治環境”",
                "“路长街长”",
                "“网”",
                "“”",
                "“。，”",
                "“五长制",
                "“党建引领” “网格员”",
                "“村民说事，积分制”"));
        queries.removeIf(q -> q.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000));
        return queries;
    }

    @Test
    void browserAnswersAsLuceneDoes() throws Exception {
        Assumptions.assumeTrue(hasNode(), "node is not installed");
        long seed = Long.getLong("seed", 4L);
        Random random = new Random(seed);
        List<Case> cases = cases(300, random);
        KnowledgeBase kb = SearchIndexTest.kb(cases);
        Path lucene = folder.resolve("lucene");
        SearchIndex.update(lucene, kb, Progress.NONE);
        List<String> counties = kb.places().values().stream()
                .filter(node -> node.level() >= 2)
                .map(PlaceNode::code)
                .sorted()
                .toList();
        StringBuilder expected = new StringBuilder();
        try (SearchIndex index = SearchIndex.open(lucene).value().orElseThrow()) {
            WebIndexWriter.write(index.postings(kb), kb, new FolderSink(folder.resolve("site")));
            for (String query : queries(cases, random)) {
                append(expected, index, query, Map.of(), SearchOrder.RELEVANCE);
                append(
                        expected,
                        index,
                        query,
                        random.nextInt(4) == 0 ? Map.of(FacetKind.SOURCE, List.of("红星网")) : Map.of(),
                        random.nextBoolean() ? SearchOrder.NEW : SearchOrder.OLD);
                if (random.nextInt(4) == 0)
                    append(expected, index, query, Map.of(FacetKind.THEME, List.of("huanjing")), SearchOrder.RELEVANCE);
                if (random.nextInt(4) == 0)
                    append(
                            expected,
                            index,
                            query,
                            Map.of(
                                    FacetKind.PLACE,
                                    List.of(
                                            counties.get(random.nextInt(counties.size())),
                                            counties.get(random.nextInt(counties.size())))),
                            SearchOrder.RELEVANCE);
                if (random.nextInt(4) == 0)
                    append(
                            expected,
                            index,
                            query,
                            Map.of(FacetKind.YEAR, List.of("2019", "2020"), FacetKind.PLACE, List.of("43")),
                            SearchOrder.RELEVANCE);
            }
        }
        Files.writeString(folder.resolve("expected.jsonl"), expected);
        runNode("src/test/js/parity.test.mjs", folder);
    }

    private static void append(
            StringBuilder out,
            SearchIndex index,
            String query,
            Map<FacetKind, List<String>> filters,
            SearchOrder order) {
        SearchResult result = index.search(new SearchRequest(query, 10, filters, true, order));
        String json = SearchJson.render(result, Messages.in(Language.ZH));
        StringBuilder asked = new StringBuilder("{\"filters\":{");
        filters.forEach((kind, values) -> asked.append(asked.charAt(asked.length() - 1) == '{' ? "" : ",")
                .append('"')
                .append(kind.code())
                .append("\":[\"")
                .append(String.join("\",\"", values))
                .append("\"]"));
        out.append(asked).append("},").append(json, 1, json.length()).append('\n');
    }

    static boolean hasNode() {
        try {
            Process process = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void runNode(String test, Path folder) throws IOException, InterruptedException {
        File log = folder.resolve("node.log").toFile();
        ProcessBuilder builder = new ProcessBuilder("node", "--test", "--test-reporter=tap", test)
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("CUNJIAN_PARITY", folder.toString());
        Process process = builder.start();
        boolean isDone = process.waitFor(120, TimeUnit.SECONDS);
        if (!isDone) process.destroyForcibly();
        String output = Files.readString(log.toPath(), StandardCharsets.UTF_8);
        assertThat(isDone && process.exitValue() == 0)
                .as(() -> output.lines()
                        .filter(l -> !l.matches("\\s*(ok|#|---|\\.\\.\\.|duration_ms).*"))
                        .limit(150)
                        .collect(java.util.stream.Collectors.joining("\n")))
                .isTrue();
    }
}
