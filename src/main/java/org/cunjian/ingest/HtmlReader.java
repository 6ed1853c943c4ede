package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A saved web page to a draft. The body is the deepest element that still holds nearly all sentences of the page which are not
 * links; title, date, source and author come from meta tags, JSON-LD and the line under the title.
 */
final class HtmlReader {
    /** A child that holds so much of its parent's sentences is the place to look further. */
    private static final double MAIN_SHARE = 0.78;

    private static final String NOT_CONTENT =
            "script,style,noscript,template,nav,footer,aside,form,iframe,button,select,input,textarea,svg,object,embed,video,audio,dialog,canvas,map,link,meta,head";

    /** Words of class and id that stand for what surrounds an article. */
    private static final Pattern AROUND = Pattern.compile(
            "(?:^|[-_\\s])(?:nav|navbar|menu|mainnav|topnav|breadcrumbs?|crumbs?|sidebar|side|aside|footer|foot|bottom|copyright|comments?|pinglun|share|sharebar|bdshare\\w*|related|relate|xgxw|recommend\\w*|hot|rank\\w*|ads?|advert\\w*|banner|qrcode|ewm|toolbar|pager?|pagination|prevnext|login|search|subscribe|social|tags?|friend\\w*|links?|gotop|hidden|popup|modal)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CAPTION = Pattern.compile(
            "(?:^|[-_\\s])(?:caption|figcaption|imgtext|pic-?text|tuzhu|img_?desc|photo-?desc)(?:$|[-_\\s])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON_FIELD =
            Pattern.compile("\"(headline|datePublished|pubDate)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,300})\"");
    private static final Pattern JSON_NAME = Pattern.compile(
            "\"(author|publisher)\"\\s*:\\s*(?:\\[\\s*)?(?:\\{[^{}]{0,200}?\"name\"\\s*:\\s*)?\"((?:[^\"\\\\]|\\\\.){1,60})\"");

    private static final List<String> BLOCKS = List.of(
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "td",
            "th",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "blockquote",
            "dd",
            "dt",
            "dl",
            "center",
            "figure",
            "figcaption",
            "main",
            "body",
            "header",
            "fieldset",
            "tbody",
            "pre",
            "hr",
            "address");

    private final Document page;
    private final Draft draft = new Draft();
    private int number;

    private HtmlReader(Document page) {
        this.page = page;
    }

    static Draft read(String html) {
        return new HtmlReader(Jsoup.parse(html)).read();
    }

    private Draft read() {
        readMetadata();
        String pageTitle = Han.strip(DebrisRule.tidy(page.title()));
        for (Element script : page.select("script[type=application/ld+json]")) readJson(script.data());
        page.select(NOT_CONTENT).not("head").remove();
        page.select("[style*=display:none],[style*=display: none],[hidden]").remove();
        for (Node comment : comments()) comment.remove();
        String title = title(pageTitle);
        readHeaderLines(title);
        Element main = main();
        new Lines(main).take();
        finishTitle(title, pageTitle);
        return draft;
    }

    private List<Node> comments() {
        List<Node> found = new ArrayList<>();
        page.traverse((node, depth) -> {
            if (node.nodeName().equals("#comment")) found.add(node);
        });
        return found;
    }

    // ---- metadata ----

    private void readMetadata() {
        Map<String, String> meta = new HashMap<>();
        for (Element tag : page.select("meta[content]")) {
            String name = tag.hasAttr("name")
                    ? tag.attr("name")
                    : tag.hasAttr("property") ? tag.attr("property") : tag.attr("itemprop");
            String value = Han.strip(DebrisRule.tidy(tag.attr("content")));
            if (!name.isEmpty() && !value.isEmpty()) meta.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        }
        draft.title = first(meta, "articletitle", "og:title", "twitter:title", "title", "headline");
        String date = first(
                meta,
                "pubdate",
                "article:published_time",
                "og:release_date",
                "publishdate",
                "publish_time",
                "datepublished",
                "date",
                "weibo:article:create_at",
                "dc.date");
        draft.date = date == null ? null : MetaLine.dateIn(date).orElse(null);
        draft.source = first(meta, "contentsource", "source", "article:source", "mediaid");
        draft.byline = first(meta, "author", "article:author", "dc.creator");
        draft.siteName = first(meta, "sitename", "og:site_name", "application-name");
        String canonical = page.select("link[rel=canonical]").attr("href");
        draft.sourceUrl = PlainReader.webAddress(canonical);
        String address = first(meta, "og:url", "url");
        if (draft.sourceUrl == null && address != null) draft.sourceUrl = PlainReader.webAddress(address);
        keywords = meta.getOrDefault("keywords", "");
    }

    private String keywords = "";

    private static @Nullable String first(Map<String, String> meta, String... names) {
        for (String name : names) {
            String value = meta.get(name);
            if (value != null && value.length() <= 300) return value;
        }
        return null;
    }

    private void readJson(String json) {
        Matcher field = JSON_FIELD.matcher(json);
        while (field.find()) {
            String value = field.group(2).replace("\\\"", "\"").replace("\\/", "/");
            if (field.group(1).equals("headline")) {
                if (draft.title == null && value.indexOf("\\u") < 0) draft.title = value;
            } else if (draft.date == null) {
                draft.date = MetaLine.dateIn(value).orElse(null);
            }
        }
        Matcher name = JSON_NAME.matcher(json);
        while (name.find()) {
            String value = name.group(2);
            if (value.indexOf('\\') >= 0) continue;
            if (name.group(1).equals("author") && draft.byline == null) draft.byline = value;
            if (name.group(1).equals("publisher") && draft.siteName == null) draft.siteName = value;
        }
    }

    /** The article's own title: the longest text of an element with which the page's title begins, or the meta tag's. */
    private @Nullable String title(String pageTitle) {
        String declared = draft.title == null ? null : TitleText.withoutSuffix(DebrisRule.tidy(draft.title));
        String best = null;
        for (Element element : page.select(
                "h1,h2,h3,[class*=title],[class*=Title],[id*=title],[id*=Title],[class*=biaoti],td,strong,font")) {
            String text = Han.strip(DebrisRule.tidy(smallText(element, "")));
            if (text.length() < 5 || text.length() > 120) continue;
            boolean isDeclared = declared != null && TitleText.bare(text).equals(TitleText.bare(declared));
            boolean isOfPage =
                    pageTitle.startsWith(text) || TitleText.bare(pageTitle).startsWith(TitleText.bare(text));
            if (isDeclared) return text;
            if (isOfPage && (best == null || text.length() > best.length())) best = text;
        }
        if (best != null && (declared == null || TitleText.bare(declared).startsWith(TitleText.bare(best))))
            return best;
        if (declared != null) return declared;
        for (Element h1 : page.select("h1")) {
            String text = Han.strip(DebrisRule.tidy(h1.text()));
            if (text.length() >= 5 && text.length() <= 120) return text;
        }
        return pageTitle.isEmpty() ? null : TitleText.withoutSuffix(pageTitle);
    }

    private void finishTitle(@Nullable String title, String pageTitle) {
        draft.title = title == null ? null : TitleText.withoutSuffix(title);
        if (draft.siteName != null || draft.title == null) return;
        String suffix = TitleText.suffixOf(pageTitle, draft.title);
        String name = TitleText.siteName(suffix);
        boolean isNamed = name.length() >= 3
                && (keywords.contains(name)
                        || !page.select("*:containsOwn(" + cssText(name) + ")").isEmpty());
        if (isNamed) draft.siteName = name;
    }

    private static String cssText(String name) {
        return name.replaceAll("[()\\\\]", "");
    }

    /** Short elements that state source, date or author, the nearest behind the title first. */
    private void readHeaderLines(@Nullable String title) {
        boolean isBehindTitle = title == null;
        String bare = title == null ? "" : TitleText.bare(title);
        MetaLine labelled = null;
        for (Element element : page.body().getAllElements()) {
            if (isAround(element)) continue;
            String text = Han.strip(DebrisRule.tidy(smallText(element, "  ")));
            if (text.length() < 6 || text.length() > 200 || text.startsWith("今天") || text.startsWith("今日")) continue;
            if (!isBehindTitle) {
                isBehindTitle = TitleText.bare(text).equals(bare);
                continue;
            }
            Optional<MetaLine> meta = MetaLine.parse(text);
            if (meta.isEmpty()) continue;
            boolean isTelling = meta.get().source() != null
                    || meta.get().date() != null
                    || meta.get().byline() != null;
            if (isTelling && labelled == null) labelled = meta.get();
            else if (isTelling && labelled != null) labelled = merge(labelled, meta.get());
            if (labelled != null && labelled.date() != null && labelled.source() != null) break;
        }
        if (labelled == null) return;
        if (labelled.date() != null) draft.date = labelled.date();
        if (labelled.source() != null) draft.source = labelled.source();
        if (labelled.byline() != null) draft.byline = labelled.byline();
        if (draft.sourceUrl == null) draft.sourceUrl = labelled.url();
    }

    private static MetaLine merge(MetaLine a, MetaLine b) {
        return new MetaLine(
                a.date() != null ? a.date() : b.date(),
                a.source() != null ? a.source() : b.source(),
                a.byline() != null ? a.byline() : b.byline(),
                a.url() != null ? a.url() : b.url(),
                true);
    }

    /** The whole text of a small element; of a large one nothing, so that the pass over the page stays linear. */
    private static String smallText(Element element, String between) {
        int length = 0;
        int nodes = 0;
        List<Node> open = new ArrayList<>(List.of(element));
        StringBuilder text = new StringBuilder();
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (++nodes > 60 || length > 240) return "";
            if (node instanceof TextNode leaf) {
                text.append(leaf.text());
                length = text.length();
            } else {
                if (node instanceof Element e
                        && (isBlock(e)
                                || e.normalName().equals("span")
                                || e.normalName().equals("em")
                                || e.normalName().equals("i"))) text.append(between);
                for (int i = node.childNodeSize() - 1; i >= 0; i--) open.add(node.childNode(i));
            }
        }
        return text.toString();
    }

