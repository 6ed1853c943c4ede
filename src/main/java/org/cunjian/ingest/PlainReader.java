package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cunjian.text.DisplayWidth;
import org.jspecify.annotations.Nullable;

/** Plain text and Markdown to drafts. */
final class PlainReader {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.{1,300}?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+]|\\d{1,9}[.)])\\s+.*", Pattern.DOTALL);

    /** Text wrapped by hand or by an old mail program: lines between these widths, nearly all as wide as the widest. */
    private static final int LEAST_WRAP_CELLS = 40;

    private static final int MOST_WRAP_CELLS = 130;
    private static final int LEAST_WRAPPED_LINES = 8;

    private PlainReader() {}

    static Draft readText(String text) {
        Draft draft = new Draft();
        List<String> raw = lines(text);
        int wrap = wrapCells(raw);
        int blanks = 0;
        Line open = null;
        for (int i = 0; i < raw.size(); i++) {
            String stripped = Han.strip(raw.get(i));
            if (stripped.isEmpty()) {
                blanks++;
                open = null;
                continue;
            }
            boolean isIndented = Han.isSpace(raw.get(i).charAt(0)) && raw.get(i).charAt(0) != '\uFEFF';
            if (open != null && wrap > 0 && !isIndented) {
                open.setText(glue(open.text(), stripped));
            } else {
                open = new Line(Line.Kind.TEXT, stripped, i + 1, blanks, isIndented);
                draft.lines.add(open);
            }
            if (wrap > 0 && DisplayWidth.cells(raw.get(i)) < wrap - 3) open = null;
            blanks = 0;
        }
        return draft;
    }

    /** Joined as the language does: a space between Latin words, nothing between Han characters. */
    static String glue(String first, String second) {
        char last = first.charAt(first.length() - 1);
        boolean isLatin = second.charAt(0) < 0x250
                && Character.isLetterOrDigit(second.charAt(0))
                && ((last < 0x250 && Character.isLetterOrDigit(last)) || ".,;:!?)".indexOf(last) >= 0);
        return isLatin ? first + " " + second : first + second;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r' && c != '\f' && c != '\u2028' && c != '\u2029' && c != '\u0085') continue;
            lines.add(text.substring(start, i));
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
            start = i + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** The width at which the text is wrapped; 0 where it is not, as nearly all texts. */
    private static int wrapCells(List<String> raw) {
        int widest = 0;
        int inside = 0;
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i + 1 < raw.size(); i++) {
            int cells = raw.get(i).length() > MOST_WRAP_CELLS ? Integer.MAX_VALUE : DisplayWidth.cells(raw.get(i));
            widest = Math.max(widest, cells);
            if (widest > MOST_WRAP_CELLS) return 0;
            boolean goesOn = !raw.get(i).isBlank()
                    && !raw.get(i + 1).isBlank()
                    && !Han.isSpace(raw.get(i + 1).charAt(0));
            if (goesOn) {
                inside++;
                widths.add(cells);
            }
        }
        if (widest < LEAST_WRAP_CELLS || inside < LEAST_WRAPPED_LINES) return 0;
        int most = widest;
        long full = widths.stream().filter(w -> w >= most - 3).count();
        return full * 10 >= inside * 8L ? widest : 0;
    }

    static Draft readMarkdown(String text) {
        Draft draft = new Draft();
        draft.isMarkdown = true;
        List<String> raw = lines(text);
        int from = frontMatter(draft, raw);
        int blanks = 0;
        boolean isFenced = false;
        Line open = null;
        for (int i = from; i < raw.size(); i++) {
            String line = raw.get(i).stripTrailing();
            if (isFence(line)) isFenced = !isFenced;
            if (line.isBlank() && !isFenced) {
                blanks++;
                open = null;
                continue;
            }
            var heading = HEADING.matcher(line);
            boolean isHeading = !isFenced && heading.matches();
            if (open != null && !isHeading && open.kind != Line.Kind.HEADING) {
                open.setText(open.text() + "\n" + line);
                if (isTableRule(line) || isFence(line)) open.kind = Line.Kind.MARKDOWN;
            } else if (isHeading) {
                open = new Line(Line.Kind.HEADING, heading.group(2), i + 1, blanks, false);
                open.headingLevel = Math.max(2, heading.group(1).length());
                if (heading.group(1).length() == 1 && draft.title == null && draft.lines.isEmpty())
                    draft.title = heading.group(2);
                draft.lines.add(open);
            } else {
                boolean isCaption = line.startsWith(CaptionRule.MARK);
                String said =
                        isCaption ? CaptionRule.bare(line) : Han.strip(line).isEmpty() ? line : stripWide(line);
                open = new Line(isCaption ? Line.Kind.CAPTION : kind(line), said, i + 1, blanks, false);
                draft.lines.add(open);
            }
            blanks = 0;
        }
        return draft;
    }

    private static String stripWide(String line) {
        int from = 0;
        while (from < line.length()
                && (line.charAt(from) == '\u3000' || line.charAt(from) == '\u00A0' || line.charAt(from) == '\uFEFF'))
            from++;
        return line.substring(from);
    }

    private static Line.Kind kind(String line) {
        boolean isBlock = isFence(line) || line.startsWith("|") || line.startsWith(">") || line.startsWith("    ");
        if (isBlock) return Line.Kind.MARKDOWN;
        return ITEM.matcher(line).matches() ? Line.Kind.MARKDOWN : Line.Kind.TEXT;
    }

    private static boolean isFence(String line) {
        return line.startsWith("```") || line.startsWith("~~~");
    }

    private static boolean isTableRule(String line) {
        return line.indexOf('|') >= 0 && line.indexOf('-') >= 0 && line.chars().allMatch(c -> "|-: ".indexOf(c) >= 0);
    }

    /** The header of another program ({@code ---} and {@code key: value}) or of our own; where the text begins. */
    private static int frontMatter(Draft draft, List<String> raw) {
        boolean isYaml = raw.get(0).strip().equals("---");
        int from = isYaml ? 1 : 0;
        for (int i = from; i < Math.min(raw.size(), 60); i++) {
            String line = raw.get(i).strip();
            boolean isEnd = isYaml ? line.equals("---") || line.equals("...") : line.equals("~~~~~~");
            if (isEnd) {
                for (String field : raw.subList(from, i)) readField(draft, field, isYaml ? ':' : '=');
                return i + 1;
            }
            if (!isYaml && !line.isEmpty() && line.indexOf('=') < 1) return 0;
        }
        return 0;
    }

    private static void readField(Draft draft, String field, char separator) {
        int at = field.indexOf(separator);
        if (at < 1) return;
        String value = unquote(field.substring(at + 1).strip());
        if (value.isEmpty()) return;
        switch (field.substring(0, at).strip().toLowerCase(Locale.ROOT)) {
            case "title" -> draft.title = value;
            case "date" -> draft.date = MetaLine.dateIn(value).orElse(null);
            case "source" -> draft.source = value;
            case "sourceurl", "url", "link" -> draft.sourceUrl = webAddress(value);
            case "author", "byline" -> draft.byline = value;
            default -> {
                // tags, layout and the like are another program's
            }
        }
    }

    static @Nullable String webAddress(String value) {
        boolean isWeb = value.startsWith("http://") || value.startsWith("https://");
        return isWeb && value.length() < 2000 && value.chars().allMatch(c -> c > ' ' && c != '"' && c != '<')
                ? value
                : null;
    }

    private static String unquote(String value) {
        boolean isQuoted = value.length() >= 2
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
