package org.cunjian.content;

/** Markdown as a reader sees it, near enough to search in and to quote: what a page shows without its layout. */
public final class PlainText {
    private PlainText() {}

    /** Escapes and emphasis gone, heading marks gone, line ends and table bars a space. One pass. */
    public static String of(String markdown) {
        // Arrays: a string's characters one by one take the first compiler three times as long.
        char[] from = markdown.toCharArray();
        char[] plain = new char[from.length];
        int length = 0;
        boolean isLineStart = true;
        for (int i = 0; i < from.length; i++) {
            char c = from[i];
            char next = i + 1 < from.length ? from[i + 1] : ' ';
            if (isLineStart && (c == '#' || (c == ' ' && i > 0 && from[i - 1] == '#'))) continue;
            isLineStart = c == '\n';
            if (c == '\\' && next < 0x80 && !Character.isLetterOrDigit(next) && next != ' ') {
                plain[length++] = next;
                i++;
            } else if ((c == '*' || c == '_') && next == c) i++;
            else if (c == '\n' || c == '|') plain[length++] = ' ';
            else if (c != '`') plain[length++] = c;
        }
        return new String(plain, 0, length);
    }
}
