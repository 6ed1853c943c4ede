package org.cunjian.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Makes texts comparable for search, one code point at a time, so that the browser can do the same from a table: compatibility
 * forms (NFKC), Latin letters without their marks, lower case, Traditional to Simplified by character. Characters without a
 * glyph (zero-width, variation selectors, combining marks) vanish. No rule looks at a neighbour; folding twice changes
 * nothing. The rule in words stands in {@code FORMAT.md}. Linear; safe for any thread.
 */
public final class SearchFold {
    /** In {@link #BMP}: the character folds to none or several. */
    static final char OTHER = '\uFFFF';

    private static final char[] BMP = table();

    private SearchFold() {}

    /** The folded text alone. */
    public static String fold(String text) {
        return of(text).text();
    }

    /** The folded text with the way back to the original. */
    public static FoldedText of(String text) {
        int same = 0;
        while (same < text.length() && isUnchanged(text.charAt(same))) same++;
        if (same == text.length()) return new FoldedText(text, text, null);
        StringBuilder folded = new StringBuilder(text.length() + 8).append(text, 0, same);
        int[] starts = new int[text.length() + 8];
        for (int i = 0; i < same; i++) starts[i] = i;
        for (int i = same; i < text.length(); ) {
            char unit = text.charAt(i);
            char quick = BMP[unit];
            int from = folded.length();
            int step = 1;
            if (quick != OTHER && !Character.isSurrogate(unit)) {
                folded.append(quick);
            } else {
                int codePoint = text.codePointAt(i);
                step = Character.charCount(codePoint);
                folded.append(fold(codePoint));
            }
            if (folded.length() > starts.length) starts = Arrays.copyOf(starts, folded.length() * 2);
            Arrays.fill(starts, from, folded.length(), i);
            i += step;
        }
        return new FoldedText(text, folded.toString(), Arrays.copyOf(starts, folded.length()));
    }

    /** What one code point becomes: usually one character, none for what has no glyph, several for ㎡ or ﬁ. */
    public static String fold(int codePoint) {
        if (codePoint < 0x10000 && BMP[codePoint] != OTHER) return String.valueOf(BMP[codePoint]);
        return compute(codePoint);
    }

    /** What one unit becomes, {@link #OTHER} where it becomes none or several; meaningless for surrogates. */
    static char single(char unit) {
        return BMP[unit];
    }

    private static boolean isUnchanged(char unit) {
        return BMP[unit] == unit && !Character.isSurrogate(unit);
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            if (isUnifiedHan(c)) {
                table[c] = (char) simplified(c);
                if (simplified(c) > 0xFFFF) table[c] = OTHER;
            } else if (c >= 0xAC00 && c <= 0xF8FF) {
                table[c] = (char) c; // Hangul syllables, surrogates and private use stay
            } else {
                String folded = compute(c);
                table[c] = folded.length() == 1 ? folded.charAt(0) : OTHER;
            }
        }
        return table;
    }

    private static boolean isUnifiedHan(int c) {
        return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    private static String compute(int codePoint) {
        if (hasNoGlyph(codePoint)) return "";
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) return String.valueOf((char) codePoint);
        String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(compatible.length());
        compatible.codePoints().flatMap(SearchFold::unmarked).forEach(c -> {
            if (!hasNoGlyph(c)) folded.appendCodePoint(simplified(Character.toLowerCase(c)));
        });
        return folded.toString();
    }

    /** Latin letters taken apart, so that é, e with a combining acute, and e are one. */
    private static java.util.stream.IntStream unmarked(int c) {
        boolean isLatin = c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF);
        return isLatin
                ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePoints()
                : java.util.stream.IntStream.of(c);
    }

    private static int simplified(int c) {
        int simple = Simplifier.simplify(c);
        for (int i = 0; i < 4 && simple != c; i++) {
            c = simple;
            simple = Simplifier.simplify(c);
        }
        return simple;
    }

    /** Default-ignorable code points of the Unicode Standard and the combining marks of Latin. */
    private static boolean hasNoGlyph(int c) {
        if (c < 0x300) return c == 0xAD;
        return c <= 0x36F
                || c == 0x61C
                || (c >= 0x115F && c <= 0x1160)
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF
                || c == 0xFFA0
                || (c >= 0xFFF0 && c <= 0xFFF8)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
