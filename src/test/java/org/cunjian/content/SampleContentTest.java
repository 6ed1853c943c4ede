package org.cunjian.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.SitePath;
import org.cunjian.text.Script;
import org.cunjian.text.ScriptDetector;
import org.cunjian.text.Simplifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the repository's own {@code content/}, which is the first thing that a newcomer builds. */
class SampleContentTest {
    private static final Path CONTENT = Path.of("content");
    private static final Path SEEDS = Path.of("..", "shared", "seeds");

    /** Shorter pieces are names, titles and figures, which anyone must write in the same characters. */
    private static final int SENTENCE_CHARS = 20;

    private static final Pattern SENTENCE_END = Pattern.compile("[，,。.；;：:！!？?\\n]");
    private static final Pattern INSERTED_PINYIN = Pattern.compile("\\([a-zü\\u00e0-\\u00fc\\u0100-\\u01dc]{1,6}\\)");
    private static final Pattern QUOTES_AND_SPACES = Pattern.compile("[\\s\\u3000“”‘’「」『』\"'《》*|]");

    @ParameterizedTest
    @ValueSource(strings = {"cases", "practices"})
    void everyFileParsesWithoutADiagnostic(String folder) throws IOException {
        for (Path file : markdown(folder)) {
            Outcome<?> outcome = folder.equals("cases")
                    ? ArticleParser.parse(sitePath(file), Files.readAllBytes(file), Rights.EXCERPT)
                    : PracticeEntryParser.parse(sitePath(file), Files.readAllBytes(file));
            assertThat(outcome.diagnostics()).as(file.toString()).isEmpty();
            assertThat(outcome.value()).as(file.toString()).isPresent();
        }
    }

