package org.cunjian.ingest;

import java.util.List;

/**
 * Paragraphs cut by a page break: {@code ……并网发电,大猛} and {@code 村、南田村……}. A long paragraph that ends in the middle of
 * a sentence goes on with the next line. Proven where it ends with a comma or inside a quotation, or where paragraphs of this
 * text begin with an indent and this one does not; inferred otherwise.
 */
final class BrokenParagraphRule implements CleaningRule {
    /** Headings and signatures are shorter than what a page break cuts. */
    private static final int LEAST_CHARS = 45;

    private static final int LEAST_CUT = 16;

    /** A fragment of the last page printed again: not longer than this. */
    private static final int MOST_OVERLAP = 8;

    /** How a new paragraph begins; what is cut in the middle hardly does. */
    private static final String STARTERS = "“‘《「『（([【①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十第—-*•●■◆>#";

    private static final List<String> OPENINGS = List.of(
            "近年来", "近日", "今年", "去年", "目前", "同时", "此外", "另外", "下一步", "接下来", "据", "为", "在", "如今", "日前", "首先", "其次", "最后",
            "随着", "截至", "通过", "针对", "近年來", "同時", "為", "據", "隨著", "通過");

    @Override
    public void apply(Draft draft) {
        if (draft.isMarkdown) return;
        boolean hasIndents =
                draft.lines.stream().filter(l -> l.isText() && l.isIndented).count() > draft.lines.size() / 2;
        Line previous = null;
        for (Line line : draft.lines) {
            if (previous != null && previous.isText() && line.isText() && join(draft, previous, line, hasIndents))
                continue;
            // A picture stands between the two pages, its caption with it.
            if (line.kind != Line.Kind.CAPTION) previous = line;
        }
        draft.dropRemoved();
    }

    private static boolean join(Draft draft, Line first, Line second, boolean hasIndents) {
        if (second.text().isEmpty()) return false;
        if (second.isBelowPager && isCut(first.text())) {
            merge(draft, first, second, second.text(), "page-break", Grade.PROVEN);
            return true;
        }
        if (second.isIndented) return false;
        if (first.text().length() < LEAST_CHARS && !isOpen(first.text())) return joinOverlap(draft, first, second);
        if (Han.endsSentence(first.text()) || endsHeader(first.text())) return false;
        Grade grade = grade(first.text(), second.text(), hasIndents);
        if (grade == Grade.UNSURE) return false;
        merge(draft, first, second, second.text(), "page-break", grade);
        return true;
    }

    /** Where a page was turned a paragraph without an end goes on; a heading does not. */
    private static boolean isCut(String text) {
        return text.length() >= LEAST_CUT && !Han.endsSentence(text) && !endsHeader(text) && text.indexOf('，') >= 0;
    }

    private static void merge(Draft draft, Line first, Line second, String rest, String rule, Grade grade) {
        String before = tail(first.text()) + " ⏎ " + head(second.text());
        draft.note(second, before, tail(first.text()) + head(rest), rule, grade);
        first.setText(first.text() + rest);
        second.isRemoved = true;
    }

    /** {@code ……创建热情。} ⏎ {@code 情。为调动……}: the last letters of the page stand on the next one again. */
    private static boolean joinOverlap(Draft draft, Line first, Line second) {
        if (!Han.endsSentence(first.text())) return false;
        int stop = second.text().indexOf('。');
        if (stop < 1 || stop > MOST_OVERLAP || stop + 1 >= second.text().length()) return false;
        String fragment = second.text().substring(0, stop + 1);
        if (!first.text().endsWith(fragment) || first.text().length() == fragment.length()) return false;
        merge(draft, first, second, second.text().substring(stop + 1), "page-overlap", Grade.INFERRED);
        return true;
    }

    private static Grade grade(String first, String second, boolean hasIndents) {
        char last = first.charAt(first.length() - 1);
        if (last == '，' || last == ',' || last == '、' || last == '（' || last == '“' || last == '《') return Grade.PROVEN;
        boolean isMiddle = Han.isWord(last)
                || last == '”'
                || last == '’'
                || last == '》'
                || last == ')'
                || last == '）'
                || last == '%';
        if (!isMiddle) return Grade.UNSURE;
        if (isOpen(first)) return Grade.PROVEN;
        boolean goesOn = second.length() >= 12 && Han.endsSentence(second);
        if (!goesOn) return Grade.UNSURE;
        if (hasIndents) return Grade.PROVEN;
        boolean beginsAnew = STARTERS.indexOf(second.charAt(0)) >= 0
                || Character.isDigit(second.charAt(0))
                || OPENINGS.stream().anyMatch(second::startsWith);
        boolean isLongEnough = first.length() >= 60 && first.indexOf('。') >= 0;
        return beginsAnew || !isLongEnough ? Grade.UNSURE : Grade.INFERRED;
    }

    /** Whether a quotation or bracket of the last sentence is still open. */
    private static boolean isOpen(String text) {
        int from = Math.max(text.lastIndexOf('。'), text.length() - 80) + 1;
        int depth = 0;
        for (int i = Math.max(0, from); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '“' || c == '《' || c == '（') depth++;
            else if (c == '”' || c == '》' || c == '）') depth--;
        }
        return depth > 0 && text.length() >= 20;
    }

    private static boolean endsHeader(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '：' || last == ':' || last == '；' || last == ';' || last == '—';
    }

    private static String tail(String text) {
        return text.length() <= 20 ? text : "…" + text.substring(text.length() - 20);
    }

    private static String head(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
