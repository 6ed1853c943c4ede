package org.cunjian.text;

import java.util.Arrays;

/**
 * Lines and columns of one text, for people: both 1-based, columns in code points. Lines end with LF, CRLF or CR. Built in
 * one pass; each look-up is a binary search.
 */
public final class LineMap {
    private final String text;
    private final int[] starts;

    private LineMap(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static LineMap of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
                starts[count++] = i + 1;
            }
        }
        return new LineMap(text, Arrays.copyOf(starts, count));
    }

    public int lineCount() {
        return starts.length;
    }

    /** The line (1-based) that holds {@code offset}; an offset past the end belongs to the last line. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column (1-based, in code points) of {@code offset} in its line. */
    public int column(int offset) {
        int start = starts[line(offset) - 1];
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** Where {@code line} (1-based) begins. */
    public int offset(int line) {
        return starts[line - 1];
    }

    /** The characters of {@code line} (1-based) without its line end. */
    public String lineText(int line) {
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) end--;
        return text.substring(start, end);
    }
}
