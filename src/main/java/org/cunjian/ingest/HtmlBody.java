package org.cunjian.ingest;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The article's own element, and its text in lines: a block element or a line break ends one. Headings, lists of items, tables of
 * data and captions of pictures are kept as such; what stands above the title inside the element is left out.
 */
final class HtmlBody implements NodeVisitor {
    /** A child that holds so much of its parent's prose is the place to look further … */
    private static final double MAIN_SHARE = 0.78;
    /** … and so much where the title stands in it. */
    private static final double TITLED_SHARE = 0.5;

    private static final Pattern CAPTION_NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:\\w*caption|imgtext|img[-_]?(?:text|desc|descr|alt|note|info|title|tit)|pic[-_]?(?:text|desc|note|info|title|tit)|photo[-_]?(?:alt|desc|text|note|info)|"
                    + "image[-_]?(?:desc|text|note)|picture[-_]?(?:desc|text)|tuzhu|tushuo|picexplain)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CENTRED = Pattern.compile("text-align\\s*:\\s*center", Pattern.CASE_INSENSITIVE);
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?:^|[-_\\s])(?:desc|text-?center|center|aligncenter|note|zhu)(?:$|[-_\\s\\d])", Pattern.CASE_INSENSITIVE);

    /** How captions begin or end, below a picture. */
    private static final Pattern CAPTION_FORM = Pattern.compile(
            "[▲△▼↑↓].{2,120}|(?:图|圖)(?:为|為|片?[:：]|[一二三四五六七八九①②③④⑤\\d]).{2,120}|[（(][^（）()]{4,120}[)）]|.{4,200}?(?:摄影?|攝影?|供图|供圖|提供|资料图|翻拍)[）)]?。?");

    private static final int MOST_CAPTION = 160;
    /** A short centred line below a picture is its caption even without such a form. */
    private static final int MOST_BARE_CAPTION = 40;

    private static final Pattern SPACES = Pattern.compile("[\\n\\r\\t\\f ]+");
    private static final Pattern LISTED = Pattern.compile("\\d{1,2}[.、．)）].*|[一二三四五六七八九十①-⑳（(].*");

    private final Draft draft;
    private final @Nullable Element title;
    private final Set<Element> read;
    private final StringBuilder text = new StringBuilder();
    private Element root = new Element("body");
    private int number;
    private int skipped;
    private int preformatted;
    private boolean isBeforeTitle;
    private boolean isBelowPicture;
    private Line.Kind kind = Line.Kind.TEXT;
    private int level = 2;

    /**
     * A reader of the body.
     *
     * @param title where the text begins behind; null where the page shows none
     * @param read elements whose words became metadata, and are no text
     */
    HtmlBody(Draft draft, @Nullable Element title, Set<Element> read) {
        this.draft = draft;
        this.read = read;
        this.title = title;
    }

    /** The deepest element that still holds nearly all prose. */
    static Element main(Element body, HtmlWeights weights, @Nullable Element title) {
        Element at = body;
        while (true) {
            Element next = next(at, weights, title);
            if (next == null) return at;
            at = next;
        }
    }

    private static @Nullable Element next(Element at, HtmlWeights weights, @Nullable Element title) {
        int own = weights.prose(at);
        if (own == 0) return null;
        for (Element child : at.children()) {
            int held = weights.prose(child);
            if (held < own * TITLED_SHARE || !isPlace(child)) continue;
            boolean isMost = held >= own * MAIN_SHARE && !hasPeer(child, weights);
            boolean isTitled = title != null && !child.equals(title) && contains(child, title);
            if (isMost || isTitled) return child;
        }
        return null;
    }

    /** Whether the element can hold an article: a box with lines of its own, and no single paragraph. */
    private static boolean isPlace(Element e) {
        if (e.normalName().matches("p|li|h[1-6]|pre|dd|dt|blockquote")) return false;
        for (Element child : e.children()) {
            if (endsLine(child)) return true;
            for (Element inner : child.children()) if (endsLine(inner)) return true;
        }
        return false;
    }

    private static boolean endsLine(Element e) {
        return HtmlText.isBlock(e) || e.normalName().equals("br");
    }

    /** An element beside it of the same kind with prose too: sections of one article, not an article and its page. */
    private static boolean hasPeer(Element e, HtmlWeights weights) {
        Element parent = e.parent();
        if (parent == null
                || e.normalName().equals("td")
                || e.normalName().equals("table")
                || e.normalName().equals("tr")) return false;
        for (Element other : parent.children()) {
            boolean isPeer = !other.equals(e)
                    && other.normalName().equals(e.normalName())
                    && other.className().equals(e.className())
                    && weights.prose(other) > 0;
            if (isPeer) return true;
        }
        return false;
    }

    private static boolean contains(Element outer, Element inner) {
        for (Element e = inner; e != null; e = e.parent()) if (e.equals(outer)) return true;
        return false;
    }

    void read(Element main) {
        root = main;
        isBeforeTitle = title != null && contains(main, title) && !title.equals(main);
        main.traverse(this);
        flush(null);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) open(e);
        else if (node instanceof TextNode leaf && skipped == 0 && !isBeforeTitle) take(leaf.getWholeText());
    }

    /** Lines of preformatted text are lines. */
    private void take(String said) {
        if (preformatted == 0) {
            text.append(SPACES.matcher(said).replaceAll(" "));
            return;
        }
        said.lines().forEach(line -> {
            text.append(line);
            flush(null);
        });
    }

    private void open(Element e) {
        if (e.equals(title)) {
            isBeforeTitle = false;
            skipped++;
            return;
        }
        if (skipped > 0 || isBeforeTitle) {
            if (skipped > 0) skipped++;
            return;
        }
        if (!e.equals(root) && read.contains(e)) {
            flush(e);
            draft.log.add(new Change(Grade.PROVEN, "header-line", ++number, HtmlText.small(e, " "), ""));
            skipped++;
            return;
        }
        String name = e.normalName();
        switch (name) {
            case "br" -> flush(e);
            case "hr" -> flush(e);
            case "img" -> {
                if (text.toString().isBlank()) isBelowPicture = true;
            }
            case "video", "iframe", "object", "embed", "svg", "figure", "picture" -> {
                flush(e);
                isBelowPicture = true;
                if (!name.equals("figure") && !name.equals("picture")) skipped++;
            }
            default -> openBox(e, name);
        }
    }

    private void openBox(Element e, String name) {
        boolean isCaption = !e.equals(root)
                && (name.equals("figcaption")
                        || CAPTION_NAME.matcher(HtmlText.name(e)).find());
        if (HtmlText.isBlock(e) || isCaption) flush(e.parent());
        if (name.equals("pre")) preformatted++;
        if (isCaption) kind = Line.Kind.CAPTION;
        else if (name.equals("table") && !e.equals(root)) takeTable(e);
        else if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
            kind = Line.Kind.HEADING;
            level = name.charAt(1) <= '3' ? 2 : 3;
        }
    }

    private void takeTable(Element e) {
        String table = HtmlTable.of(e);
        if (table.isEmpty()) return;
        draft.lines.add(new Line(Line.Kind.MARKDOWN, table, ++number, 1, false));
        skipped++;
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element e)) return;
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (isBeforeTitle) return;
        if (e.normalName().equals("pre") && preformatted > 0) preformatted--;
        boolean isCaption = kind == Line.Kind.CAPTION
                && CAPTION_NAME.matcher(HtmlText.name(e)).find();
        if (HtmlText.isBlock(e) || isCaption) flush(e);
        if (isCaption || e.normalName().startsWith("h") || e.normalName().equals("figcaption")) kind = Line.Kind.TEXT;
    }

    /** Ends a line; {@code at} is the element whose end or inside this is. */
    private void flush(@Nullable Element at) {
        String raw = DebrisRule.tidy(text.toString());
        text.setLength(0);
        String stripped = Han.strip(raw);
        if (stripped.isEmpty()) return;
        Line.Kind found =
                kind == Line.Kind.TEXT && isBelowPicture && isCaption(stripped, at) ? Line.Kind.CAPTION : kind;
        boolean isIndented = raw.startsWith("\u3000") || raw.startsWith("  ");
        Line line = new Line(
                found, found == Line.Kind.CAPTION ? CaptionRule.bare(stripped) : stripped, ++number, 1, isIndented);
        line.headingLevel = level;
        draft.lines.add(line);
        isBelowPicture = false;
    }

    private static boolean isCaption(String line, @Nullable Element at) {
        if (line.length() > MOST_CAPTION) return false;
        if (CAPTION_FORM.matcher(line).matches()
                && (line.length() <= 60 || isCentred(at) || "摄影供图攝圖供）)".indexOf(line.charAt(line.length() - 1)) >= 0))
            return true;
        return line.length() <= MOST_BARE_CAPTION
                && isCentred(at)
                && !LISTED.matcher(line).matches();
    }

    private static boolean isCentred(@Nullable Element at) {
        Element e = at;
        for (int i = 0; i < 3 && e != null; i++, e = e.parent()) {
            boolean isCentred = e.normalName().equals("center")
                    || e.attr("align").equalsIgnoreCase("center")
                    || CENTRED.matcher(e.attr("style")).find()
                    || DESCRIPTION.matcher(e.className()).find();
            if (isCentred) return true;
        }
        return false;
    }
}
