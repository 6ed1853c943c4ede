package org.cunjian.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;
import org.cunjian.text.LineMap;
import org.cunjian.text.Span;

/**
 * Reads the lexicon's plain files: one entry a line, columns apart by a tab, {@code #} for comments, further columns ignored.
 * A line that cannot be read is a warning and the rest goes on. A quoted cell, as Excel writes it, loses its quotes.
 */
public final class LexiconReader {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Lexicon.Synonym> synonyms = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Set<String> never = new LinkedHashSet<>();

    /** Adds {@code synonyms.tsv}: everyday word, tab, official term. */
    public LexiconReader synonyms(SitePath path, String text) {
        eachLine(path, text, 2, (cells, at) -> synonyms.add(new Lexicon.Synonym(cells[0], cells[1])));
        return this;
    }

    /** Adds {@code aliases.tsv}: other name, tab, canonical name; an alias with two names keeps the first. */
    public LexiconReader aliases(SitePath path, String text) {
        eachLine(path, text, 2, (cells, at) -> {
            String before = aliases.putIfAbsent(cells[0], cells[1]);
            if (before != null && !before.equals(cells[1]))
                diagnostics.add(Diagnostic.warning("content/lexicon-alias-twice", at, cells[0], before, cells[1]));
        });
        return this;
    }

    /** Adds {@code never.tsv}: one name a line. */
    public LexiconReader never(SitePath path, String text) {
        eachLine(path, text, 1, (cells, at) -> never.add(cells[0]));
        return this;
    }

    public Outcome<Lexicon> read() {
        return Outcome.of(new Lexicon(synonyms, aliases, never), diagnostics);
    }

    private interface LineUse {
        void accept(String[] cells, SourceRange at);
    }

    private void eachLine(SitePath path, String text, int columns, LineUse use) {
        LineMap lines = LineMap.of(text);
        for (int n = 1; n <= lines.lineCount(); n++) {
            String line = lines.lineText(n);
            if (line.startsWith("\uFEFF")) line = line.substring(1);
            if (line.isBlank() || line.stripLeading().startsWith("#")) continue;
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < cells.length; i++) cells[i] = unquoted(cells[i].strip());
            SourceRange at = SourceRange.of(path.value(), lines, Span.at(lines.offset(n), line.length()));
            boolean isComplete = cells.length >= columns;
            for (int i = 0; isComplete && i < columns; i++) isComplete = !cells[i].isEmpty();
            if (isComplete) use.accept(cells, at);
            else diagnostics.add(Diagnostic.warning("content/lexicon-columns", at, Integer.toString(columns)));
        }
    }

    private static String unquoted(String cell) {
        boolean isQuoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
