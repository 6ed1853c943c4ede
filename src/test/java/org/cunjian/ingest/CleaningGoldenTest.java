package org.cunjian.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.content.Metadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders under {@code src/test/golden/clean}: {@code input.*} and {@code expected.md}, header and body after cleaning. Written by
 * us, after what real pages do. {@code -Dgolden.update=true} rewrites the expectations and still fails the run.
 */
class CleaningGoldenTest {
    private static final Path ROOT = Path.of("src/test/golden/clean");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().map(CleaningGoldenTest::input).toList();
        }
    }

    private static Path input(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String clean(String name, String text) {
        return clean(name, text.getBytes(UTF_8));
    }

    private static String clean(String name, byte[] bytes) {
        try {
            CleanArticle article =
                    CleanArticle.of(RawArticleReader.read(name, name, bytes).draft(), "input");
            return shown(article);
        } catch (UnreadableException e) {
            return e.code();
        }
    }

    private static String shown(CleanArticle article) {
        Metadata metadata = article.metadata();
        StringBuilder text = new StringBuilder("title=" + metadata.title() + "\n");
        if (metadata.date() != null)
            text.append("date=").append(metadata.date()).append('\n');
        if (metadata.source() != null)
            text.append("source=").append(metadata.source()).append('\n');
        if (metadata.byline() != null)
            text.append("byline=").append(metadata.byline()).append('\n');
        return text + "~~~~~~\n" + article.body();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsCleanedAsExpected(Path input) throws IOException {
        String name = input.getFileName().toString();
        String text = Files.readString(input);
        Path expected = input.resolveSibling("expected.md");
        String got = clean(name, text);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, got);
            fail("rewritten: read the difference");
        }
        assertThat(expected).as("an input needs an expectation").exists();
        String want = Files.readString(expected);
        assertThat(got).isEqualTo(want);
        assertThat(clean(name, text.replace("\n", "\r\n"))).as("with CRLF").isEqualTo(want);
        assertThat(clean(name, "\uFEFF" + text)).as("with a byte order mark").isEqualTo(want);
        assertThat(clean("again.md", want)).as("cleaned again").isEqualTo(want);
        Charset national = Charset.forName(name.startsWith("input.hant") ? "Big5" : "GB18030");
        String declared = text.replaceFirst("charset=\"?utf-8", "charset=" + national.name());
        assertThat(clean(name, declared.getBytes(national)))
                .as("in " + national)
                .isEqualTo(want);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyPrefixAndSuffixIsReadWithoutException(Path input) throws IOException {
        String name = input.getFileName().toString();
        String text = Files.readString(input);
        int step = Math.max(1, text.length() / 60);
        for (int i = 0; i <= text.length(); i += step) {
            clean(name, text.substring(0, i));
            clean(name, text.substring(i));
        }
    }
}
