package org.cunjian.ingest;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invisible characters, entities (those of spaces and quotation marks above all) and tags that a saved text carries. */
final class DebrisRule implements CleaningRule {
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("times", "×"),
            Map.entry("permil", "‰"),
            Map.entry("deg", "°"));

    private static final Pattern ENTITY =
            Pattern.compile("&(?:amp;)?(?:#(\\d{2,6})|#[xX]([0-9a-fA-F]{2,5})|([a-z]{2,6}));");
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|span|strong|b|i|em|a|img|font|center|td|tr|table|u|section|h[1-6])(?:\\s[^<>]{0,300})?/?>");

    @Override
    public void apply(Draft draft) {
        if (draft.title != null) draft.title = Han.strip(tidy(draft.title));
        for (Line line : draft.lines) {
            if (!hasDebris(line.text())) continue;
            String tidied = Han.strip(tidy(line.text()));
            if (!tidied.equals(line.text())) {
                Grade grade = Grade.PROVEN;
                draft.change(line, tidied, "debris", grade);
            }
            if (tidied.isEmpty()) line.isRemoved = true;
        }
        draft.dropRemoved();
    }

    private static boolean hasDebris(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || isInvisible(c) || c == '\u00A0' || c == '\t') return true;
        }
        return false;
    }

    static String tidy(String text) {
        String plain = text.indexOf('&') < 0 ? text : entities(text);
        plain = plain.indexOf('<') < 0 ? plain : TAG.matcher(plain).replaceAll("");
        StringBuilder kept = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\u00A0' || c == '\t') kept.append(' ');
            else if (!isInvisible(c)) kept.append(c);
        }
        return kept.toString();
    }

    private static String entities(String text) {
        Matcher m = ENTITY.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (m.find()) m.appendReplacement(plain, Matcher.quoteReplacement(character(m)));
        return m.appendTail(plain).toString();
    }

    private static String character(Matcher m) {
        if (m.group(3) != null) return ENTITIES.getOrDefault(m.group(3), m.group());
        int code = m.group(1) != null ? Integer.parseInt(m.group(1)) : Integer.parseInt(m.group(2), 16);
        boolean isPrintable =
                Character.isValidCodePoint(code) && Character.isDefined(code) && !Character.isISOControl(code);
        return isPrintable ? Character.toString(code) : "";
    }

    /** Control characters, zero-width ones that shape nothing in Chinese, marks of text direction, the object mark. */
    private static boolean isInvisible(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= 0x7F && c <= 0x9F)
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || c == '\u2060'
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\uFFFC';
    }
}
