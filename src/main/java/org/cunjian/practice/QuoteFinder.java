package org.cunjian.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cunjian.text.CharacterSet;
import org.cunjian.text.Span;

/**
 * Finds quoted strings of every kind: “” ‘’ 「」『』 "" 《》〈〉. Quotes never reach over a line end, and at most
 * {@value #LONGEST} code units. Nested pairs are both found (“趁‘闲’议事”); of two openings with one closing the inner one is
 * taken; straight quotes pair up in order where their number in the line is even. Linear in the length of the text.
 */
final class QuoteFinder {
    static final int LONGEST = 80;
    private static final int DEEPEST = 6;
    private static final String OPENING = "“‘「『《〈";
    private static final String CLOSING = "”’」』》〉";
    private static final CharacterSet MARKS = CharacterSet.of(OPENING + CLOSING + "\"＂");

    /** A quotation: {@code open} and {@code close} are the offsets of its two marks. */
    record Quote(int open, int close, boolean isBook, int depth) {
        Span inner() {
            return new Span(open + 1, close);
        }

        Span outer() {
            return new Span(open, close + 1);
        }
    }

    private QuoteFinder() {}

    static boolean isMark(char c) {
        return MARKS.has(c);
    }

    static boolean isOpening(char c) {
        return switch (c) {
            case '“', '‘', '「', '『', '《', '〈' -> true;
            default -> false;
        };
    }

    static boolean isClosing(char c) {
        return switch (c) {
            case '”', '’', '」', '』', '》', '〉' -> true;
            default -> false;
        };
    }

    /** All quotations, by place, an enclosing one before what it encloses. */
    static List<Quote> find(char[] text) {
        List<Quote> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                inLine(text, from, i, found);
                from = i + 1;
            }
        }
        found.sort(Comparator.comparingInt(Quote::open).thenComparing(Quote::close, Comparator.reverseOrder()));
        return found;
    }

    private static void inLine(char[] text, int from, int to, List<Quote> found) {
        int[] open = new int[DEEPEST];
        int depth = 0;
        int straight = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (NameForm.isHan(c)) continue;
            if (c == '"' || c == '＂') straight++;
            if (isOpening(c)) {
                if (depth == DEEPEST) {
                    System.arraycopy(open, 1, open, 0, DEEPEST - 1);
                    depth--;
                }
                open[depth++] = i;
            } else if (isClosing(c)) {
                int at = depth - 1;
                while (at >= 0 && OPENING.indexOf(text[open[at]]) != CLOSING.indexOf(c)) at--;
                if (at >= 0) {
                    add(open[at], i, c == '》' || c == '〉', at, found);
                    depth = at;
                }
            }
        }
        if (straight > 1 && straight % 2 == 0) straightPairs(text, from, to, found);
    }

    private static void straightPairs(char[] text, int from, int to, List<Quote> found) {
        int open = -1;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c != '"' && c != '＂') continue;
            if (open < 0) open = i;
            else {
                add(open, i, false, 0, found);
                open = -1;
            }
        }
    }

    private static void add(int open, int close, boolean book, int depth, List<Quote> found) {
        if (close - open > 1 && close - open <= LONGEST) found.add(new Quote(open, close, book, depth));
    }
}
