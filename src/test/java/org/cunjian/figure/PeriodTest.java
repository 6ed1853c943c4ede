package org.cunjian.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cunjian.text.Span;
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
            String slow = Period.of(text.toString(), sentence, figure, (t, at, to) -> true);
            assertThat(Period.of(text.toString(), sentence, figure))
                    .as("-Dseed=%d: %s", seed, text)
                    .isEqualTo(slow);
            if (slow != null) found++;
        }
        assertThat(found).isBetween(10_000, 49_000);
    }
}
