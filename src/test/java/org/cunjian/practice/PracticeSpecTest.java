package org.cunjian.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code practices.spec.txt}, whose first lines say how to write an example. */
class PracticeSpecTest {

    record Example(String body, List<String> expectations) {
        @Override
        public String toString() {
            return body.strip();
        }
    }

    static List<Example> examples() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PracticeSpecTest.class.getResourceAsStream("practices.spec.txt"))) {
            List<Example> examples = new ArrayList<>();
            for (String block : new String(in.readAllBytes(), UTF_8).split("\n\\s*\n")) {
                List<String> lines = Stream.of(block.split("\n"))
                        .filter(l -> !l.startsWith("#") && !l.isBlank())
                        .toList();
                List<String> expected =
                        lines.stream().filter(PracticeSpecTest::isExpectation).toList();
                String body = lines.stream().filter(l -> !isExpectation(l)).collect(Collectors.joining("\n"));
                if (!body.isEmpty()) examples.add(new Example(body, expected));
            }
            return examples;
        }
    }

    private static boolean isExpectation(String line) {
        return line.startsWith("= ") || line.startsWith("- ") || line.equals("none");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyExampleHolds(Example example) {
        List<PracticeFinding> confirmed = new PracticeExtractor()
                .extract("", example.body()).stream()
                        .filter(f -> f.status() == PracticeStatus.CONFIRMED)
                        .toList();
        List<String> found = confirmed.stream().flatMap(PracticeSpecTest::shown).toList();
        List<String> names = confirmed.stream().map(PracticeFinding::name).toList();
        List<String> surfaces =
                confirmed.stream().flatMap(PracticeSpecTest::surfaces).toList();
        for (String line : example.expectations()) {
            String name = line.substring(2);
            if (line.equals("none")) assertThat(names).isEmpty();
            else if (line.startsWith("- ")) assertThat(names).doesNotContain(name);
            else assertThat(name.contains(": ") ? found : surfaces).contains(name);
        }
    }

    /** Each form of the name with the parts behind it. */
    private static Stream<String> shown(PracticeFinding finding) {
        String parts = finding.components().stream().map(Component::name).collect(Collectors.joining("/"));
        return surfaces(finding).map(name -> name + ": " + parts);
    }

    private static Stream<String> surfaces(PracticeFinding finding) {
        return Stream.concat(Stream.of(finding.name()), finding.aliases().stream());
    }
}
