package org.cunjian.text;

import org.jspecify.annotations.Nullable;

/**
 * A text as search compares it, and for each of its UTF-16 units the place in the original that it came from. Made by
 * {@link SearchFold#of(String)}.
 */
public final class FoldedText {
    private final String original;
    private final String text;
    private final int @Nullable [] starts;

    /** @param starts for each unit of {@code text} the original offset; null where the two run side by side */
    FoldedText(String original, String text, int @Nullable [] starts) {
        this.original = original;
        this.text = text;
        this.starts = starts;
    }

    public String text() {
        return text;
    }

    public String original() {
        return original;
    }

    /** The span of the original that the folded units {@code from} to {@code to} (exclusive, more than from) came from. */
    public Span originalSpan(int from, int to) {
        if (from < 0 || to <= from || to > text.length())
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + text.length());
        if (starts == null) return new Span(from, to);
        int last = starts[to - 1];
        return new Span(starts[from], last + Character.charCount(original.codePointAt(last)));
    }
}
