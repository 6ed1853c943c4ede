package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoilerplateTest {
    private static final int DRAWN = 20_000;

    /** Rows are chosen by a line's first character and by cue words; asking each row must give the same. */
    @Test
    void theShortWayFindsWhatAskingEachRowFinds() throws IOException {
        List<String> lines = lines();
        long seed = Long.getLong("seed", 8911L);
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < DRAWN; i++) {
            String line = drawn(lines, random);
            for (Boilerplate.Zone zone : Boilerplate.Zone.values()) {
                Optional<Boilerplate> slow = askingEach(line, zone);
                assertThat(Boilerplate.find(line, zone))
                        .as("-Dseed=%d, %s: %s", seed, zone, line)
                        .isEqualTo(slow);
                if (slow.isPresent()) found++;
            }
        }
        assertThat(found).isGreaterThan(DRAWN / 20);
    }

    private static Optional<Boilerplate> askingEach(String line, Boilerplate.Zone zone) {
        return Boilerplate.rows().stream()
                .filter(row -> row.zone() == Boilerplate.Zone.ANYWHERE || row.zone() == zone)
                .filter(row -> line.length() <= 120 || row.name().equals("disclaimer"))
                .filter(row -> row.form().matcher(line).matches())
                .findFirst();
    }

    /** A line, the end of one, or the beginning of one before the end of another. */
    private static String drawn(List<String> lines, Random random) {
        String line = lines.get(random.nextInt(lines.size()));
        String other = lines.get(random.nextInt(lines.size()));
        return switch (random.nextInt(3)) {
            case 0 -> line;
            case 1 -> line.substring(random.nextInt(line.length()));
            default ->
                line.substring(0, random.nextInt(line.length())) + other.substring(random.nextInt(other.length()));
        };
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/golden/clean"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList())
                for (String line : Files.readString(file).split("\n|<[^>]*>"))
                    if (!Han.strip(line).isEmpty()) lines.add(Han.strip(line));
        }
        return lines;
    }
}
