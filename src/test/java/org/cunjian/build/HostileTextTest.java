package org.cunjian.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Progress;
import org.cunjian.ingest.IngestReport;
import org.cunjian.ingest.Ingester;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that nobody writes and that machines make: through ingest and all stages of one article, in bounded time. */
class HostileTextTest {
    private static final String HEAD = "山前村推行“五长制”\n来源：山前日报 2023-05-06 08:00\n";
    private static final String PROSE = "山前村推行“五长制”，即路长、街长、巷长、田长、河长，村里的事有人管，一年办成86件。";

    @TempDir
    Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("100,000 opening quotes", HEAD + PROSE + "\n\n" + "“".repeat(100_000)),
                Arguments.of("100,000 opening corner brackets", HEAD + PROSE + "\n\n" + "「『".repeat(50_000)),
                Arguments.of("100,000 pairs of quotes", HEAD + PROSE + "\n\n" + "“制”".repeat(100_000)),
                Arguments.of("one sentence of a megabyte", HEAD + PROSE + "\n\n" + "村里的事大家商量着办".repeat(35_000)),
                Arguments.of("one list of a megabyte", HEAD + PROSE + "\n\n即" + "路长、街长、".repeat(60_000)),
                Arguments.of("one formula of 100,000", HEAD + PROSE + "\n\n" + "1+".repeat(50_000) + "1模式"),
                Arguments.of("100,000 digits", HEAD + PROSE + "\n\n" + "8".repeat(100_000) + "万元"),
                Arguments.of(
                        "marks of direction",
                        HEAD + "\u202E" + PROSE + "\u200F“\u202A五长\u202C制”\u2067好\u2069。" + PROSE),
                Arguments.of(
                        "characters outside the first plane", HEAD + PROSE + "𠀀村的“𠀀长制”，" + "𠮷".repeat(20_000) + "。"),
                Arguments.of("combining marks", HEAD + PROSE + "\n\n" + "e\u0301\uFE0F\u200D".repeat(30_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isReadToTheEnd(String name, String text) throws IOException {
        SiteFolder site = SiteInText.write(folder.resolve("site"), "");
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Files.write(raw.resolve("a.txt"), text.getBytes(UTF_8));
        IngestReport report = Ingester.ingest(List.of(raw), site.root(), Rights.FULL, Progress.NONE);
        assertThat(report.diagnostics()).noneMatch(d -> d.code().equals("build/article-crash"));
        SiteContent content = ContentLoader.load(site, Progress.NONE).value().orElseThrow();
        assertThat(content.articles()).hasSize(1);
        var read = new CaseReader(content.config()).read(content.articles().get(0));
        String body = read.article().body();
        assertThat(body).contains("五长制");
        for (PracticeFinding finding : read.practices())
            for (Mention mention : finding.mentions())
                assertThat(mention.span().of(body)).isEqualTo(mention.surface());
        read.figures()
                .forEach(f -> assertThat(new Span(0, body.length()).contains(f.span()))
                        .isTrue());
    }

    /** Lone surrogates reach a content file only as bytes that are no UTF-8; in the text of a page an entity makes them. */
    @ParameterizedTest
    @MethodSource("surrogates")
    void aLoneSurrogateIsNoReasonToFail(String page) throws IOException {
        SiteFolder site = SiteInText.write(folder.resolve("site"), "");
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Files.write(raw.resolve("a.html"), page.getBytes(UTF_8));
        Ingester.ingest(List.of(raw), site.root(), Rights.FULL, Progress.NONE);
        SiteContent content = ContentLoader.load(site, Progress.NONE).value().orElseThrow();
        assertThat(content.articles()).hasSize(1);
        String body = content.articles().get(0).body();
        assertThat(body).contains("五长制");
        assertThat(new String(body.getBytes(UTF_8), UTF_8)).isEqualTo(body);
        new CaseReader(content.config()).read(content.articles().get(0));
    }

    static Stream<String> surrogates() {
        return Stream.of(
                "<html><body><h1>山前村</h1><p>" + PROSE + "&#xD840;</p></body></html>",
                "<html><body><h1>山前村</h1><p>" + PROSE + "&amp;#55360;</p></body></html>",
                "<html><body><script>var s={\"title\":\"\\uD840\",\"content\":\"<p>" + PROSE
                        + "\\uDC00</p>\"};</script></body></html>");
    }
}
