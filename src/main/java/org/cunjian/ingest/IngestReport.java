package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Messages;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/** What became of every raw file, in the order of their names. */
public record IngestReport(List<Entry> entries, List<Diagnostic> diagnostics) {

    /** What became of one. */
    public enum Fate {
        /** A new content file. */
        WRITTEN,
        /** Ingested before, and cleaning has become better since. */
        UPDATED,
        /** Ingested before, with the same result. */
        UNCHANGED,
        /** Ingested before and then edited by hand: left alone. */
        KEPT,
        /** The same article as another file. */
        DUPLICATE,
        REFUSED
    }

    /**
     * One raw file.
     *
     * @param file as the person named it
     * @param content the content file that holds it; null where it was refused
     * @param kind such as TEXT or PDF, and the charset; empty where it was refused
     */
    public record Entry(
            String file, Fate fate, @Nullable SitePath content, String title, String kind, List<Change> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }

        public int count(Grade grade) {
            return (int) changes.stream().filter(c -> c.grade() == grade).count();
        }
    }

    public IngestReport {
        entries = List.copyOf(entries);
        diagnostics = List.copyOf(diagnostics);
    }

    public int count(Fate fate) {
        return (int) entries.stream().filter(e -> e.fate() == fate).count();
    }

    /** For the terminal: one line of counts of files, one of changes by rule. */
    public String summary(Messages messages) {
        StringBuilder text = new StringBuilder();
        text.append(messages.text("ingest/summary", Integer.toString(entries.size())))
                .append('\n');
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (Entry entry : entries) fates.merge(entry.fate(), 1, Integer::sum);
        fates.forEach((fate, n) -> text.append("  ")
                .append(fateText(messages, fate))
                .append(' ')
                .append(n)
                .append('\n'));
        List<String> grades = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            int n = entries.stream().mapToInt(e -> e.count(grade)).sum();
            if (n > 0) grades.add(gradeText(messages, grade) + " " + n);
        }
        if (!grades.isEmpty())
            text.append(messages.text("ingest/changes", String.join("  ", grades)))
                    .append('\n');
        return text.toString();
    }

    /** The whole log as Markdown: per file what was removed, mended and flagged, with the line of the raw file. */
    public String toMarkdown(Messages messages) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(messages.text("ingest/report-title"))
                .append("\n\n")
                .append(summary(messages));
        for (Entry entry : entries) {
            text.append("\n## ").append(entry.file()).append("\n\n");
            text.append("- ").append(fateText(messages, entry.fate()));
            if (entry.content() != null) text.append(" → ").append(entry.content());
            if (!entry.kind().isEmpty()) text.append(" (").append(entry.kind()).append(')');
            text.append('\n');
            for (Diagnostic d : diagnostics) {
                if (!d.range().path().equals(entry.file())) continue;
                text.append("- **")
                        .append(messages.text(d.code(), d.args().toArray()))
                        .append("**\n");
            }
            byRule(entry).forEach((rule, changes) -> {
                text.append("- ")
                        .append(messages.text("ingest/rule-" + rule))
                        .append(" × ")
                        .append(changes.size())
                        .append('\n');
                byEffect(changes).forEach((change, lines) -> appendChange(text, messages, change, lines));
            });
        }
        return text.toString();
    }

    private static Map<String, List<Change>> byRule(Entry entry) {
        Map<String, List<Change>> rules = new TreeMap<>();
        for (Change change : entry.changes())
            rules.computeIfAbsent(change.rule(), r -> new ArrayList<>()).add(change);
        return rules;
    }

    /** The same change made in many lines is told once, with its lines. */
    private static Map<Change, List<Integer>> byEffect(List<Change> changes) {
        Map<Change, List<Integer>> effects = new LinkedHashMap<>();
        for (Change change : changes) {
            Change effect = new Change(change.grade(), change.rule(), 0, change.before(), change.after());
            effects.computeIfAbsent(effect, e -> new ArrayList<>()).add(change.line());
        }
        return effects;
    }

    private static void appendChange(StringBuilder text, Messages messages, Change change, List<Integer> lines) {
        String numbers = lines.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
        text.append("    - ")
                .append(numbers)
                .append(lines.size() > 1 ? " × " + lines.size() : "")
                .append(" [")
                .append(gradeText(messages, change.grade()))
                .append("] ");
        text.append(code(change.before()));
        if (!change.after().isEmpty() && !change.after().equals(change.before()))
            text.append(" → ").append(code(change.after()));
        text.append('\n');
    }

    private static String code(String text) {
        String line = text.replace('\n', '⏎');
        return line.isEmpty() ? "" : line.indexOf('`') >= 0 ? "`` " + line + " ``" : "`" + line + "`";
    }

    private static String fateText(Messages messages, Fate fate) {
        return messages.text(
                switch (fate) {
                    case WRITTEN -> "ingest/fate-written";
                    case UPDATED -> "ingest/fate-updated";
                    case UNCHANGED -> "ingest/fate-unchanged";
                    case KEPT -> "ingest/fate-kept";
                    case DUPLICATE -> "ingest/fate-duplicate";
                    case REFUSED -> "ingest/fate-refused";
                });
    }

    private static String gradeText(Messages messages, Grade grade) {
        return messages.text(
                switch (grade) {
                    case PROVEN -> "ingest/grade-proven";
                    case INFERRED -> "ingest/grade-inferred";
                    case UNSURE -> "ingest/grade-unsure";
                });
    }
}
