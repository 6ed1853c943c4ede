package org.cunjian.webindex;

/**
 * How folded text is cut into tokens, as {@code FORMAT.md} says it in words. A run is a longest stretch of Han and word
 * characters. A run of one character is a token; of a longer run each two neighbours are one (a bigram), and each longest
 * stretch of three to forty word characters is one besides: 1+3+1, 2022, app. Every token is a substring of the folded text.
 *
 * <p>A cursor over one text at a time, made to be used again; not for two threads.
 */
public final class TokenRule {
    /** A word longer than this is an address or noise: its bigrams are enough. Code points. */
    public static final int MOST_WORD = 40;

    private static final int LEAST_WORD = 3;
    private static final byte SEPARATOR = 0;
    private static final byte HAN = 1;
    private static final byte WORD = 2;
    private static final byte[] KINDS = kinds();

    private char[] text = new char[0];
    private int length;
    private int runEnd;
    private int first;
    private int wordStart;
    private int wordLength;
    private int pendingEnd;
    private int start;
    private int end;

    /** Begins anew with {@code folded[0, length)}; the array is read, not copied. */
    public void reset(char[] folded, int length) {
        this.text = folded;
        this.length = length;
        runEnd = 0;
        first = -1;
        pendingEnd = -1;
        end = 0;
        start = 0;
    }

    /** Moves to the next token. @return false at the end of the text */
    public boolean next() {
        if (pendingEnd >= 0) {
            start = wordStart;
            end = pendingEnd;
            pendingEnd = -1;
            return true;
        }
        while (true) {
            if (first < 0) {
                if (!nextRun()) return false;
                if (first + step(first) >= runEnd) {
                    start = first;
                    end = runEnd;
                    first = -1;
                    return true;
                }
            }
            int second = first + step(first);
            if (second < runEnd) {
                start = first;
                end = second + step(second);
                countWord(second);
                first = second;
                return true;
            }
            first = -1;
        }
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Where the run of the present token ends. */
    public int runEnd() {
        return runEnd;
    }

    private boolean nextRun() {
        int at = runEnd;
        while (at < length && kind(at) == SEPARATOR) at += step(at);
        if (at >= length) return false;
        int from = at;
        while (at < length && kind(at) != SEPARATOR) at += step(at);
        runEnd = at;
        first = from;
        wordLength = 0;
        countWord(from);
        return true;
    }

    private void countWord(int at) {
        if (kind(at) != WORD) {
            wordLength = 0;
            return;
        }
        if (wordLength++ == 0) wordStart = at;
        int after = at + step(at);
        boolean isLast = after >= runEnd || kind(after) != WORD;
        if (isLast && wordLength >= LEAST_WORD && wordLength <= MOST_WORD) pendingEnd = after;
    }

    private int step(int at) {
        return Character.isHighSurrogate(text[at]) && at + 1 < length && Character.isLowSurrogate(text[at + 1]) ? 2 : 1;
    }

    private byte kind(int at) {
        char unit = text[at];
        if (unit == '.')
            return at > 0 && at + 1 < length && isDigit(text[at - 1]) && isDigit(text[at + 1]) ? WORD : SEPARATOR;
        if (step(at) == 1) return KINDS[unit];
        int codePoint = Character.toCodePoint(unit, text[at + 1]);
        return codePoint >= 0x20000 && codePoint <= 0x3FFFF ? HAN : SEPARATOR;
    }

    /** True for characters of runs; the full stop between digits, which depends on its neighbours, is not one. */
    public static boolean isTokenCharacter(int codePoint) {
        if (codePoint < 0x10000) return KINDS[codePoint] != SEPARATOR;
        return codePoint >= 0x20000 && codePoint <= 0x3FFFF;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x10000];
        int[][] han = {
            {0x3005, 0x3007},
            {0x3021, 0x3029},
            {0x3041, 0x3096},
            {0x30A1, 0x30FA},
            {0x30FC, 0x30FC},
            {0x3105, 0x312F},
            {0x3400, 0x4DBF},
            {0x4E00, 0x9FFF},
            {0xAC00, 0xD7A3},
            {0xE000, 0xFAFF}
        };
        int[][] word = {
            {'0', '9'},
            {'a', 'z'},
            {'+', '+'},
            {0xC0, 0xD6},
            {0xD8, 0xF6},
            {0xF8, 0x2AF},
            {0x370, 0x1FFF},
            {0x2C00, 0x2DFF},
            {0xA640, 0xABFF}
        };
        for (int[] range : han) java.util.Arrays.fill(kinds, range[0], range[1] + 1, HAN);
        for (int[] range : word) java.util.Arrays.fill(kinds, range[0], range[1] + 1, WORD);
        return kinds;
    }
}
