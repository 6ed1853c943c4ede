package org.cunjian.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Word files to drafts: the archive's XML read directly. Styles of headings become headings, automatic numbers are written out,
 * tables become Markdown; deleted text, comments, headers and footers stay behind.
 */
final class DocxReader {
    /** An archive that unpacks to more is a bomb, not an article. */
    static final int MOST_BYTES = 48 << 20;

    static final int MOST_ENTRIES = 4000;

    private static final String BODY = "word/document.xml";
    private static final Set<String> PARTS = Set.of(BODY, "word/styles.xml", "word/numbering.xml");
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private final Map<String, String> styleKinds = new HashMap<>();
    private final Map<String, Numbering> numberings = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Draft draft = new Draft();
    private int number;

    private DocxReader() {}

    /** Whether a zip archive holds a Word document; looks at names only. */
    static boolean isDocx(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            // The entry of the document comes among the first; passing over one unpacks it, so a bomb is not walked
            // through.
            long unpacked = 0;
            for (int i = 0; i < MOST_ENTRIES && unpacked <= MOST_BYTES; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) return false;
                if (entry.getName().equals(BODY)) return true;
                unpacked += skip(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return false;
    }

    private static long skip(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int n = zip.read(buffer); n >= 0 && total <= MOST_BYTES; n = zip.read(buffer)) total += n;
        return total;
    }

    static Draft read(byte[] bytes) throws UnreadableException {
        Map<String, byte[]> parts = unpack(bytes);
        byte[] body = parts.get(BODY);
        if (body == null) throw new UnreadableException("ingest/broken-docx");
        DocxReader reader = new DocxReader();
        reader.readStyles(parts.get("word/styles.xml"));
        reader.readNumbering(parts.get("word/numbering.xml"));
        reader.readBody(xml(body));
        return reader.draft;
    }

