package org.cunjian.ingest;

import java.util.List;
import org.cunjian.content.Metadata;

/**
 * A raw file after cleaning: what its header states, the body in Markdown with LF line ends, and what was done to get there,
 * by line.
 */
record CleanArticle(Metadata metadata, String body, List<Change> changes) {
    CleanArticle {
        changes = List.copyOf(changes);
    }

    /** Cleans a draft and names it: without a title the file's name serves, and without that the first sentence. */
    static CleanArticle of(Draft draft, String fileStem) {
        Cleaner.clean(draft);
        String source = draft.source != null ? draft.source : draft.siteName;
        String title = draft.title == null || draft.title.isBlank() ? stopgap(draft, fileStem) : draft.title;
        Metadata metadata = new Metadata(title, draft.date, source, draft.sourceUrl, draft.byline);
        List<Change> changes = new java.util.ArrayList<>(draft.log);
        changes.sort(java.util.Comparator.comparingInt(Change::line));
        return new CleanArticle(metadata, MarkdownText.body(draft.lines, draft.isMarkdown), changes);
    }

    private static String stopgap(Draft draft, String fileStem) {
        long han = fileStem.codePoints().filter(Han::isHan).count();
        String first = draft.lines.isEmpty() ? "" : draft.lines.get(0).text();
        String title = han >= 4 ? TitleText.withoutSuffix(fileStem) : firstWords(first);
        String shown = title.isBlank() ? fileStem : title;
        draft.log.add(new Change(Grade.UNSURE, "no-title", 1, "", shown));
        return shown;
    }

    private static String firstWords(String text) {
        int end = 0;
        while (end < text.length() && end < 30 && "。，；！？\n".indexOf(text.charAt(end)) < 0) end++;
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end);
    }
}
