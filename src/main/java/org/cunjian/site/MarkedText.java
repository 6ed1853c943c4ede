package org.cunjian.site;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;

/** Source text as HTML, cut at the marks. One is made for each document: it keeps the place it has reached. */
final class MarkedText {
    private final MarkLayout marks;
    private int nextUnnamed;

    MarkedText(MarkLayout marks) {
        this.marks = marks;
    }

    /** Writes source text, opening and closing marks where they begin and end. */
    void write(BasedSequence chars, StringBuilder out) {
        if (chars.isEmpty()) return;
        int start = chars.getStartOffset();
        int end = chars.getEndOffset();
        if (end - start != chars.length()) {
            out.append(Escaping.escapeHtml(Escaping.normalizeEOL(chars.unescape()), false));
            return;
        }
        int stretch = marks.firstEndingAfter(start);
        name(stretch, out);
        int at = start;
        for (; stretch < marks.size() && marks.get(stretch).start() < end; stretch++) {
            MarkLayout.Stretch marked = marks.get(stretch);
            int from = Math.max(at, marked.start());
            int to = Math.min(end, marked.end());
            text(chars, at - start, from - start, out);
            open(stretch, marked, out);
            text(chars, from - start, to - start, out);
            out.append(marked.look().close);
            at = to;
        }
        text(chars, at - start, end - start, out);
    }

    /** Gives the ids that no text showed: links to them lead to the end. */
    void finish(StringBuilder out) {
        name(marks.size(), out);
    }

    private void open(int stretch, MarkLayout.Stretch marked, StringBuilder out) {
        boolean isFirst = stretch >= nextUnnamed && !marked.ids().isEmpty();
        if (isFirst) {
            for (String id : marked.ids().subList(1, marked.ids().size())) out.append(spot(id));
            out.append(marked.look().open)
                    .append(" id=\"")
                    .append(marked.ids().get(0))
                    .append("\">");
        } else {
            out.append(marked.look().open).append('>');
        }
        nextUnnamed = Math.max(nextUnnamed, stretch + 1);
    }

    /** Gives the ids of stretches before {@code stretch} that no text showed: links to them lead here. */
    private void name(int stretch, StringBuilder out) {
        for (; nextUnnamed < stretch; nextUnnamed++)
            for (String id : marks.get(nextUnnamed).ids()) out.append(spot(id));
    }

    private static String spot(String id) {
        return "<span id=\"" + id + "\"></span>";
    }

    /** Nearly all text is as it is written: it is escaped in one pass, without flexmark's regular expressions. */
    private static void text(BasedSequence chars, int from, int to, StringBuilder out) {
        if (from >= to) return;
        for (int i = from; i < to; i++) {
            char c = chars.charAt(i);
            if (c == '\\' || c == '&' || c == '\r') {
                out.append(Escaping.escapeHtml(
                        Escaping.normalizeEOL(chars.subSequence(from, to).unescape()), false));
                return;
            }
        }
        for (int i = from; i < to; i++) {
            char c = chars.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
