package org.cunjian.figure;

import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an article claims. {@code text} is number, hedge and unit as printed, in Simplified (86万元, 200余人次);
 * {@code value} is the plain number (860000), null where it cannot be told; {@code subject} says what is counted, in the
 * article's words, null where unclear.
 *
 * @param isProjected true for what is planned or expected, false for what is claimed as reached
 * @param period the time that the sentence gives for it, as printed (2022年, 去年, 每月); null where it gives none
 * @param from the figure that this one is compared with: 51.4岁 for the 42.1岁 of 由51.4岁下降至42.1岁; null where none is
 * @param span of {@code text} in the body
 */
public record Figure(
        String text,
        @Nullable Double value,
        String unit,
        @Nullable String subject,
        boolean isProjected,
        @Nullable String period,
        @Nullable String from,
        Span span) {

    private static final String[] HEDGES = {
        "左右", "以上", "以下", "以内", "之多", "上下", "约", "近", "超", "逾", "余", "多", "来", "几", "数", "上"
    };

    /** The word that makes the number less than exact (余 近 约 超 左右 …), as printed; empty for an exact one. */
    public String hedge() {
        for (String hedge : HEDGES) if (text.contains(hedge)) return hedge;
        return "";
    }
}
