package org.cunjian.diagnostic;

import org.cunjian.text.LineMap;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file a diagnostic points. {@code line} and {@code column} are 1-based, the column in code points; line 0 means
 * the file as a whole. {@code lineText} is that line as printed and {@code mark} the span of it to underline (UTF-16 offsets
 * into {@code lineText}).
 */
public record SourceRange(
        String path,
        int line,
        int column,
        @Nullable String lineText,
        @Nullable Span mark) implements Comparable<SourceRange> {

    /** The file as a whole. */
    public static SourceRange file(String path) {
        return new SourceRange(path, 0, 0, null, null);
    }

    /** {@code span} of {@code text}, which is the content of {@code path}; a span over several lines is cut at the first. */
    public static SourceRange of(String path, String text, Span span) {
        return of(path, LineMap.of(text), span);
    }

    public static SourceRange of(String path, LineMap lines, Span span) {
        int line = lines.line(span.start());
        String lineText = lines.lineText(line);
        int from = Math.min(span.start() - lines.offset(line), lineText.length());
        int to = Math.max(from, Math.min(span.end() - lines.offset(line), lineText.length()));
        return new SourceRange(path, line, lines.column(span.start()), lineText, new Span(from, to));
    }

    /** {@code path}, {@code path:line} or {@code path:line:column}. */
    public String label() {
        return line == 0 ? path : path + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(SourceRange other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) return byPath;
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
