package org.cunjian.ingest;

import java.util.List;

/**
 * Captions of pictures that were lost: short lines, set off by a gap of three blank lines and more in a text whose paragraphs
 * stand closer together. {@code 普法宣传。} {@code 污水处理站。} They stay, with the mark that Chinese pages put below pictures, so
 * that nobody reads them as paragraphs.
 */
final class CaptionRule implements CleaningRule {
    /** What a caption begins with in a content file. */
    static final String MARK = "▲ ";

    private static final int MOST_CHARS = 36;
    private static final int GAP_LINES = 3;

    @Override
    public void apply(Draft draft) {
        List<Line> lines = draft.lines;
        int gaps = 0;
        for (int i = 1; i < lines.size(); i++) if (lines.get(i).blanksBefore >= GAP_LINES) gaps++;
        // Where gaps are the rule they set nothing off.
        if (gaps == 0 || gaps > lines.size() / 2) return;
        int captions = (int) lines.stream().filter(CaptionRule::isCaption).count();
        Grade grade = captions > 1 ? Grade.PROVEN : Grade.INFERRED;
        for (int i = 1; i < lines.size(); i++) if (isCaption(lines.get(i))) mark(draft, lines.get(i), grade);
    }

    /** Makes a line a caption and says so in the log. */
    static void mark(Draft draft, Line line, Grade grade) {
        String said = bare(line.text());
        draft.log.add(new Change(grade, "caption", line.number, line.text(), MARK + said));
        line.setText(said);
        line.kind = Line.Kind.CAPTION;
    }

    /** A caption without the mark that its page put before it. */
    static String bare(String text) {
        int from = 0;
        while (from < text.length() && ("▲△▼↑↓".indexOf(text.charAt(from)) >= 0 || Han.isSpace(text.charAt(from))))
            from++;
        return from == text.length() ? text : text.substring(from);
    }

    private static boolean isCaption(Line line) {
        String text = line.text();
        if (!line.isText() || line.blanksBefore < GAP_LINES || text.length() > MOST_CHARS) return false;
        if (!text.endsWith("。")) return false;
        return text.indexOf('。') == text.length() - 1
                && text.indexOf('，') < 0
                && text.indexOf(',') < 0
                && text.indexOf('；') < 0;
    }
}
