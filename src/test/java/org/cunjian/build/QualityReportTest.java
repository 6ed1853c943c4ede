package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.Severity;
import org.cunjian.ingest.Ingester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quality table: the annotated articles through the whole pipeline, raw files to open data, measured by the evaluation's own
 * script. Floors stand just under what was reached. The weights saw these articles; what holds on articles never seen is the
 * cross-validated line that {@code PracticeQualityTest} prints, with the table of rules, hits and errors.
 */
class QualityReportTest {
    private static final Path EVALUATION = Path.of("..", "shared", "eval");
    private static final Path SEEDS = Path.of("..", "shared", "seeds");

    @TempDir
    Path folder;

    /** A figure of the script, what it is called here, and what it must not fall under (or rise above). */
    private record Row(String key, String name, double bound, boolean isCeiling) {
        static Row floor(String key, String name, double bound) {
            return new Row(key, name, bound, false);
        }

        static Row ceiling(String key, String name, double bound) {
            return new Row(key, name, bound, true);
        }

        boolean holds(double value) {
            DoublePredicate holds = isCeiling ? v -> v <= bound : v -> v >= bound;
            return holds.test(value);
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.floor("practice_precision", "practices: precision", 0.97),
            Row.floor("practice_recall", "practices: recall of core", 0.93),
            Row.floor("practice_f1", "practices: F1", 0.95),
            Row.floor("components_exact", "components: exact", 0.88),
            Row.ceiling("components_invented", "components: invented", 3),
            Row.floor("figure_recall", "figures: recall", 0.97),
            Row.floor("figure_projected_ok", "figures: projected flag", 0.97),
            Row.floor("title", "title", 0.99),
            Row.floor("date", "date", 0.99),
            Row.ceiling("date_false", "date: false ones", 0),
            Row.floor("source", "source", 0.99),
            Row.floor("province", "place: province", 0.99),
            Row.floor("city", "place: city", 0.99),
            Row.floor("county", "place: county", 0.99),
            Row.floor("township", "place: township", 0.99),
            Row.floor("village", "place: village", 0.95),
            Row.ceiling("missing", "articles without a case", 0));

    @Test
    void annotatedArticlesAreReadAsAnnotated() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(EVALUATION.resolve("gold")), "no annotated articles beside this repository");
        SiteFolder site = SiteInText.write(folder.resolve("site"), "");
        List<Path> raw = new ArrayList<>(List.of(EVALUATION.resolve("articles")));
        if (Files.isDirectory(SEEDS)) raw.add(SEEDS);
        Ingester.ingest(raw, site.root(), Rights.FULL, Progress.NONE);
        BuildReport built = SiteBuilder.build(site, Progress.NONE);
        assertThat(built.diagnostics()).extracting(Diagnostic::severity).doesNotContain(Severity.ERROR);

        Path cases = site.output().resolve("data/cases.jsonl");
        String json = score(cases, "--json");
        List<String> broken = new ArrayList<>();
        System.out.printf("%n  quality on the annotated articles, raw files to open data      reached    bound%n");
        for (Row row : ROWS) {
            double value = figure(json, row.key());
            String line = String.format(
                    Locale.ROOT,
                    "  %-60s  %8s  %s %s",
                    row.name(),
                    shown(value, row.isCeiling()),
                    row.isCeiling() ? "≤" : "≥",
                    shown(row.bound(), row.isCeiling()));
            System.out.println(line + (row.holds(value) ? "" : "  ✘"));
            if (!row.holds(value)) broken.add(line.strip());
        }
        int pages = 0;
        int wrong = 0;
        Matcher page = Pattern.compile("(?m)^\\d{3}: core 0/0  false (\\d+)").matcher(score(cases, "--show"));
        for (; page.find(); pages++) if (!page.group(1).equals("0")) wrong++;
        System.out.printf("  %-60s  %8s  ≤ 0%n%n", "pages without a practice (" + pages + ") that show one", wrong);
        assertThat(wrong).as("pages without a practice that show one").isZero();
        assertThat(broken).isEmpty();
    }

    private static String shown(double value, boolean isCount) {
        return isCount ? Integer.toString((int) value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String score(Path cases, String option) throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3",
                            EVALUATION.resolve("score.py").toString(),
                            "--gold",
                            EVALUATION.resolve("gold").toString(),
                            "--cases",
                            cases.toString(),
                            option)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "needs python3");
            throw e;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        return said;
    }

    private static double figure(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": ([0-9.]+)").matcher(json);
        assertThat(found.find()).as("%s in %s", name, json).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
