package org.cunjian.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to machines: meta tags (those of government sites, Open Graph, Dublin Core), JSON-LD, microdata, its
 * address. Values that fill a form only ({@code admin}, 未知, 本站) are none.
 */
record HtmlDeclared(
        String pageTitle,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String byline,
        @Nullable String siteName,
        @Nullable String url,
        @Nullable LocalDate addressDate,
        String keywords) {

    private static final int MOST_CHARS = 300;

    private static final Pattern JSON_FIELD =
            Pattern.compile("\"(headline|title|datePublished|pubDate)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,300})\"");
    private static final Pattern JSON_NAME = Pattern.compile(
            "\"(author|publisher)\"\\s*:\\s*(?:\\[\\s*)?(?:\\{[^{}]{0,200}?\"name\"\\s*:\\s*)?\"((?:[^\"\\\\]|\\\\.){1,60})\"");
    private static final Pattern JSON_TYPE = Pattern.compile("\"@type\"\\s*:\\s*\"(\\w{3,30})\"");

    /** With its zone: {@code 2023-10-31T16:00:00Z} is the first of November where the page is read. */
    private static final Pattern ZONED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})");

    /** {@code /n1/2023/0506/c123.html}, {@code /202305/t20230506_1.html}, {@code /2023-05/06/content_1.htm} */
    private static final Pattern ADDRESS_DATE = Pattern.compile(
            "/((?:19|20)\\d\\d)[-/]?(\\d{2})[-/]?(\\d{2})/|/t((?:19|20)\\d\\d)(\\d{2})(\\d{2})_\\d|/((?:19|20)\\d\\d)(\\d{2})(\\d{2})\\d{2,12}\\.s?html?");

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    static HtmlDeclared of(Document page, String savedFrom) {
        Map<String, String> meta = new HashMap<>();
        for (Element tag : page.select("meta[content]")) {
            String name = tag.hasAttr("name")
                    ? tag.attr("name")
                    : tag.hasAttr("property") ? tag.attr("property") : tag.attr("itemprop");
            String value = Han.strip(DebrisRule.tidy(tag.attr("content")));
            if (!name.isEmpty() && !value.isEmpty()) meta.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        }
        String title = first(meta, "articletitle", "og:title", "twitter:title", "title", "headline");
        LocalDate date = date(first(
                meta,
                "pubdate",
                "article:published_time",
                "og:release_date",
                "publishdate",
                "publish_time",
                "publish-date",
                "datepublished",
                "weibo:article:create_at",
                "dc.date",
                "dc.date.issued",
                "firstpublishedtime",
                "date"));
        String source = Placeholder.orNull(label(first(meta, "contentsource", "source", "article:source", "mediaid")));
        String byline = person(first(meta, "author", "article:author", "og:article:author", "dc.creator"));
        String siteName = Placeholder.orNull(first(meta, "sitename", "og:site_name", "application-name"));
        String canonical = page.select("link[rel=canonical]").attr("href");
        String url = webAddress(canonical, first(meta, "og:url", "url"), savedFrom);
        String pageTitle = Han.strip(DebrisRule.tidy(page.title()));
        HtmlDeclared declared = new HtmlDeclared(
                pageTitle,
                title,
                date,
                source,
                byline,
                siteName,
                url,
                addressDate(url),
                meta.getOrDefault("keywords", ""));
        for (Element script : page.select("script[type=application/ld+json]"))
            declared = declared.with(script.data().isEmpty() ? script.html() : script.data());
        declared = declared.withMicrodata(page);
        boolean isSite = declared.title != null
                && declared.siteName != null
                && TitleText.bare(declared.title).equals(TitleText.bare(declared.siteName));
        return isSite ? declared.withTitle(null) : declared;
    }

    private static @Nullable String first(Map<String, String> meta, String... names) {
        for (String name : names) {
            String value = meta.get(name);
            if (value != null && value.length() <= MOST_CHARS) return value;
        }
        return null;
    }

    private static @Nullable String webAddress(@Nullable String... values) {
        for (String value : values) {
            String web = value == null ? null : PlainReader.webAddress(value);
            if (web != null) return web;
        }
        return null;
    }

    private static @Nullable LocalDate addressDate(@Nullable String url) {
        if (url == null) return null;
        Matcher m = ADDRESS_DATE.matcher(url);
        while (m.find()) {
            int group = m.group(1) != null ? 1 : m.group(4) != null ? 4 : 7;
            Optional<LocalDate> date =
                    MetaLine.dateIn(m.group(group) + "-" + m.group(group + 1) + "-" + m.group(group + 2));
            if (date.isPresent()) return date.get();
        }
        return null;
    }

    /** {@code 来源：某某日报} in the value of a tag that says source already. */
    private static @Nullable String label(@Nullable String value) {
        if (value == null) return null;
        return MetaLine.parse(value).map(MetaLine::source).orElse(value);
    }

    /** Who is named as author, where it is a person: sites put their own name there, or an account. */
    static @Nullable String person(@Nullable String value) {
        if (value == null || value.length() > 40) return null;
        String bare = Placeholder.orNull(Han.strip(value));
        return bare != null && Byline.isPersons(bare) ? bare : null;
    }

    /** The day in China on which a moment falls; the day as written where no zone is. */
    static @Nullable LocalDate date(@Nullable String value) {
        if (value == null) return null;
        Matcher m = ZONED.matcher(value);
        if (m.lookingAt()) {
            String zone = m.group(3).length() == 5
                    ? m.group(3).substring(0, 3) + ":" + m.group(3).substring(3)
                    : m.group(3);
            try {
                return OffsetDateTime.parse(m.group(1) + "T" + m.group(2) + zone)
                        .withOffsetSameInstant(CHINA)
                        .toLocalDate();
            } catch (DateTimeException e) {
                return null;
            }
        }
        return MetaLine.dateIn(value).orElse(null);
    }

    /** Fills what the meta tags left open from JSON-LD about an article; a page or a site has dates of its own. */
    private HtmlDeclared with(String json) {
        Matcher type = JSON_TYPE.matcher(json);
        boolean isTyped = type.find();
        boolean isArticle =
                !isTyped || type.group(1).endsWith("Article") || type.group(1).endsWith("Posting");
        while (isTyped && !isArticle && type.find())
            isArticle = type.group(1).endsWith("Article") || type.group(1).endsWith("Posting");
        if (!isArticle) return this;
        String newTitle = title;
        LocalDate newDate = date;
        String newByline = byline;
        String newSite = siteName;
        Matcher field = JSON_FIELD.matcher(json);
        while (field.find()) {
            String value = JsonText.unescape(field.group(2));
            boolean isTitle =
                    field.group(1).equals("headline") || field.group(1).equals("title");
            if (isTitle && newTitle == null) newTitle = value;
            else if (!isTitle && newDate == null) newDate = date(value);
        }
        Matcher name = JSON_NAME.matcher(json);
        while (name.find()) {
            String value = JsonText.unescape(name.group(2));
            if (name.group(1).equals("author") && newByline == null) newByline = person(value);
            if (name.group(1).equals("publisher") && newSite == null) newSite = Placeholder.orNull(value);
        }
        return new HtmlDeclared(pageTitle, newTitle, newDate, source, newByline, newSite, url, addressDate, keywords);
    }

    private HtmlDeclared withMicrodata(Document page) {
        if (date != null) return this;
        for (Element e : page.select("[itemprop=datePublished]")) {
            String value = e.hasAttr("datetime")
                    ? e.attr("datetime")
                    : e.hasAttr("content") ? e.attr("content") : HtmlText.small(e, "");
            LocalDate found = date(value);
            if (found != null)
                return new HtmlDeclared(pageTitle, title, found, source, byline, siteName, url, addressDate, keywords);
        }
        return this;
    }

    private HtmlDeclared withTitle(@Nullable String changed) {
        return new HtmlDeclared(pageTitle, changed, date, source, byline, siteName, url, addressDate, keywords);
    }
}
