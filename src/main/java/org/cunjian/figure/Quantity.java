package org.cunjian.figure;

import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** A number that was read, or a stretch of digits known to be none ({@code isSkipped}: a date, a telephone number). */
record Quantity(Span span, @Nullable Double value, String unit, boolean isSkipped) {}