    // ---- the body ----

    private Element main() {
        Element body = page.body();
        Map<Element, Integer> weights = new HashMap<>();
        weigh(body, weights);
        Element at = body;
        while (true) {
            int own = weights.getOrDefault(at, 0);
            Element next = null;
            for (Element child : at.children()) {
                boolean isParagraph = child.normalName().matches("p|li|h[1-6]|blockquote|pre|dd|dt");
                boolean isPlace =
                        (isBlock(child) && !isParagraph) || child.normalName().matches("span|font");
                if (isPlace && weights.getOrDefault(child, 0) >= own * MAIN_SHARE && own > 0) next = child;
            }
            if (next == null) return at;
            at = next;
        }
    }

    /** Characters of sentences that are not links, below each element; what surrounds an article weighs nothing. */
    private static void weigh(Element root, Map<Element, Integer> weights) {
        root.traverse(new NodeVisitor() {
            private int links;
            private int around;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element e) {
                    if (e.normalName().equals("a")) links++;
                    if (isAround(e) && !e.equals(root)) around++;
                }
                if (node instanceof TextNode leaf && links == 0 && around == 0) add(leaf);
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element e) {
                    if (e.normalName().equals("a")) links--;
                    if (isAround(e) && !e.equals(root)) around--;
                    int own = weights.getOrDefault(e, 0);
                    Element parent = e.parent();
                    if (own > 0 && parent != null && !e.equals(root)) weights.merge(parent, own, Integer::sum);
                }
            }

