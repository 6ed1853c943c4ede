package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cunjian.content.Metadata;
import org.cunjian.text.Simplifier;
import org.junit.jupiter.api.Test;

/** Title, date and source of real articles, by the measure of the evaluation's own script. Floors stand just below what is reached. */
class IngestAccuracyTest {
    private static final Path SHARED = Path.of("..", "shared");

    @Test
    void headersAreReadAsAnnotated() throws IOException, UnreadableException {
        assumeTrue(Files.isDirectory(SHARED.resolve("eval/gold")), "no annotated articles beside this repository");
        Map<String, Map<String, String>> gold = gold();
        int title = 0;
        int titles = 0;
        int date = 0;
        int dates = 0;
        int falseDates = 0;
        int source = 0;
        int sources = 0;
        int articles = 0;
        for (Path file : files()) {
            Map<String, String> want = gold.get(file.getFileName().toString().substring(0, 3));
            if (want == null) continue;
            articles++;
            Metadata got = read(file).metadata();
            if (want.containsKey("title")) {
                titles++;
                boolean isRight = norm(got.title()).equals(norm(want.get("title")));
                if (isRight) title++;
                else System.out.println(file.getFileName() + " title: " + got.title() + " | want " + want.get("title"));
            }
            if (want.containsKey("date")) {
                dates++;
                boolean isRight = got.date() != null && got.date().toString().equals(want.get("date"));
                if (isRight) date++;
                else System.out.println(file.getFileName() + " date: " + got.date() + " | want " + want.get("date"));
            } else if (got.date() != null) {
                falseDates++;
                System.out.println(file.getFileName() + " false date: " + got.date());
            }
            if (want.containsKey("source")) {
                sources++;
                boolean isRight = got.source() != null && norm(got.source()).contains(norm(want.get("source")));
                if (isRight) source++;
                else
                    System.out.println(
                            file.getFileName() + " source: " + got.source() + " | want " + want.get("source"));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "ingest: articles %d  title %.3f  date %.3f  date_false %d  source %.3f%n",
                articles,
                (double) title / titles,
                (double) date / dates,
                falseDates,
                (double) source / sources);
        assertThat(title).isGreaterThanOrEqualTo((int) Math.floor(titles * 0.97));
        assertThat(date).isEqualTo(dates);
        assertThat(falseDates).isZero();
        assertThat(source).isGreaterThanOrEqualTo((int) Math.floor(sources * 0.97));
    }

    static CleanArticle read(Path file) throws IOException, UnreadableException {
        String name = file.getFileName().toString();
        return CleanArticle.of(
                RawArticleReader.read(name, name, Files.readAllBytes(file)).draft(),
                name.replaceFirst("\\.[^.]+$", ""));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> articles = Files.list(SHARED.resolve("eval/articles"));
                Stream<Path> seeds = Files.list(SHARED.resolve("seeds"))) {
            return Stream.concat(articles, seeds).sorted().toList();
        }
    }

    private static String norm(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(Simplifier.toSimplified(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> c == '+' || Character.isLetterOrDigit(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The strings under {@code meta} of every gold file, by article. */
    private static Map<String, Map<String, String>> gold() throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(SHARED.resolve("eval/gold"))) {
            for (Path file : files.sorted().toList())
                all.put(file.getFileName().toString().substring(0, 3), meta(file));
        }
        return all;
    }

    private static Map<String, String> meta(Path file) throws IOException {
        Map<String, String> meta = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME
                        || !json.currentName().equals("meta")) continue;
                json.nextToken();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String key = json.currentName();
                    JsonToken value = json.nextToken();
                    if (value == JsonToken.VALUE_STRING) meta.put(key, json.getText());
                    else json.skipChildren();
                }
                return meta;
            }
        }
        return meta;
    }
}
