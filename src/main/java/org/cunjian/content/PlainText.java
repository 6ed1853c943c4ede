package org.cunjian.content;

/** Markdown as a reader sees it, near enough to search in and to quote: what a page shows without its layout. */
public final class PlainText {
    private PlainText() {}

    /** Escapes and emphasis gone, heading marks gone, line ends and table bars a space. One pass. */
    public static String of(String markdown) {
        StringBuilder plain = new StringBuilder(markdown.length());
        boolean isLineStart = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            char next = i + 1 < markdown.length() ? markdown.charAt(i + 1) : ' ';
            if (isLineStart && (c == '#' || (c == ' ' && i > 0 && markdown.charAt(i - 1) == '#'))) continue;
            isLineStart = c == '\n';
            if (c == '\\' && next < 0x80 && !Character.isLetterOrDigit(next) && next != ' ') {
                plain.append(next);
                i++;
            } else if ((c == '*' || c == '_') && next == c) i++;
            else if (c == '\n' || c == '|') plain.append(' ');
            else if (c != '`') plain.append(c);
        }
        return plain.toString();
    }
}
