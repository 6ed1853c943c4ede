package org.cunjian.ingest;

/** What sort of character stands here. */
final class Han {
    private static final String SENTENCE_END = "。！？!?…";
    private static final String CLOSING = "”’」』）)】》〉\"'";

    private Han() {}

    static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }

    /** Letters, digits and Han characters. */
    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u3000'
                || c == '\u00A0'
                || c == '\uFEFF'
                || c == '\u200B'
                || (c >= '\u2000' && c <= '\u200A');
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    /** Whether the text ends as a sentence does, closing quotes and brackets behind the mark included. */
    static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) end--;
        return end > 0 && SENTENCE_END.indexOf(text.charAt(end - 1)) >= 0;
    }

    static boolean isSentenceMark(char c) {
        return SENTENCE_END.indexOf(c) >= 0 || "，,；;：:、".indexOf(c) >= 0;
    }

    /** Prose: long enough for a sentence and with a full stop, or very long. Titles, menus and captions are not. */
    static boolean isProse(String text) {
        int length = text.length();
        if (length < 24) return false;
        boolean hasStop =
                text.indexOf('。') >= 0 || text.indexOf('！') >= 0 || text.indexOf('？') >= 0 || endsSentence(text);
        if (hasStop) return true;
        boolean hasComma = text.indexOf('，') >= 0 || text.indexOf(',') >= 0 || text.indexOf('；') >= 0;
        return length >= 60 && hasComma;
    }
}
