package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.Pinyin;

/**
 * Readings that a converter put in behind characters: {@code 聯(lián)動}. Removed where the bracket holds, with its tone mark, a
 * reading of the character before it, and the text does so three times or more; a single one may be a gloss that the author
 * wrote for a rare character, and stays.
 */
final class PinyinRule implements CleaningRule {
    private static final int LEAST_TIMES = 3;
    private static final int MOST_LETTERS = 7;
    private static final String TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜăĕĭŏŭńňǹḿ";

    @Override
    public void apply(Draft draft) {
        List<Line> lines = new ArrayList<>(draft.lines);
        int times = draft.title == null ? 0 : count(draft.title);
        for (Line line : lines) times += count(line.text());
        if (times == 0) return;
        for (Line line : lines) clean(draft, line, times >= LEAST_TIMES);
        if (draft.title != null && times >= LEAST_TIMES) draft.title = without(draft.title);
    }

    private static void clean(Draft draft, Line line, boolean isProven) {
        String text = line.text();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int end = readingEnd(text, open);
            if (end < 0) continue;
            int start = text.offsetByCodePoints(open, -1);
            String seen = text.substring(start, end);
            String left = text.substring(start, open);
            draft.note(line, seen, isProven ? left : seen, "inserted-pinyin", isProven ? Grade.PROVEN : Grade.UNSURE);
        }
        if (isProven) line.setText(without(text));
    }

    private static int count(String text) {
        int times = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1))
            if (readingEnd(text, open) > 0) times++;
        return times;
    }

    private static String without(String text) {
        StringBuilder left = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int end = readingEnd(text, open);
            if (end < 0) continue;
            left.append(text, at, open);
            at = end;
        }
        return at == 0 ? text : left.append(text, at, text.length()).toString();
    }

    /** The end of the bracket that opens at {@code open} and holds a reading of the character before it; -1 otherwise. */
    private static int readingEnd(String text, int open) {
        if (open == 0) return -1;
        int before = text.codePointBefore(open);
        if (!Han.isHan(before)) return -1;
        boolean isToned = false;
        int i = open + 1;
        while (i < text.length()
                && i - open <= MOST_LETTERS
                && Character.isLetter(text.charAt(i))
                && !Han.isHan(text.charAt(i))) {
            isToned |= TONED.indexOf(text.charAt(i)) >= 0;
            i++;
        }
        if (!isToned || i >= text.length() || text.charAt(i) != ')') return -1;
        return Pinyin.isReading(before, text.substring(open + 1, i)) ? i + 1 : -1;
    }
}
