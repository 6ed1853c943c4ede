package org.cunjian.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole pages of many kinds, written by us: the first line is the title, behind ~~~~~~ stands what must be published, in the
 * notation of {@code practices.spec.txt}.
 */
class PageSpecTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "01-tv",
                "02-exam",
                "03-hant",
                "04-notice",
                "05-feature",
                "06-numbers",
                "07-stat",
                "08-culture",
                "09-profile",
                "10-web",
                "11-speech",
                "12-digital",
                "14-multi",
                "20-points",
                "21-analysis",
                "22-taiwan",
                "23-questions",
                "24-lake",
                "30-bench",
                "31-question",
                "32-letter",
                "33-five"
            })
    void whatThePageRunsIsPublishedAndNothingElseThatTempts(String page) throws IOException {
        String[] parts = read(page).split("\n~~~~~~\n");
        int titleEnd = parts[0].indexOf('\n');
        List<PracticeFinding> published = new PracticeExtractor()
                        .extract(
                                parts[0].substring(0, titleEnd),
                                parts[0].substring(titleEnd).strip())
                        .stream()
                        .filter(f -> f.status() == PracticeStatus.CONFIRMED)
                        .toList();
        List<String> surfaces =
                published.stream().flatMap(PageSpecTest::surfaces).toList();
        List<String> withParts = published.stream()
                .flatMap(f -> surfaces(f)
                        .map(name -> name + ": "
                                + f.components().stream().map(Component::name).collect(Collectors.joining("/"))))
                .toList();
        for (String line : parts[1].split("\n")) {
            String name = line.equals("none") ? "" : line.substring(2);
            if (line.equals("none")) assertThat(surfaces).isEmpty();
            else if (line.startsWith("- ")) assertThat(surfaces).doesNotContain(name);
            else assertThat(name.contains(": ") ? withParts : surfaces).contains(name);
        }
    }

    private static Stream<String> surfaces(PracticeFinding finding) {
        return Stream.concat(Stream.of(finding.name()), finding.aliases().stream());
    }

    static String read(String page) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PageSpecTest.class.getResourceAsStream("pages/" + page + ".txt"), page)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
