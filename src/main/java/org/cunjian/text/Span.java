package org.cunjian.text;

/**
 * A stretch of a text, in UTF-16 code units: {@code start} inclusive, {@code end} exclusive, 0-based. This is Java's and
 * JavaScript's own unit, so a span is stored and published as it is.
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) throw new IllegalArgumentException("span " + start + ".." + end);
    }

    /** The span of {@code length} code units that begins at {@code start}. */
    public static Span at(int start, int length) {
        return new Span(start, start + length);
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** True where the two share at least one code unit; spans that only touch do not overlap. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public Span shift(int by) {
        return new Span(start + by, end + by);
    }

    /** The characters under this span. @throws IndexOutOfBoundsException if the span ends past the text */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** By start, then the longer one first, so that an enclosing span precedes what it encloses. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
