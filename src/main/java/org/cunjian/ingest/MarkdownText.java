package org.cunjian.ingest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of plain text as Markdown that reads the same. Escapes are put only where Markdown would otherwise take a character for
 * its own: at the start of a line (#, &gt;, +), around emphasis, before something like a tag or a link. {@code 1.构建} needs
 * none, for a list entry has a space behind its number.
 */
final class MarkdownText {
    private static final Pattern LINK_TEXT = Pattern.compile("\\[[^\\[\\]]{0,200}\\][(:\\[]");

    private MarkdownText() {}

    /** The body of a content file: blocks with a blank line between them, entries of a list without. */
    static String body(List<Line> lines, boolean isMarkdown) {
        StringBuilder body = new StringBuilder();
        Line previous = null;
        for (Line line : lines) {
            boolean inList = previous != null && previous.kind == Line.Kind.ITEM && line.kind == Line.Kind.ITEM;
            if (previous != null) body.append(inList ? "\n" : "\n\n");
            body.append(block(line, isMarkdown));
            previous = line;
        }
        return body.isEmpty() ? "" : body.append('\n').toString();
    }

    private static String block(Line line, boolean isMarkdown) {
        return switch (line.kind) {
            case HEADING -> "#".repeat(line.headingLevel) + " " + (isMarkdown ? line.text() : inner(line.text()));
            case CAPTION -> CaptionRule.MARK + (isMarkdown ? line.text() : inner(line.text()));
            case ITEM, MARKDOWN -> line.text();
            case TEXT -> isMarkdown ? line.text() : paragraph(line.text());
        };
    }

    static String paragraph(String text) {
        String safe = inner(text);
        char first = safe.isEmpty() ? ' ' : safe.charAt(0);
        boolean isSpaced = safe.length() == 1 || (safe.length() > 1 && safe.charAt(1) == ' ');
        boolean isMark = first == '>'
                || (first == '+' && isSpaced)
                || (first == '#' && opensHeading(safe))
                || isRule(safe)
                || isFence(safe);
        return isMark ? "\\" + safe : safe;
    }

    private static boolean opensHeading(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) == '#') end++;
        return end <= 6 && (end == text.length() || text.charAt(end) == ' ');
    }

    private static boolean isFence(String text) {
        return text.startsWith("```") || text.startsWith("~~~");
    }

    /** A line of dashes or equals signs, which would be drawn as a rule. */
    private static boolean isRule(String text) {
        if (text.length() < 3 || "-*_=".indexOf(text.charAt(0)) < 0) return false;
        char mark = text.charAt(0);
        return text.chars().allMatch(c -> c == mark || c == ' ');
    }

    /** Escapes inside a line. Most lines have none of the characters and are returned as they are. */
    static String inner(String text) {
        if (!hasMarks(text)) return text;
        boolean stars = count(text, '*') > 1;
        boolean ticks = count(text, '`') > 1;
        boolean lines = count(text, '_') > 1;
        boolean links = LINK_TEXT.matcher(text).find();
        StringBuilder safe = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean isEscaped = switch (c) {
                case '*' -> stars;
                case '`' -> ticks;
                case '_' -> lines && !isInsideWord(text, i);
                case '[' -> links;
                case '<' -> (Character.isLetter(next) && next < 0x80) || next == '/' || next == '!' || next == '?';
                case '\\' -> isAsciiMark(next);
                case '&' -> isEntity(text, i);
                default -> false;
            };
            if (isEscaped) safe.append('\\');
            safe.append(c);
        }
        return safe.toString();
    }

    private static boolean hasMarks(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < 0x80 && "*`_[<\\&".indexOf(text.charAt(i)) >= 0) return true;
        return false;
    }

    private static boolean isInsideWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static boolean isAsciiMark(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    private static boolean isEntity(String text, int i) {
        int end = text.indexOf(';', i);
        if (end < 0 || end - i > 10 || end == i + 1) return false;
        for (int k = i + 1; k < end; k++) {
            char c = text.charAt(k);
            if (c > 0x7F || !(Character.isLetterOrDigit(c) || c == '#')) return false;
        }
        return true;
    }

    private static int count(String text, char mark) {
        int count = 0;
        for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) count++;
        return count;
    }
}
