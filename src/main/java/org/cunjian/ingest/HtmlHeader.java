package org.cunjian.ingest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows around the title of its article: the title, and the lines between it and the first paragraph that tell
 * date, source and author, with labels or by the names of their elements. Dates elsewhere belong to other articles, to comments or
 * to today; below the text only labelled values count, above the title those too, and the date of a newspaper's page.
 */
final class HtmlHeader {
    private static final int LEAST_TITLE = 4;
    private static final int MOST_TITLE = 120;
    /** Less speaks for no title: a heading of a box, a column. */
    private static final double LEAST_SCORE = 3;

    /** So many elements above the title may hold its date and source. */
    private static final int MOST_ABOVE = 60;

    /** Lines of source and author below the text are short. */
    private static final int MOST_BELOW = 100;

    private static final Pattern TITLE_NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:[a-z]*title|biaoti|bt|tit|headline|subject)(?:$|[-_\\s\\d])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE_NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:source|origin|laiyuan|ly|from|media|nickname|js_name|cite|account|provider|publisher|name|sitename)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHOR_NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:author|authors|zuozhe|byline|writer|reporter|editor-?name)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:time|date|datetime|pubtime|pubdate|publish|published|riqi|shijian|rq|sj|fbsj)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TODAY = Pattern.compile("(?:今天|今日|欢迎|歡迎|现在是|當前|当前时间).*");
    private static final Pattern PAPER_PAGE = Pattern.compile("第\\s?[A-Z]?\\d{1,3}\\s?版|[A-Z]?\\d{2}版[:：].*");
    private static final Pattern SUBTITLE = Pattern.compile("(?:—{1,2}|-{2}|－{2}|―{2})[^—。]{3,46}");
    private static final Pattern ELECTRONIC = Pattern.compile("(?:多媒体)?(?:数字报|數位報|电子报|電子報|电子版|数字版|网络版|报刊平台|PC版)+$");

    private final List<Element> elements;
    private final Set<Element> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Document page;
    private final HtmlDeclared declared;
    private @Nullable Element titleElement;
    private int titleAt = -1;
    private @Nullable String title;
    private @Nullable LocalDate date;
    private @Nullable LocalDate lateDate;
    private @Nullable String source;
    private @Nullable String byline;
    private @Nullable String namedSource;
    private @Nullable String url;
    private @Nullable String subtitle;

    private HtmlHeader(Document page, HtmlDeclared declared) {
        this.page = page;
        this.declared = declared;
        this.elements = page.body().getAllElements();
    }

    static HtmlHeader of(Document page, HtmlDeclared declared) {
        HtmlHeader header = new HtmlHeader(page, declared);
        header.findTitle();
        int prose = header.readBelowTitle();
        header.readBelowText(prose);
        if (header.date == null || header.source == null) header.readAboveTitle();
        if (header.source == null) header.source = header.namedSource;
        return header;
    }

    @Nullable
    Element titleElement() {
        return titleElement;
    }

    /** The elements between title and text that are metadata. */
    Set<Element> read() {
        return read;
    }

    @Nullable
    String title() {
        return title;
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    /** Of a line below the text, or of a revision only. */
    @Nullable
    LocalDate lateDate() {
        return lateDate;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    String byline() {
        return byline;
    }

    /** {@code ——来自前马村的调查} */
    @Nullable
    String subtitle() {
        return subtitle;
    }

    @Nullable
    String url() {
        return url;
    }

    // ---- the title ----

    private void findTitle() {
        TitleScore score = new TitleScore();
        double best = LEAST_SCORE - 0.01;
        for (int i = 0; i < elements.size(); i++) {
            Element e = elements.get(i);
            String text = HtmlText.small(e, "");
            double points = score.of(e, text);
            if (points <= best && e.normalName().equals("h1")) {
                text = Han.strip(DebrisRule.tidy(e.ownText()));
                points = score.of(e, text);
            }
            if (points <= best) continue;
            best = points;
            titleElement = e;
            titleAt = i;
            title = text;
        }
        if (title == null) findAboveMetadata();
        if (title == null) title = score.ofNoElement();
        if (title != null) title = TitleText.withoutSuffix(title);
    }

    /** Where nothing declares the title: an element named so, or set large, with a line of source and date right below. */
    private void findAboveMetadata() {
        for (int i = 0; i < elements.size(); i++) {
            Element e = elements.get(i);
            boolean canBe = TITLE_NAME.matcher(HtmlText.name(e)).find()
                    || e.normalName().matches("h[1-4]|strong|b|font");
            String text = canBe ? HtmlText.small(e, "") : "";
            if (text.length() < LEAST_TITLE || text.length() > MOST_TITLE || e.closest("a") != null) continue;
            if (MetaLine.parse(text).isPresent() || HtmlSurroundings.isNamed(e) || !hasMetadataBelow(i)) continue;
            titleElement = e;
            titleAt = i;
            title = text;
            return;
        }
    }

    /** A date with a label, a time of day or an element named so, and the text itself soon behind it. */
    private boolean hasMetadataBelow(int at) {
        boolean isDated = false;
        for (int i = at + 1; i < Math.min(elements.size(), at + 24); i++) {
            Element e = elements.get(i);
            String text = HtmlText.small(e, "  ");
            Optional<MetaLine> meta = MetaLine.parse(text);
            boolean isStamped = meta.isPresent()
                    && meta.get().date() != null
                    && (meta.get().isLabelled() || meta.get().hasClock());
            isDated |= i <= at + 8 && (isStamped || namedDate(e, text) != null);
            if (isDated && meta.isEmpty() && Han.isProse(text)) return true;
        }
        return false;
    }

    /** How much speaks for a text as the title: declared, part of the page's own title, set as a heading. */
    private final class TitleScore {
        private final String declaredBare;
        private final String pageBare;
        private final String longest;

        TitleScore() {
            String own = declared.title();
            declaredBare = own == null ? "" : TitleText.bare(TitleText.withoutSuffix(DebrisRule.tidy(own)));
            pageBare = TitleText.bare(declared.pageTitle());
            longest = TitleText.bare(TitleText.longestPart(declared.pageTitle()));
        }

        double of(Element e, String text) {
            if (text.length() < LEAST_TITLE || text.length() > MOST_TITLE) return 0;
            String bare = TitleText.bare(text);
            if (bare.length() < 3 || isSite(bare)) return 0;
            double points = 0;
            if (bare.equals(declaredBare)) points += 6;
            if (pageBare.contains(bare) && bare.length() * 2 >= longest.length())
                points += 3 + 3.0 * Math.min(1, bare.length() / Math.max(1.0, longest.length()));
            else if (longest.length() >= 5 && bare.startsWith(longest) && bare.length() <= 3 * longest.length())
                points += 5;
            boolean isSaid = points > 0;
            points += shape(e);
            if (points < LEAST_SCORE || (!isSaid && !isHeading(e))) return 0;
            if (e.closest("a") != null || !e.select("a").isEmpty()) points -= 4;
            if (HtmlSurroundings.isNamed(e) || (e.parent() != null && HtmlSurroundings.isNamed(e.parent())))
                points -= 3;
            return points;
        }

        private static double shape(Element e) {
            double points = switch (e.normalName()) {
                case "h1" -> 3;
                case "h2" -> 2;
                case "h3", "founder-title" -> 1;
                default -> 0;
            };
            if (TITLE_NAME.matcher(HtmlText.name(e)).find()) points += 1.5;
            if (e.attr("itemprop").equals("headline")) points += 3;
            return points;
        }

        private static boolean isHeading(Element e) {
            return e.normalName().equals("h1") || e.attr("itemprop").equals("headline") || shape(e) >= 3;
        }

        private boolean isSite(String bare) {
            String site = declared.siteName();
            return site != null && bare.equals(TitleText.bare(site));
        }

        @Nullable
        String ofNoElement() {
            String own = declared.title();
            if (own != null && !declaredBare.isEmpty()) return DebrisRule.tidy(own);
            return declared.pageTitle().isEmpty() ? null : TitleText.withoutSite(declared.pageTitle());
        }
    }

    // ---- the lines around it ----

    /** Reads from the title to the first paragraph of prose; the index of that one. */
    private int readBelowTitle() {
        LocalDate revised = null;
        LocalDate named = null;
        for (int i = titleAt + 1; i < elements.size(); i++) {
            Element e = elements.get(i);
            String text = HtmlText.small(e, "  ");
            if (text.isEmpty()) continue;
            Optional<MetaLine> meta = MetaLine.parse(text);
            if (Han.isProse(text) && meta.isEmpty() && !hasBlocks(e)) {
                finishBelowTitle(named, revised);
                return i;
            }
            if (meta.isPresent()
                    && !TODAY.matcher(text).matches()
                    && (titleAt >= 0 || meta.get().isLabelled())) {
                if (meta.get().isRevision())
                    revised = revised == null ? meta.get().date() : revised;
                take(meta.get(), !meta.get().isRevision());
                read.add(e);
            } else if (titleAt >= 0) {
                Byline.Reporter reporter = Byline.reporter(text);
                if (reporter != null) {
                    if (byline == null) byline = reporter.who();
                    if (namedSource == null) namedSource = reporter.source();
                    read.add(e);
                }
                readLine(text);
            }
            if (titleAt >= 0 && named == null) named = namedDate(e, text);
            if (titleAt >= 0) readNamed(e, text);
        }
        finishBelowTitle(named, revised);
        return elements.size();
    }

    /** A line of its own without labels: who wrote it, or the rest of the title. */
    private void readLine(String text) {
        if (byline == null) byline = Byline.parse(text.replaceAll(" {2,}", "　")).orElse(null);
        if (subtitle == null && text.length() <= 50 && SUBTITLE.matcher(text).matches()) subtitle = text;
    }

    private void finishBelowTitle(@Nullable LocalDate named, @Nullable LocalDate revised) {
        if (date == null) date = named;
        if (date == null) lateDate = revised;
    }

    private static boolean hasBlocks(Element e) {
        for (Element child : e.children()) if (HtmlText.isBlock(child)) return true;
        return false;
    }

    private void take(MetaLine meta, boolean isDated) {
        if (isDated && date == null) date = meta.date();
        if (source == null) source = meta.source();
        if (byline == null) byline = meta.byline();
        if (url == null) url = meta.url();
    }

    private static @Nullable LocalDate namedDate(Element e, String text) {
        if (e.hasAttr("datetime")) {
            LocalDate found = HtmlDeclared.date(e.attr("datetime"));
            if (found != null) return found;
        }
        boolean isNamed = e.normalName().equals("time")
                || DATE_NAME.matcher(HtmlText.name(e)).find();
        return isNamed && text.length() <= 40 ? MetaLine.dateIn(text).orElse(null) : null;
    }

    /** {@code <cite>青禾晚报</cite>}, {@code <span class="author">李明</span>}: values that their elements name. */
    private void readNamed(Element e, String text) {
        if (text.length() < 2 || text.length() > 24 || MetaLine.dateIn(text).isPresent()) return;
        String name = HtmlText.name(e);
        boolean isAuthor = AUTHOR_NAME.matcher(name).find();
        boolean isSource =
                e.normalName().equals("cite") || SOURCE_NAME.matcher(name).find();
        if ((!isAuthor && !isSource) || hasBlocks(e)) return;
        String value = Placeholder.orNull(MetaLine.unlabelled(text));
        if (value == null || value.length() < 2 || (value.indexOf(" ") >= 0 && !isAuthor)) return;
        if (isAuthor && Byline.isPersons(value)) {
            if (byline == null) byline = value;
            read.add(e);
        } else if (namedSource == null && value.codePoints().noneMatch(c -> "，。：:|？！".indexOf(c) >= 0)) {
            namedSource = value;
            read.add(e);
        }
    }

    /** Labelled values below the text, as far as the article goes. */
    private void readBelowText(int from) {
        for (int i = from; i < elements.size() && (source == null || byline == null || date == null); i++) {
            Element e = elements.get(i);
            String text = HtmlText.small(e, "  ");
            if (text.length() < 5 || text.length() > MOST_BELOW) continue;
            if (HtmlSurroundings.opensOther(text)) return;
            Optional<MetaLine> meta = MetaLine.parse(text).filter(MetaLine::isLabelled);
            if (meta.isEmpty()) continue;
            if (lateDate == null && meta.get().source() != null)
                lateDate = meta.get().date();
            take(meta.get(), false);
        }
    }

    private void readAboveTitle() {
        boolean isPaper = false;
        LocalDate ofPaper = null;
        for (int i = Math.max(0, titleAt - MOST_ABOVE); i < titleAt; i++) {
            Element e = elements.get(i);
            String text = HtmlText.small(e, "  ");
            if (text.length() < 5 || TODAY.matcher(text).matches() || text.contains("今天是")) continue;
            isPaper |= PAPER_PAGE.matcher(text).find();
            if (text.length() <= 30 && ofPaper == null)
                ofPaper = MetaLine.dateIn(text).orElse(null);
            Optional<MetaLine> meta = MetaLine.parse(text);
            boolean isTelling =
                    meta.isPresent() && (meta.get().isLabelled() || meta.get().hasClock()) && !isInList(e);
            if (isTelling) take(meta.get(), !meta.get().isRevision());
        }
        if (date == null && isPaper) date = ofPaper;
    }

    private static boolean isInList(Element e) {
        return e.closest("a") != null
                || e.closest("li") != null
                || !e.select("a[href]").isEmpty();
    }

    /** The name of the site in the page's own title, before or behind the article's, where the page names it again. */
    @Nullable
    String siteName() {
        if (title == null) return null;
        String pageTitle = declared.pageTitle();
        for (String part : TitleText.rest(pageTitle, title)) {
            String name = Han.strip(ELECTRONIC.matcher(part).replaceFirst(""));
            boolean isPaper = !name.equals(Han.strip(part));
            boolean isNamed =
                    name.length() >= 3 && (isPaper || declared.keywords().contains(name) || isInText(name));
            if (isNamed && TitleText.isSite(name)) return name;
        }
        return null;
    }

    private boolean isInText(String name) {
        boolean[] found = new boolean[1];
        page.body().traverse((Node node, int depth) -> {
            if (!found[0] && node instanceof TextNode leaf)
                found[0] = leaf.getWholeText().contains(name);
        });
        return found[0];
    }
}
