package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StringPoolTest {
    private final StringPool pool = new StringPool();

    private String take(String text) {
        byte[] bytes = ("前" + text + "后").getBytes(StandardCharsets.UTF_8);
        return pool.of(bytes, 3, bytes.length - 3);
    }

    @Test
    void equalTextsAreOneObject() {
        assertThat(take("五长制")).isSameAs(take("五长制")).isEqualTo("五长制");
        assertThat(take("")).isSameAs(take("")).isEmpty();
    }

    @Test
    void textsThatShareASlotAreNotMixedUp() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        for (int i = 0; i < 3; i++) {
            assertThat(take("Aa")).isEqualTo("Aa");
            assertThat(take("BB")).isEqualTo("BB");
        }
    }

    @Test
    void manyTextsOfAnyLengthComeBackAsTheyAre() {
        long seed = Long.getLong("seed", 20261122);
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            String text = "户".repeat(random.nextInt(60)) + random.nextInt(100_000) + "𠮷";
            assertThat(take(text)).as("seed %d", seed).isEqualTo(text);
        }
    }
}
