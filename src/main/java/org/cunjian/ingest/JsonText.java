package org.cunjian.ingest;

/** Strings of JSON. */
final class JsonText {
    private JsonText() {}

    /** What the characters between the quotes stand for; a broken escape stands for itself. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) return text;
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            switch (next) {
                case 'n', 'r', 't', 'b', 'f' -> plain.append(' ');
                case 'u' -> {
                    int code = code(text, i + 1);
                    if (code < 0) plain.append("\\u");
                    else plain.append((char) code);
                    if (code >= 0) i += 4;
                }
                default -> plain.append(next);
            }
        }
        return plain.toString();
    }

    private static int code(String text, int from) {
        if (from + 4 > text.length()) return -1;
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) return -1;
            code = code * 16 + digit;
        }
        return code;
    }
}