            private void add(TextNode leaf) {
                String text = leaf.text();
                int marks = 0;
                for (int i = 0; i < text.length(); i++) if (Han.isSentenceMark(text.charAt(i))) marks++;
                Element parent = leaf.parentNode() instanceof Element e ? e : null;
                if (parent != null && marks > 0 && text.length() >= 12)
                    weights.merge(parent, text.length(), Integer::sum);
            }
        });
    }

    private static boolean isAround(Element e) {
        if (!isBlock(e)) return false;
        String name = e.className() + " " + e.id();
        return name.length() > 1
                && name.length() < 200
                && AROUND.matcher(name).find()
                && e.normalName().matches("div|ul|ol|section|table|td|header|dl|p");
    }

    private static boolean isBlock(Element e) {
        return BLOCKS.contains(e.normalName());
    }

    /** The lines of the body: a block element or a line break ends one. */
    private final class Lines implements NodeVisitor {
        private final Element root;
        private final StringBuilder text = new StringBuilder();
        private int skipped;
        private Line.Kind kind = Line.Kind.TEXT;
        private int level = 2;

        Lines(Element root) {
            this.root = root;
        }

        void take() {
            root.traverse(this);
            flush();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element e) open(e);
            else if (node instanceof TextNode leaf && skipped == 0)
                text.append(leaf.getWholeText().replaceAll("[\\n\\r\\t ]+", " "));
        }

        private void open(Element e) {
            if (skipped > 0 || isSkipped(e)) {
                skipped++;
                return;
            }
            String name = e.normalName();
            if (name.equals("br") || isBlock(e)) flush();
            if (name.equals("table") && !e.equals(root)) {
                String table = HtmlTable.of(e);
                if (!table.isEmpty()) {
                    draft.lines.add(new Line(Line.Kind.MARKDOWN, table, ++number, 1, false));
                    skipped++;
                }
            } else if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
                kind = Line.Kind.HEADING;
                level = name.charAt(1) <= '3' ? 2 : 3;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element e)) return;
            if (skipped > 0) {
                skipped--;
                return;
            }
            if (isBlock(e)) flush();
            if (e.normalName().startsWith("h")) kind = Line.Kind.TEXT;
        }

        private boolean isSkipped(Element e) {
            if (e.equals(root)) return false;
            if (e.normalName().equals("figcaption")) return true;
            return isBlock(e) && (isAround(e) || CAPTION.matcher(e.className()).find());
        }

        private void flush() {
            String raw = DebrisRule.tidy(text.toString());
            text.setLength(0);
            String stripped = Han.strip(raw);
            if (stripped.isEmpty()) return;
            boolean isIndented = raw.startsWith("\u3000") || raw.startsWith("  ");
            Line line = new Line(kind, stripped, ++number, 1, isIndented);
            line.headingLevel = level;
            draft.lines.add(line);
        }
    }
}