    @Test
    void casesCoverManyProvincesAndBothScripts() throws IOException {
        List<Article> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(14);
        assertThat(cases.stream().map(c -> province(c)).distinct()).hasSizeGreaterThanOrEqualTo(8);
        List<Article> traditional = cases.stream()
                .filter(c -> ScriptDetector.detect(c.body()) == Script.HANT)
                .toList();
        assertThat(traditional).hasSizeGreaterThanOrEqualTo(2);
        assertThat(traditional).allMatch(c -> ScriptDetector.detect(c.metadata().title()) == Script.HANT);
        assertThat(cases).noneMatch(c -> ScriptDetector.detect(c.body()) == Script.MIXED);
        assertThat(markdown("practices")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void eachCaseSaysWhoWroteItWhereItHappenedAndWhereTheFactsStand() throws IOException {
        for (Article article : cases()) {
            String name = article.id().value();
            assertThat(article.metadata().source()).as(name).isEqualTo("村鉴编写");
            assertThat(article.rights()).as(name).isEqualTo(Rights.FULL);
            assertThat(article.status()).as(name).isEqualTo(Status.PUBLISHED);
            assertThat(article.curation().place()).as(name).isNotNull();
            assertThat(article.curation().tags()).as(name).isNotEmpty();
            assertThat(article.body().strip().lines().reduce((a, b) -> b).orElse(""))
                    .as(name)
                    .matches("(资料来源|資料來源)：.+");
        }
    }

    @Test
    void casesAreLongEnoughToReadAndShortEnoughToFinish() throws IOException {
        for (Article article : cases())
            assertThat(article.body().length()).as(article.id().value()).isBetween(600, 1400);
    }

    @Test
    void idsAreUniqueOnEverySystem() throws IOException {
        for (String folder : List.of("cases", "practices")) {
            Map<String, Path> byId = new TreeMap<>();
            for (Path file : markdown(folder)) {
                String id = sitePath(file).stem().toLowerCase(Locale.ROOT);
                assertThat(byId.put(id, file)).as(id).isNull();
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} columns, at least {2} entries")
    @CsvSource({"synonyms.tsv, 3, 150", "aliases.tsv, 2, 30", "never.tsv, 1, 100"})
    void lexiconFilesAreWholeAndSayWhatTheyAre(String name, int columns, int atLeast) throws IOException {
        List<String> lines = Files.readAllLines(CONTENT.resolve("lexicon").resolve(name), UTF_8);
        assertThat(lines.get(0)).startsWith("# ");
        List<String> entries = lines.stream().filter(l -> !l.startsWith("#")).toList();
        assertThat(entries).hasSizeGreaterThanOrEqualTo(atLeast).doesNotHaveDuplicates();
        for (String entry : entries) {
            String[] cells = entry.split("\t", -1);
            assertThat(cells).as(entry).hasSize(columns).doesNotContain("");
            assertThat(entry).as("no stray spaces").isEqualTo(entry.strip());
        }
    }

    @Test
    void everyThemeHasEverydayWords() throws IOException {
        Map<String, Integer> byTheme = new TreeMap<>();
        for (String line : Files.readAllLines(CONTENT.resolve("lexicon/synonyms.tsv"), UTF_8))
            if (!line.startsWith("#")) byTheme.merge(line.split("\t", -1)[2], 1, Integer::sum);
        assertThat(byTheme.keySet()).containsExactlyInAnyOrder("组织建设", "产业发展", "生态宜居", "平安法治", "乡风文明", "数字治理", "民生服务");
        assertThat(byTheme.values()).allMatch(count -> count >= 20);
    }

    @Test
    void anAliasHasOneNameAndThatNameIsNoAlias() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (String line : Files.readAllLines(CONTENT.resolve("lexicon/aliases.tsv"), UTF_8)) {
            if (line.startsWith("#")) continue;
            String[] cells = line.split("\t", -1);
            assertThat(names.put(cells[0], cells[1])).as(cells[0]).isNull();
        }
        assertThat(names.keySet()).doesNotContainAnyElementsOf(names.values());
    }

    @Test
    void noSentenceOfASeedArticleStandsInTheContent() throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "../shared/seeds is absent");
        StringBuilder ours = new StringBuilder();
        for (String folder : List.of("cases", "practices"))
            for (Path file : markdown(folder))
                ours.append(plain(Files.readString(file))).append('\n');
        List<String> taken = new ArrayList<>();
        int sentences = 0;
        for (Path seed : files(SEEDS, ".txt")) {
            String text = INSERTED_PINYIN.matcher(Files.readString(seed)).replaceAll("");
            for (String sentence : SENTENCE_END.split(text)) {
                String plain = plain(sentence);
                if (plain.length() < SENTENCE_CHARS) continue;
                sentences++;
                if (ours.indexOf(plain) >= 0) taken.add(plain);
            }
        }
        assertThat(sentences).isGreaterThan(200);
        assertThat(taken).isEmpty();
    }

    @Test
    void theReadmeCountsTheCasesAsTheyAre() throws IOException {
        List<Article> cases = cases();
        long provinces = cases.stream().map(c -> province(c)).distinct().count();
        assertThat(Files.readString(Path.of("README.md")))
                .contains("有 " + cases.size() + " 篇案例，来自 " + provinces + " 个省市");
    }

    @Test
    void theExamplesInTheReadmeParseWithoutADiagnostic() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String block : Files.readString(Path.of("README.md")).split("\n(?! {4}|\n)"))
            if (block.contains("\n    ~~~~~~"))
                examples.add(block.substring(block.indexOf("    title=")).replaceAll("(?m)^ {4}", ""));
        assertThat(examples).hasSize(2);
        assertThat(ArticleParser.parse(new SitePath("a.md"), examples.get(0).getBytes(UTF_8), Rights.EXCERPT)
                        .diagnostics())
                .isEmpty();
        assertThat(PracticeEntryParser.parse(
                                new SitePath("b.md"), examples.get(1).getBytes(UTF_8))
                        .diagnostics())
                .isEmpty();
    }

    private static String plain(String text) {
        return QUOTES_AND_SPACES.matcher(Simplifier.toSimplified(text)).replaceAll("");
    }

    private static String province(Article article) {
        String place = Optional.ofNullable(article.curation().place()).orElse("");
        return place.split("/", -1)[0];
    }

    private static List<Article> cases() throws IOException {
        List<Article> cases = new ArrayList<>();
        for (Path file : markdown("cases"))
            cases.add(ArticleParser.parse(sitePath(file), Files.readAllBytes(file), Rights.EXCERPT)
                    .value()
                    .orElseThrow());
        return cases;
    }

    private static List<Path> markdown(String folder) throws IOException {
        return files(CONTENT.resolve(folder), ".md");
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> p.toString().endsWith(extension)).sorted().collect(Collectors.toList());
        }
    }

    private static SitePath sitePath(Path file) {
        return new SitePath(file.toString().replace('\\', '/'));
    }
}
