package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cunjian.content.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One text in thirty pages, each with a habit of Chinese sites: where date and source stand, what is around, how lines are made. */
class HtmlHabitsTest {
    private static final Path ROOT = Path.of("src/test/resources/org/cunjian/ingest/habits");

    static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("expected.tsv")).stream()
                .filter(row -> !row.startsWith("#"))
                .toList();
    }

    private static CleanArticle read(String name) throws IOException, UnreadableException {
        byte[] bytes = Files.readAllBytes(ROOT.resolve(name + ".html"));
        return CleanArticle.of(
                RawArticleReader.read(name + ".html", name + ".html", bytes).draft(), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void pageIsReadAsAVisitorReadsIt(String row) throws IOException, UnreadableException {
        String[] want = row.split("\t", -1);
        CleanArticle article = read(want[0]);
        Metadata got = article.metadata();
        String date = got.date() == null ? "-" : got.date().toString();
        String source = got.source() == null ? "-" : got.source();
        String byline = got.byline() == null ? "-" : got.byline();
        assertThat(List.of(want[0], got.title(), date, source, byline)).containsExactly(want);
        assertThat(article.body()).isEqualTo(Files.readString(ROOT.resolve("body.md")));
    }

    @Test
    void everyPrefixAndSuffixIsRead() throws IOException {
        for (String row : rows()) {
            String page = Files.readString(ROOT.resolve(row.split("\t", -1)[0] + ".html"));
            for (int i = 0; i <= page.length(); i += 61) {
                CleanArticle.of(HtmlReader.read(page.substring(0, i)), "a");
                CleanArticle.of(HtmlReader.read(page.substring(i)), "a");
            }
        }
    }
}
