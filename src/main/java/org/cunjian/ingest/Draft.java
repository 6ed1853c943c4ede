package org.cunjian.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article while it is being cleaned: its lines, what its header was found to state, and the log. One thread only. */
final class Draft {
    final List<Line> lines = new ArrayList<>();
    final List<Change> log = new ArrayList<>();

    /** Markdown of its own: no escapes, no guesses about headings and page breaks. */
    boolean isMarkdown;

    /** The title is no line of the text any more, nor what stood above it. */
    boolean isTitleTaken;

    @Nullable
    String title;

    @Nullable
    LocalDate date;

    @Nullable
    String source;

    @Nullable
    String sourceUrl;

    @Nullable
    String byline;

    /** The name of the site, where the page says it; the source of last resort. */
    @Nullable
    String siteName;

    void remove(Line line, String rule, Grade grade) {
        if (line.isRemoved) return;
        log.add(new Change(grade, rule, line.number, line.text(), ""));
        line.isRemoved = true;
    }

    void change(Line line, String changed, String rule, Grade grade) {
        log.add(new Change(grade, rule, line.number, line.text(), changed));
        line.setText(changed);
    }

    /** Logs a change inside a line by its surroundings only. */
    void note(Line line, String before, String after, String rule, Grade grade) {
        log.add(new Change(grade, rule, line.number, before, after));
    }

    void dropRemoved() {
        lines.removeIf(line -> line.isRemoved);
    }
}
