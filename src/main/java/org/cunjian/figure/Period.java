package org.cunjian.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cunjian.text.CharacterSet;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** The time that a sentence gives for a figure: the last one it names before it. */
final class Period {
    /** Looks back this far, as a long sentence speaks of many things. */
    private static final int FARTHEST = 100;

    private static final int LONGEST = 16;

    /** Tried only where it may begin: looked for everywhere it cost four times all the rest of a figure. */
    static final Pattern TIME =
            Pattern.compile("\\d{4}年(?:至\\d{4}年)?(?:\\d{1,2}月(?:份|底|末)?|上半年|下半年|前三季度|[一二三四]季度|年?底|末|初)?(?:以来)?"
                    + "|(?:去年|前年|今年|明年)(?:\\d{1,2}月(?:份|底|末)?|上半年|下半年|前三季度|底|末|初)?(?:以来)?"
                    + "|\\d{1,2}月(?:份|底|末)|目前|如今|近年来|[一二三四五六七八九十两几]+年(?:来|间)|同期"
                    + "|十[一二三四五六]五[”’]?(?:期间|时期|末)"
                    + "|每(?:年|月|周|天|季度|个月)|年均|月均");

    private static final CharacterSet FIRST = CharacterSet.of("0123456789去前今明目如近一二三四五六七八九十两几同每年月");

    private static final CharacterSet DIGITS = CharacterSet.of("0123456789");
    private static final CharacterSet NUMERALS = CharacterSet.of("一二三四五六七八九十两几");

    /** What belongs to the time when it stands before it. */
    private static final String[] LEADS = {"截止到", "截至", "截止", "近"};

    private Period() {}

    static @Nullable String of(String text, Span sentence, Span figure) {
        int from = Math.max(sentence.start(), figure.start() - FARTHEST);
        Matcher time = null;
        for (int i = figure.start() - 2; i >= from; i--) {
            if (!mayBegin(text, i, figure.start())) continue;
            if (time == null) time = TIME.matcher(text);
            if (!time.region(i, Math.min(figure.start(), i + LONGEST)).lookingAt()) continue;
            int start = i;
            for (String lead : LEADS)
                if (start == i && text.startsWith(lead, i - lead.length())) start -= lead.length();
            return text.substring(Math.max(from, start), time.end());
        }
        return null;
    }

    /** A number is a time where 年 or 月 follows it: most are not, and this costs less than asking {@link #TIME}. */
    private static boolean mayBegin(String text, int at, int end) {
        if (!FIRST.has(text.charAt(at)) || isInsideNumber(text, at)) return false;
        CharacterSet number = DIGITS.has(text.charAt(at)) ? DIGITS : NUMERALS;
        if (!number.has(text.charAt(at))) return true;
        int i = at + 1;
        while (i < end && i - at < LONGEST && number.has(text.charAt(i))) i++;
        return i < end && (text.charAt(i) == '年' || text.charAt(i) == '月' || text.charAt(at) == '十');
    }

    /** 2021年 begins at its first digit only, 近三年来 at its first numeral. */
    private static boolean isInsideNumber(String text, int at) {
        char c = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return c <= '9' && before >= '0' && before <= '9';
    }
}
