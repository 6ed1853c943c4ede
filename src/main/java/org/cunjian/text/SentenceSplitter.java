package org.cunjian.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Chinese text into sentences. A line end always ends a sentence; 。！？…… and their ASCII kin do, together with the
 * closing quotes and brackets that follow. Inside a bracket or a short quotation that closes in the same line, nothing is
 * cut: 会上喊出“谁来管？怎么管？”的口号 is one sentence.
 *
 * <p>Text that has lost its punctuation still comes out in pieces that a person can read: past {@value #LONG} code units a
 * sentence ends at its next weaker mark (；，、 or a space), past {@value #LONGEST} wherever it stands. Linear in the length of
 * the text; needs no deep stack.
 */
public final class SentenceSplitter {
    static final int LONG = 300;
    static final int LONGEST = 600;

    /** A quotation longer than this is a speech, and is cut into its sentences. */
    private static final int SHORT_QUOTE = 60;

    private SentenceSplitter() {}

    /** Sentences in text order, without the white space around them; none is empty, none overlaps another. */
    public static List<Span> split(String text) {
        return split(text.toCharArray());
    }

    /** The same for a text that is at hand as an array; it is not changed. */
    public static List<Span> split(char[] text) {
        List<Span> found = new ArrayList<>();
        int lineStart = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || isLineEnd(text[i])) {
                splitLine(text, lineStart, i, found);
                lineStart = i + 1;
            }
        }
        return found;
    }

    private static void splitLine(char[] text, int from, int to, List<Span> found) {
        int start = from;
        int shielded = from;
        for (int i = from; i < to; i++) {
            char c = text[i];
            // Nine in ten characters are these, and none of them is a mark.
            if (c >= '\u4E00' && c <= '\u9FFF' && i + 1 - start < LONGEST) continue;
            if (i >= shielded && isOpening(c)) shielded = Math.max(shielded, closing(text, i, to));
            int length = i + 1 - start;
            boolean ends = isTerminator(text, i, to) && i >= shielded;
            if (ends || (length >= LONG && isPause(c) && i >= shielded) || length >= LONGEST) {
                int end = ends ? afterClosers(text, i + 1, to) : wholeCodePoint(text, i + 1, to);
                add(text, start, end, found);
                start = end;
                shielded = Math.max(shielded, end);
                i = end - 1;
            }
        }
        add(text, start, to, found);
    }

    /** Where the bracket or quotation opened at {@code open} closes, exclusive; {@code open} itself where it does not, soon. */
    private static int closing(char[] text, int open, int to) {
        char wanted = partner(text[open]);
        int limit = Math.min(to, open + SHORT_QUOTE);
        for (int i = open + 1; i < limit; i++) {
            char c = text[i];
            if (c == wanted) {
                boolean closesSpeech = isHardEnd(text[i - 1]) && !continues(text, i + 1, to);
                return closesSpeech ? i - 1 : i + 1;
            }
        }
        return open;
    }

    /** True where what follows a closing quotation goes on with the same sentence: “……！”的号召. */
    private static boolean continues(char[] text, int at, int to) {
        if (at >= to) return false;
        char c = text[at];
        return c == '的'
                || c == '，'
                || c == ','
                || c == '、'
                || c == '；'
                || c == '等'
                || c == '是'
                || isOpening(c)
                || isHardEnd(c);
    }

    private static boolean isTerminator(char[] text, int i, int to) {
        char c = text[i];
        if (c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '｡') return true;
        if (c == '…') return (i + 1 == to || text[i + 1] != '…') && i > 0 && text[i - 1] == '…';
        return c == '.'
                && i > 0
                && isHan(text[i - 1])
                && (i + 1 == to || isHan(text[i + 1]) || Character.isWhitespace(text[i + 1]));
    }

    private static int afterClosers(char[] text, int at, int to) {
        int end = at;
        while (end < to && (isClosing(text[end]) || isHardEnd(text[end]))) end++;
        return end;
    }

    private static int wholeCodePoint(char[] text, int at, int to) {
        boolean splitsPair = at < to && Character.isLowSurrogate(text[at]) && Character.isHighSurrogate(text[at - 1]);
        return splitsPair ? at + 1 : at;
    }

    private static void add(char[] text, int from, int to, List<Span> found) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text[start])) start++;
        while (end > start && isBlank(text[end - 1])) end--;
        if (start < end) found.add(new Span(start, end));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF';
    }

    private static boolean isPause(char c) {
        return c == '；' || c == ';' || c == '，' || c == ',' || c == '、' || c == '：' || isBlank(c);
    }

    private static boolean isHardEnd(char c) {
        return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '…' || c == '｡';
    }

    private static boolean isOpening(char c) {
        return partner(c) != 0;
    }

    private static boolean isClosing(char c) {
        return "”’」』）)】〕》〉］]\"*".indexOf(c) >= 0; // and the end of Markdown emphasis
    }

    private static char partner(char c) {
        return switch (c) {
            case '“' -> '”';
            case '‘' -> '’';
            case '「' -> '」';
            case '『' -> '』';
            case '（' -> '）';
            case '(' -> ')';
            case '《' -> '》';
            case '【' -> '】';
            case '〔' -> '〕';
            case '［' -> '］';
            default -> 0;
        };
    }

    private static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF') || Character.isSurrogate(c);
    }
}
