package org.cunjian.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.text.DisplayWidth;
import org.cunjian.text.Span;

/**
 * Prints diagnostics as a person reads them: place, severity and code, the sentence, the source line with the spot
 * underlined, and the remedy.
 *
 * <pre>
 * content/cases/fengqiao.md:2:6: 错误[content/bad-date] 日期“2021-13-02”不存在
 *   2 | date=2021-13-02
 *     |      ^^^^^^^^^^
 *   办法：写成 YYYY-MM-DD，例如 2021-12-02
 * </pre>
 */
public final class DiagnosticRenderer {
    /** More than this many of one file tell nothing new: the rest is counted. */
    static final int MOST_PER_FILE = 50;

    /** A source line longer than this is shown around the spot only. */
    private static final int LINE_CELLS = 96;

    private final Messages messages;
    private final boolean isColoured;

    public DiagnosticRenderer(Messages messages, boolean isColoured) {
        this.messages = messages;
        this.isColoured = isColoured;
    }

    /** All of them, sorted, capped per file, each followed by a line end; with a last line of counts by code. */
    public String render(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) return "";
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(null);
        StringBuilder out = new StringBuilder();
        Map<String, Integer> byCode = new TreeMap<>();
        Map<String, Integer> byFile = new TreeMap<>();
        String previous = sorted.get(0).range().path();
        for (Diagnostic d : sorted) {
            byCode.merge(label(d.severity()) + "[" + d.code() + "]", 1, Integer::sum);
            String path = d.range().path();
            if (!previous.equals(path)) appendRest(out, previous, byFile);
            previous = path;
            if (byFile.merge(path, 1, Integer::sum) <= MOST_PER_FILE) out.append(render(d));
        }
        appendRest(out, previous, byFile);
        StringBuilder counts = new StringBuilder();
        byCode.forEach((code, n) -> counts.append(counts.length() == 0 ? "" : "  ")
                .append(code)
                .append(" × ")
                .append(n));
        return out.append(counts).append('\n').toString();
    }

    private void appendRest(StringBuilder out, String path, Map<String, Integer> byFile) {
        int rest = byFile.getOrDefault(path, 0) - MOST_PER_FILE;
        if (rest > 0)
            out.append(messages.text("diagnostic/more", path, Integer.toString(rest)))
                    .append('\n');
    }

    public String render(Diagnostic d) {
        SourceRange range = d.range();
        Object[] args = d.args().toArray();
        StringBuilder out = new StringBuilder();
        out.append(paint("1", range.label())).append(": ");
        out.append(paint(colour(d.severity()), label(d.severity()) + "[" + d.code() + "]"));
        out.append(' ').append(messages.text(d.code(), args)).append('\n');
        if (range.lineText() != null && range.mark() != null)
            appendSource(out, range.line(), range.lineText(), range.mark());
        messages.find(d.code() + ".hint", args)
                .ifPresent(hint -> out.append("  ")
                        .append(paint("36", messages.text("diagnostic/hint")))
                        .append(hint)
                        .append('\n'));
        return out.toString();
    }

    private void appendSource(StringBuilder out, int line, String text, Span mark) {
        int from = 0;
        if (DisplayWidth.cells(text) > LINE_CELLS) {
            from = Math.max(0, mark.start() - 20);
            if (from > 0 && Character.isLowSurrogate(text.charAt(from))) from--;
        }
        String lead = from > 0 ? "…" : "";
        String shown = DisplayWidth.cut(lead + printable(text.substring(from)), LINE_CELLS);
        String before = lead + printable(text.substring(from, mark.start()));
        int marked = Math.max(1, DisplayWidth.cells(printable(mark.of(text))));
        int room = Math.max(1, DisplayWidth.cells(shown) - DisplayWidth.cells(before));
        String number = Integer.toString(line);
        out.append("  ").append(number).append(" | ").append(shown).append('\n');
        out.append("  ").append(" ".repeat(number.length())).append(" | ");
        out.append(" ".repeat(DisplayWidth.cells(before)));
        out.append(paint("31", "^".repeat(Math.min(marked, room)))).append('\n');
    }

    /** Control characters would move the cursor or colour the terminal: shown as their pictures. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c < 0x20) shown.append((char) (0x2400 + c));
            else if (Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
                shown.append('\uFFFD');
            else shown.append((char) c);
        });
        return shown.toString();
    }

    private String label(Severity severity) {
        return messages.text(
                switch (severity) {
                    case ERROR -> "diagnostic/error";
                    case WARNING -> "diagnostic/warning";
                    case NOTE -> "diagnostic/note";
                });
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case NOTE -> "1;34";
        };
    }

    private String paint(String code, String text) {
        return isColoured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