    private static Map<String, byte[]> unpack(byte[] bytes) throws UnreadableException {
        Map<String, byte[]> parts = new HashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES)
                    throw new UnreadableException("ingest/docx-entries", Integer.toString(MOST_ENTRIES));
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                boolean isWanted = PARTS.contains(entry.getName());
                byte[] buffer = new byte[8192];
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    left -= n;
                    if (left < 0) throw new UnreadableException("ingest/docx-bomb", (MOST_BYTES >> 20) + " MB");
                    if (isWanted) part.write(buffer, 0, n);
                }
                if (isWanted) parts.putIfAbsent(entry.getName(), part.toByteArray());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("ingest/broken-docx");
        }
        return parts;
    }

    private static Document xml(byte[] bytes) {
        return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), Parser.xmlParser());
    }

    // ---- styles and numbers ----

    private void readStyles(byte @Nullable [] bytes) {
        if (bytes == null) return;
        for (Element style : xml(bytes).getElementsByTag("w:style")) {
            String name = attribute(style, "w:name").toLowerCase(Locale.ROOT);
            String outline = attribute(style, "w:outlineLvl");
            String kind = "";
            if (name.equals("title") || name.equals("标题")) kind = "title";
            else if (name.matches("(?:heading|标题) ?[1-6]")) kind = "heading" + name.charAt(name.length() - 1);
            else if (outline.matches("[0-5]")) kind = "heading" + (outline.charAt(0) - '0' + 1);
            if (!kind.isEmpty()) styleKinds.put(style.attr("w:styleId"), kind);
        }
    }

    /** How one list counts: its format, its text and its first number, per level. */
    private static final class Numbering {
        final String list;
        final @Nullable String[] formats = new @Nullable String[9];
        final @Nullable String[] texts = new @Nullable String[9];
        final int[] starts = new int[9];

        Numbering(String list) {
            this.list = list;
        }
    }

    private void readNumbering(byte @Nullable [] bytes) {
        if (bytes == null) return;
        Document xml = xml(bytes);
        Map<String, Numbering> lists = new HashMap<>();
        for (Element list : xml.getElementsByTag("w:abstractNum")) {
            Numbering numbering = new Numbering(list.attr("w:abstractNumId"));
            for (Element level : list.getElementsByTag("w:lvl")) {
                int at = number(level.attr("w:ilvl"), 0);
                if (at > 8) continue;
                numbering.formats[at] = attribute(level, "w:numFmt");
                numbering.texts[at] = attribute(level, "w:lvlText");
                numbering.starts[at] = number(attribute(level, "w:start"), 1);
            }
            lists.put(numbering.list, numbering);
        }
        for (Element use : xml.getElementsByTag("w:num")) {
            Numbering list = lists.get(attribute(use, "w:abstractNumId"));
            if (list != null) numberings.put(use.attr("w:numId"), list);
        }
    }

    private static String attribute(Element parent, String child) {
        Element found = parent.getElementsByTag(child).first();
        return found == null ? "" : found.attr("w:val");
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    // ---- the text ----

    private void readBody(Document xml) {
        Element body = xml.getElementsByTag("w:body").first();
        if (body == null) return;
        int blanks = 0;
        for (Element child : blocks(body)) {
            if (child.normalName().equals("w:tbl")) {
                readTable(child);
                blanks = 0;
            } else if (child.normalName().equals("w:p")) {
                blanks = readParagraph(child, blanks) ? 0 : blanks + 1;
            }
        }
    }

    /** Paragraphs and tables in order, also those inside content controls. */
    private static List<Element> blocks(Element body) {
        List<Element> found = new ArrayList<>();
        List<Element> open = new ArrayList<>();
        for (int i = body.childrenSize() - 1; i >= 0; i--) open.add(body.child(i));
        while (!open.isEmpty()) {
            Element next = open.remove(open.size() - 1);
            if (next.normalName().equals("w:p") || next.normalName().equals("w:tbl")) found.add(next);
            else for (int i = next.childrenSize() - 1; i >= 0; i--) open.add(next.child(i));
        }
        return found;
    }

    private boolean readParagraph(Element paragraph, int blanks) {
        String raw = text(paragraph);
        boolean isFirst = true;
        String prefix = numberOf(paragraph);
        for (String part : raw.split("\n", -1)) {
            String stripped = Han.strip(part);
            number++;
            if (stripped.isEmpty()) continue;
            String kind = kind(paragraph);
            boolean isItem = prefix.equals("- ");
            String shown = isFirst && !isItem ? prefix + stripped : stripped;
            if (kind.equals("title") && draft.title == null) {
                draft.title = shown;
            }
            Line.Kind lineKind =
                    kind.startsWith("heading") ? Line.Kind.HEADING : isItem ? Line.Kind.ITEM : Line.Kind.TEXT;
            Line line = new Line(
                    lineKind,
                    isItem ? "- " + MarkdownText.inner(stripped) : shown,
                    number,
                    blanks,
                    !part.isEmpty() && Han.isSpace(part.charAt(0)));
            if (kind.startsWith("heading")) line.headingLevel = kind.endsWith("1") || kind.endsWith("2") ? 2 : 3;
            draft.lines.add(line);
            isFirst = false;
        }
        return !isFirst;
    }

    private String kind(Element paragraph) {
        Element properties = child(paragraph, "w:pPr");
        if (properties == null) return "";
        String style = attribute(properties, "w:pStyle");
        String outline = attribute(properties, "w:outlineLvl");
        if (outline.matches("[0-5]")) return "heading" + (outline.charAt(0) - '0' + 1);
        return styleKinds.getOrDefault(style, "");
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Element child : parent.children())
            if (child.normalName().equals(name.toLowerCase(Locale.ROOT))) return child;
        return null;
    }

    private String numberOf(Element paragraph) {
        Element properties = child(paragraph, "w:pPr");
        Element use = properties == null ? null : child(properties, "w:numPr");
        if (use == null) return "";
        Numbering list = numberings.get(attribute(use, "w:numId"));
        int level = Math.min(8, number(attribute(use, "w:ilvl"), 0));
        if (list == null || list.formats[level] == null) return "";
        if ("bullet".equals(list.formats[level])) return "- ";
        int[] counts = counters.computeIfAbsent(list.list, key -> new int[9]);
        counts[level]++;
        for (int below = level + 1; below < 9; below++) counts[below] = 0;
        String pattern = list.texts[level];
        String shown = pattern == null ? "" : pattern;
        for (int i = 0; i <= level; i++) {
            int value = Math.max(1, counts[i]) + list.starts[i] - 1;
            shown = shown.replace("%" + (i + 1), format(value, list.formats[i]));
        }
        boolean isLatin = !shown.isEmpty() && shown.charAt(shown.length() - 1) < 0x80;
        return isLatin ? shown + " " : shown;
    }

    private static String format(int value, @Nullable String format) {
        if (format == null) return Integer.toString(value);
        if (format.startsWith("chinese") || format.startsWith("ideograph") || format.startsWith("japaneseCounting"))
            return chinese(value);
        if (format.equals("decimalEnclosedCircle") && value <= 20) return Character.toString(0x2460 + value - 1);
        if (format.equals("upperLetter") && value <= 26) return Character.toString('A' + value - 1);
        if (format.equals("lowerLetter") && value <= 26) return Character.toString('a' + value - 1);
        return Integer.toString(value);
    }

    /** 1 to 99 as counted in headings: 一, 十, 十一, 二十. */
    private static String chinese(int value) {
        if (value < 1 || value > 99) return Integer.toString(value);
        int tens = value / 10;
        int ones = value % 10;
        String high = tens == 0 ? "" : tens == 1 ? "十" : CHINESE_DIGITS.charAt(tens) + "十";
        return high + (ones == 0 ? "" : CHINESE_DIGITS.substring(ones, ones + 1));
    }

    private void readTable(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.getElementsByTag("w:tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (!cell.normalName().equals("w:tc")) continue;
                List<String> parts = new ArrayList<>();
                for (Element paragraph : cell.getElementsByTag("w:p"))
                    parts.add(Han.strip(text(paragraph).replace('\n', ' ')));
                cells.add(Han.strip(String.join(" ", parts)));
            }
            if (cells.stream().anyMatch(c -> !c.isEmpty())) rows.add(cells);
        }
        String markdown = HtmlTable.of(rows);
        if (!markdown.isEmpty()) {
            draft.lines.add(new Line(Line.Kind.MARKDOWN, markdown, ++number, 0, false));
            return;
        }
        for (List<String> row : rows)
            for (String cell : row)
                if (!cell.isEmpty()) draft.lines.add(new Line(Line.Kind.TEXT, cell, ++number, 0, false));
    }

    /** Runs, tabs and breaks; not what was deleted, nor the codes of fields, nor text boxes' fallbacks. */
    private static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.traverse(new NodeVisitor() {
            private int skipped;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element e) {
                    String name = e.normalName();
                    boolean isGone = name.equals("w:del")
                            || name.equals("w:instrtext")
                            || name.equals("mc:fallback")
                            || name.equals("w:ppr")
                            || name.equals("w:rpr");
                    if (isGone || skipped > 0) skipped++;
                    else if (name.equals("w:tab")) text.append(' ');
                    else if (name.equals("w:br") || name.equals("w:cr")) text.append('\n');
                    else if (name.equals("w:nobreakhyphen")) text.append('-');
                } else if (node instanceof TextNode leaf
                        && skipped == 0
                        && leaf.parentNode() instanceof Element e
                        && e.normalName().equals("w:t")) {
                    text.append(leaf.getWholeText().replace('\n', ' '));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element && skipped > 0) skipped--;
            }
        });
        return DebrisRule.tidy(text.toString());
    }
}
