package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Section headings: short lines without a full stop above a paragraph of prose. Proven only where the text has two of the kind
 * or more, or where one is numbered (一、…).
 */
final class HeadingRule implements CleaningRule {
    private static final int MOST_CHARS = 42;
    private static final int LEAST_CHARS = 4;
    private static final int LEAST_BELOW = 20;

    private static final Pattern NUMBERED = Pattern.compile("[一二三四五六七八九十]{1,3}、.*|第[一二三四五六七八九十]{1,3}(?:章|节|部分|篇|步).*");
    private static final Pattern SECOND = Pattern.compile("[（(][一二三四五六七八九十]{1,3}[）)].*");

    @Override
    public void apply(Draft draft) {
        if (draft.isMarkdown) return;
        List<Line> found = new ArrayList<>();
        List<Line> lines = draft.lines;
        for (int i = 0; i + 1 < lines.size(); i++)
            if (canHead(lines.get(i)) && isAbove(lines, i)) found.add(lines.get(i));
        boolean hasNumbered =
                found.stream().anyMatch(l -> NUMBERED.matcher(l.text()).matches());
        if (found.size() < 2 && !hasNumbered) return;
        for (Line line : found) {
            line.kind = Line.Kind.HEADING;
            line.headingLevel = hasNumbered && SECOND.matcher(line.text()).matches() ? 3 : 2;
            draft.note(line, line.text(), "#".repeat(line.headingLevel) + " " + line.text(), "heading", Grade.PROVEN);
        }
    }

    private static boolean isAbove(List<Line> lines, int i) {
        Line below = lines.get(i + 1);
        if (below.isText() && below.text().length() >= LEAST_BELOW && Han.endsSentence(below.text())) return true;
        // 一、… directly above （一）…
        return NUMBERED.matcher(lines.get(i).text()).matches()
                && i + 2 < lines.size()
                && canHead(below)
                && SECOND.matcher(below.text()).matches();
    }

    private static boolean canHead(Line line) {
        String text = line.text();
        if (!line.isText() || text.length() < LEAST_CHARS || text.length() > MOST_CHARS) return false;
        char last = text.charAt(text.length() - 1);
        if (!Han.isWord(last) && "”’》）)！？!?".indexOf(last) < 0) return false;
        if (text.startsWith("——") || text.indexOf('。') >= 0 || text.indexOf('；') >= 0) return false;
        if (Han.endsSentence(text) && !endsAsSlogan(text)) return false;
        int han = (int) text.codePoints().filter(Han::isHan).count();
        return han * 2 >= text.length();
    }

    private static boolean endsAsSlogan(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '！' || last == '!' || last == '”';
    }
}
