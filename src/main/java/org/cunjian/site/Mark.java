package org.cunjian.site;

import org.cunjian.text.Span;

/**
 * A stretch of an article's body that other pages point at. Public for the templates' sake only.
 *
 * @param id the element's id on the case page: {@code m-120}, {@code f-95}
 * @param start UTF-16 offset into the body, as is {@code end}
 */
public record Mark(String id, int start, int end, Kind kind) implements Comparable<Mark> {

    /** What is marked; where marks overlap, the kind listed first is the one that is seen. */
    public enum Kind {
        PRACTICE("m-", "<mark", "</mark>"),
        FIGURE("f-", "<span class=\"figure\"", "</span>"),
        PART("c-", "<span class=\"part\"", "</span>"),
        THEME("t-", "<span", "</span>");

        private final String prefix;
        final String open;
        final String close;

        Kind(String prefix, String open, String close) {
            this.prefix = prefix;
            this.open = open;
            this.close = close;
        }

        String id(Span span) {
            return prefix + span.start();
        }
    }

    static Mark of(Kind kind, Span span) {
        return new Mark(kind.id(span), span.start(), span.end(), kind);
    }

    /** By start, then the more important kind, then the longer one. */
    @Override
    public int compareTo(Mark other) {
        if (start != other.start) return Integer.compare(start, other.start);
        if (kind != other.kind) return kind.compareTo(other.kind);
        return Integer.compare(other.end, end);
    }
}
