package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstCharactersTest {
    private static final String LETTERS = "来源时间文章 ：/一a1x";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:文章)?来源|时间?(?=\\s*：)|(?<![\\p{L}])文(?=/)",
                "(?=.*章)[来文]+",
                ".{0,2}源",
                "(?i)X|1a?",
                "[^来源：]{2}",
                "(?:文|章)\\s*"
            })
    void findsWhatTheMatcherFinds(String form) {
        Pattern pattern = Pattern.compile(form);
        FirstCharacters first = new FirstCharacters(pattern);
        long seed = Long.getLong("seed", 8913L);
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--)
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            int from = random.nextInt(text.length() + 1);
            Matcher plain = pattern.matcher(text);
            int expected = plain.find(from) ? plain.start() : -1;
            Matcher quick = pattern.matcher(text);
            assertThat(first.find(quick, text, from))
                    .as("-Dseed=%d: %s from %d", seed, text, from)
                    .isEqualTo(expected);
            if (expected < 0) continue;
            assertThat(quick.end()).isEqualTo(plain.end());
            found++;
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void mostCharactersBeginNothing() {
        FirstCharacters first = new FirstCharacters(Pattern.compile("来源|时间"));
        assertThat(first.has('来')).isTrue();
        assertThat(first.has('源')).isFalse();
        assertThat(first.has('时')).isTrue();
    }
}
