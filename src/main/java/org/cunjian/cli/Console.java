package org.cunjian.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.cunjian.build.StageTable;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.DiagnosticRenderer;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.Severity;
import org.cunjian.text.DisplayWidth;

/** What the commands say and where: the product to standard output, everything else to standard error. */
final class Console {
    private static final int BAR_CELLS = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final Main.Surroundings around;
    private final Messages messages;
    private final boolean isColoured;
    private boolean isQuiet;

    Console(Main.Surroundings around, Language language) {
        this.around = around;
        this.messages = Messages.in(language);
        String term = around.environment().getOrDefault("TERM", "");
        this.isColoured = around.isTerminal() && !around.environment().containsKey("NO_COLOR") && !term.equals("dumb");
    }

    Messages messages() {
        return messages;
    }

    boolean isTerminal() {
        return around.isTerminal();
    }

    boolean isColoured() {
        return isColoured;
    }

    PrintStream out() {
        return around.out();
    }

    PrintStream err() {
        return around.err();
    }

    java.io.InputStream in() {
        return around.in();
    }

    /** From now on only the product, errors and warnings. */
    void beQuiet() {
        isQuiet = true;
    }

    /** A line for the person, unless quiet. */
    void say(String line) {
        if (!isQuiet) around.err().println(line);
    }

    /** A line that is told even when quiet. */
    void complain(String line) {
        around.err().println(line);
    }

    void print(List<Diagnostic> diagnostics) {
        List<Diagnostic> shown = isQuiet
                ? diagnostics.stream()
                        .filter(d -> d.severity() != Severity.NOTE)
                        .toList()
                : diagnostics;
        around.err().print(new DiagnosticRenderer(messages, isColoured).render(shown));
    }

    /** One redrawn line on a terminal, a line every few seconds elsewhere, nothing when quiet. */
    Progress progress() {
        return isQuiet ? Progress.NONE : new Drawing();
    }

    /** Ends the redrawn line. */
    void clearProgress() {
        if (!isQuiet && around.isTerminal()) around.err().print("\r\u001b[K");
    }

    /** Stage, items, seconds, seconds of processors: what took the time. A stage that ran beside another has ∥ for the last. */
    void table(List<StageTable.Row> rows, StageTable.Row total) {
        if (isQuiet || rows.isEmpty()) return;
        StringBuilder out = new StringBuilder();
        String[] head = {
            messages.text("cli/table-stage"),
            messages.text("cli/table-items"),
            messages.text("cli/table-seconds"),
            messages.text("cli/table-cpu")
        };
        int width = DisplayWidth.cells(head[0]);
        for (StageTable.Row row : rows) width = Math.max(width, DisplayWidth.cells(messages.text(row.stage())));
        width += 2;
        out.append(line(width, head[0], head[1], head[2], head[3]));
        for (StageTable.Row row : rows)
            out.append(line(
                    width,
                    messages.text(row.stage()),
                    Long.toString(row.items()),
                    seconds(row.nanos()),
                    row.hasCpu() ? seconds(row.cpuNanos()) : "∥"));
        out.append(
                line(width, messages.text("cli/table-total"), "", seconds(total.nanos()), seconds(total.cpuNanos())));
        around.err().print(out);
    }

    private static String line(int width, String stage, String items, String seconds, String cpu) {
        return "  " + stage + " ".repeat(width - DisplayWidth.cells(stage)) + padLeft(items, 9) + padLeft(seconds, 10)
                + padLeft(cpu, 10) + System.lineSeparator();
    }

    private static String padLeft(String text, int cells) {
        return " ".repeat(Math.max(1, cells - DisplayWidth.cells(text))) + text;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }

    private final class Drawing implements Progress {
        private String stage = "";
        private long lastNanos = System.nanoTime();
        private boolean hasDrawn;

        @Override
        public synchronized void report(String name, long done, long total) {
            long now = System.nanoTime();
            long pause = around.isTerminal() ? REDRAW_NANOS : PLAIN_NANOS;
            boolean isNew = !name.equals(stage);
            // What takes no time needs no line: a first line of a stage waits as long as the next.
            if (now - lastNanos < pause && !(isNew && around.isTerminal() && !hasDrawn)) return;
            stage = name;
            lastNanos = now;
            hasDrawn = true;
            String count = total > 0 ? done + "/" + total : Long.toString(done);
            if (around.isTerminal())
                around.err().print("\r\u001b[K" + bar(done, total) + messages.text(name) + " " + count);
            else around.err().println(messages.text(name) + " " + count);
        }

        private String bar(long done, long total) {
            if (total <= 0) return "";
            int full = (int) Math.min(BAR_CELLS, done * BAR_CELLS / total);
            return "[" + "█".repeat(full) + "░".repeat(BAR_CELLS - full) + "] ";
        }
    }
}
