package org.cunjian.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plus signs that a web form turned into spaces: {@code “党建 志愿服务”模式}, {@code “5 2”}. Only in a text that has no plus sign
 * left, only inside quotation marks, and always inferred: the sign may have been something else.
 */
final class LostPlusRule implements CleaningRule {
    private static final Pattern QUOTED = Pattern.compile("“([^“”\\s]{1,10}(?: [^“”\\s]{1,10}){1,4})”");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}(?: (?:\\d{1,2}|[NnXx])){1,4}");
    private static final Pattern WORDS =
            Pattern.compile("[\\p{IsHan}A-Za-z0-9]{1,8}(?: [\\p{IsHan}A-Za-z0-9]{1,8}){1,4}");
    private static final Pattern HEAD =
            Pattern.compile("(?:工作|治理|管理|服务|发展|运营|联动)?(?:模式|机制|工作法|体系|制度|行动|平台|工程).*", Pattern.DOTALL);

    @Override
    public void apply(Draft draft) {
        for (Line line : draft.lines)
            if (line.text().indexOf('+') >= 0 || line.text().indexOf('＋') >= 0) return;
        if (draft.title != null && (draft.title.indexOf('+') >= 0 || draft.title.indexOf('＋') >= 0)) return;
        for (Line line : draft.lines) {
            if (line.text().indexOf(' ') >= 0 && line.text().indexOf('“') >= 0) mend(draft, line);
        }
    }

    private static void mend(Draft draft, Line line) {
        String text = line.text();
        Matcher m = QUOTED.matcher(text);
        StringBuilder mended = new StringBuilder();
        int at = 0;
        while (m.find()) {
            String inner = m.group(1);
            if (!isLost(inner, text.substring(m.end(), Math.min(text.length(), m.end() + 12)))) {
                if (inner.startsWith("党建") && WORDS.matcher(inner).matches())
                    draft.note(line, m.group(), m.group(), "lost-plus", Grade.UNSURE);
                continue;
            }
            String plus = "“" + inner.replace(' ', '+') + "”";
            draft.note(line, m.group(), plus, "lost-plus", Grade.INFERRED);
            mended.append(text, at, m.start()).append(plus);
            at = m.end();
        }
        if (at > 0) line.setText(mended.append(text, at, text.length()).toString());
    }

    private static boolean isLost(String inner, String behind) {
        if (DIGITS.matcher(inner).matches()) return true;
        if (!WORDS.matcher(inner).matches()) return false;
        return inner.startsWith("党建 ") || (HEAD.matcher(behind).matches() && isShort(inner));
    }

    /** Slogans of four and four (党建引领 党群共治) are set with a space rightly. */
    private static boolean isShort(String inner) {
        String[] parts = inner.split(" ");
        for (int i = 1; i < parts.length; i++) if (parts[i].length() != parts[0].length()) return true;
        return parts[0].length() <= 3;
    }
}
