package org.cunjian.text;

/**
 * How many terminal cells a text takes: two for Han characters, full-width forms, kana, Hangul and emoji, none for
 * combining marks and format characters, one otherwise. Source: Unicode Standard Annex 11, classes W and F.
 */
public final class DisplayWidth {
    private DisplayWidth() {}

    public static int cells(CharSequence text) {
        return text.codePoints().map(DisplayWidth::cells).sum();
    }

    public static int cells(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        return isWide(codePoint) ? 2 : 1;
    }

    /** {@code text} cut to at most {@code cells} cells, with “…” where something was cut. */
    public static String cut(String text, int cells) {
        if (cells(text) <= cells) return text;
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += cells(c);
            if (used > cells) break;
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.append('…').toString();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
