package org.cunjian.figure;

import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an article claims. {@code text} is number, hedge and unit as printed, in Simplified (86万元, 200余人次);
 * {@code value} is the plain number (860000), null where it cannot be told; {@code subject} says what is counted, in the
 * article's words, null where unclear.
 *
 * @param isProjected true for what is planned or expected, false for what is claimed as reached
 * @param span of {@code text} in the body
 */
public record Figure(
        String text,
        @Nullable Double value,
        String unit,
        @Nullable String subject,
        boolean isProjected,
        Span span) {}
