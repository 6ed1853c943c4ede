package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Progress;
import org.cunjian.index.SearchHit;
import org.cunjian.index.SearchIndex;
import org.cunjian.index.SearchRequest;
import org.cunjian.ingest.Ingester;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well real articles are ranked for our own queries, by nDCG@10 over the cases: the gain of an article of grade g is 2^g - 1.
 * Floors stand just below what is reached.
 */
class RankingTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final double FLOOR = 0.92;

    /** Each kind of query apart: a kind must not pay for another. */
    private static final Map<String, Double> FLOORS = Map.of(
            "place",
            0.98,
            "practice",
            0.94,
            "formula",
            0.92,
            "everyday",
            0.80,
            "theme",
            0.88,
            "traditional",
            0.94,
            "pinyin",
            0.98);

    private static final int TOP = 10;

    @TempDir
    Path folder;

    private record Query(String kind, String text, Map<String, Integer> grades) {}

    @Test
    void articlesThatAnswerComeFirst() throws IOException {
        assumeTrue(Files.isDirectory(SHARED.resolve("eval/articles")), "no annotated articles beside this repository");
        KnowledgeBase kb = knowledge();
        Map<ArticleId, String> numbers = new HashMap<>();
        for (Case c : kb.cases())
            numbers.put(
                    c.id(), Objects.requireNonNull(c.article().origin()).file().substring(0, 3));
        SearchIndex.update(folder.resolve("index"), kb, Progress.NONE);
        Map<String, List<Double>> byKind = new LinkedHashMap<>();
        List<Double> all = new ArrayList<>();
        try (SearchIndex index =
                SearchIndex.open(folder.resolve("index")).value().orElseThrow()) {
            for (Query query : queries()) {
                List<String> found = index.search(SearchRequest.of(query.text()).withTop(TOP)).cases().stream()
                        .map(SearchHit::id)
                        .map(id -> Objects.requireNonNull(numbers.get(new ArticleId(id))))
                        .toList();
                double score = ndcg(found, query.grades());
                byKind.computeIfAbsent(query.kind(), k -> new ArrayList<>()).add(score);
                all.add(score);
                if (score < 0.9)
                    System.out.printf(
                            Locale.ROOT,
                            "%.2f %s %s: want %s, found %s%n",
                            score,
                            query.kind(),
                            query.text(),
                            query.grades(),
                            found);
            }
        }
        byKind.forEach((kind, scores) ->
                System.out.printf(Locale.ROOT, "nDCG@10 %-12s %.3f (%d queries)%n", kind, mean(scores), scores.size()));
        System.out.printf(Locale.ROOT, "nDCG@10 %-12s %.3f (%d queries)%n", "all", mean(all), all.size());
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(byKind.keySet()).isEqualTo(FLOORS.keySet());
        byKind.forEach((kind, scores) -> assertThat(mean(scores)).as(kind).isGreaterThan(FLOORS.get(kind)));
        assertThat(mean(all)).isGreaterThan(FLOOR);
    }

    private KnowledgeBase knowledge() throws IOException {
        Files.copy(Path.of("site-config.properties"), folder.resolve("site-config.properties"));
        Path synonyms = Path.of("content", "lexicon", "synonyms.tsv");
        Files.createDirectories(folder.resolve(synonyms).getParent());
        Files.copy(synonyms, folder.resolve(synonyms));
        List<Path> inputs = List.of(SHARED.resolve("eval/articles"), SHARED.resolve("seeds"));
        Ingester.ingest(inputs, folder, Rights.FULL, Progress.NONE);
        SiteContent content =
                ContentLoader.load(SiteFolder.of(folder), Progress.NONE).value().orElseThrow();
        CaseStage stage = new CaseStage(content, FactsCache.open(folder.resolve("facts"), "test"));
        return stage.assemble(stage.read(Progress.NONE).value().orElseThrow());
    }

    private static List<Query> queries() throws IOException {
        try (InputStream in = Objects.requireNonNull(RankingTest.class.getResourceAsStream("ranking.tsv"))) {
            List<Query> queries = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#") || line.isBlank()) continue;
                String[] fields = line.split("\t");
                Map<String, Integer> grades = new LinkedHashMap<>();
                for (String grade : fields[2].split(" "))
                    grades.put(grade.substring(0, 3), Integer.parseInt(grade.substring(4)));
                queries.add(new Query(fields[0], fields[1], grades));
            }
            return queries;
        }
    }

    private static double ndcg(List<String> found, Map<String, Integer> grades) {
        int[] got = found.stream().mapToInt(f -> grades.getOrDefault(f, 0)).toArray();
        int[] best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .mapToInt(g -> g)
                .toArray();
        return gain(got) / gain(best);
    }

    private static double gain(int[] grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(TOP, grades.length); i++)
            sum += ((1 << grades[i]) - 1) / (Math.log(i + 2) / Math.log(2));
        return sum;
    }

    private static double mean(List<Double> scores) {
        return Arrays.stream(scores.toArray(Double[]::new))
                .mapToDouble(s -> s)
                .average()
                .orElseThrow();
    }
}
