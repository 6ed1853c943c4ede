package org.cunjian.ingest;

/**
 * One thing that cleaning did, or would not do.
 *
 * @param rule the rule's name; its sentence is the message {@code ingest/rule-<name>}
 * @param line of the raw file (1-based); of PDF and Word files the line of the text taken from them
 * @param before what stood there, cut at {@value #MOST_CHARS} characters
 * @param after what stands there now; empty where it was removed
 */
public record Change(Grade grade, String rule, int line, String before, String after) {
    static final int MOST_CHARS = 120;

    public Change {
        before = cut(before);
        after = cut(after);
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARS) return text;
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS;
        return text.substring(0, end) + "…";
    }
}
