package org.cunjian.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final List<String> PIECES = List.of(
            "2", "0", "19", "2021", "年", "月", "底", "至", "去年", "上半年", "十", "四", "五", "三", "一", "两", "期间", "来", "间", "目前",
            "近", "每", "年均", "月均", "同期", "户", "，", "村", "”");

    /** Most places are told by the character behind a number; asking the form at each must give the same. */
    @Test
    void theShortWayFindsWhatTheFormFinds() {
        long seed = Long.getLong("seed", 8912L);
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces >= 0; pieces--)
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            int end = text.length();
            text.append("86万元");
            Span sentence = new Span(0, text.length());
            Span figure = new Span(end, text.length());
            String slow = walked(text.toString(), end);
            assertThat(Period.of(text.toString(), sentence, figure))
                    .as("-Dseed=%d: %s", seed, text)
                    .isEqualTo(slow);
            if (slow != null) found++;
        }
        assertThat(found).isBetween(10_000, 49_000);
    }

    private static @Nullable String walked(String text, int figure) {
        for (int i = figure - 2; i >= 0; i--) {
            boolean isInsideNumber = i > 0 && isDigit(text.charAt(i)) && isDigit(text.charAt(i - 1));
            Matcher time = Period.TIME.matcher(text).region(i, figure);
            if (!isInsideNumber && time.lookingAt())
                return text.substring(text.startsWith("近", i - 1) ? i - 1 : i, time.end());
        }
        return null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
