package org.cunjian.site;

import java.util.List;

/**
 * What templates see: text, numbers, truth values and lists of them, already chosen, ordered and cut. An absent text is
 * empty. An {@code href} leads from the site's folder; templates put {@code root} before it. A page's file is a function of
 * its view, its template and the site. A claim such as {@code isCandidate} is {@code view.candidate} in a template.
 */
final class View {
    private View() {}

    /** {@code baseUrl} is empty when unset; the two accents are readable on the light and on the dark paper. */
    public record Site(
            String title,
            String subtitle,
            String organisation,
            String footer,
            String language,
            String baseUrl,
            String accent,
            String accentDark) {}

    public record Link(String name, String href) {}

    public record Count(String name, String href, int count) {}

    /** Where a list stands among its pages; {@code pages} holds the numbers to offer, with an empty href for a gap. */
    public record Pager(int page, int pageCount, int total, List<Link> pages, String previous, String next) {}

    /** A case in a list. {@code lang} is the script of its own words, {@code date} ISO or empty. */
    public record CaseCard(
            String title,
            String href,
            String lang,
            String date,
            String source,
            String place,
            List<Link> practices,
            String lead) {}

    public record PracticeCard(
            String name, String href, String kind, int cases, List<String> components, boolean isCandidate) {}

    /** A sentence of an article around the words that matter; {@code id} is set where the sentence itself is the target. */
    public record Quote(String before, String marked, String after, String href, String id) {}

    public record Part(String name, String href) {}

    /** {@code period} and {@code from} (the figure it is compared with) are empty where the sentence gives none. */
    public record Figure(String text, String subject, boolean isProjected, String period, String from, String href) {}

    // Case

    /**
     * A practice as one case shows it; {@code shortfall} says when fewer components are listed than the name declares, {@code
     * more} leads to further places in the text.
     */
    public record CasePractice(
            String name,
            String href,
            String kind,
            boolean isCandidate,
            List<Part> components,
            String shortfall,
            List<Quote> quotes,
            List<String> more) {}

    /** What the HTML of an article's body is made from. */
    public record Body(String sha256, List<Mark> marks) {}

    /** A theme as one case shows it: where its page is, and the sentences that speak for it. */
    public record CaseTheme(String name, String href, List<Quote> quotes) {}

    /** Another print of the same article; {@code sourceUrl} is empty where it is not known. */
    public record Print(String title, String href, String lang, String source, String date, String sourceUrl) {}

    /** {@code relatedWhy} says for each of {@code related} what the two have to do with one another. */
    public record Case(
            String id,
            String title,
            String lang,
            String script,
            String date,
            String dateText,
            String source,
            String sourceUrl,
            String byline,
            List<List<Link>> places,
            List<CaseTheme> themes,
            List<CasePractice> practices,
            List<Figure> figures,
            List<String> flags,
            List<Link> duplicateOf,
            List<Print> prints,
            List<CaseCard> related,
            List<String> relatedWhy,
            String citation,
            boolean isExcerpt,
            Body body) {}

    // Lists

    public record CaseList(String heading, List<CaseCard> cases, Pager pager) {}

    public record Counts(List<Count> items) {}

    public record Theme(
            String name,
            int total,
            List<PracticeCard> practices,
            List<Count> places,
            List<CaseCard> cases,
            Pager pager) {}

    public record Years(List<Bar> years) {}

    /** {@code percent} of the largest count, at least 1. */
    public record Bar(String name, String href, int count, int percent) {}

    public record Year(String name, int total, List<CaseCard> cases, Pager pager, Link earlier, Link later) {}

    // Places

    public record Branch(String name, String href, int count, List<Branch> branches) {}

    public record Places(List<Branch> branches, int total) {}

    public record Place(
            String name,
            List<Link> above,
            int total,
            List<Count> children,
            List<Count> practices,
            List<CaseCard> cases,
            Pager pager) {}

    // Practices

    public record PracticeList(List<PracticeCard> practices, Pager pager) {}

    public record Sense(List<String> components, int count, List<Link> cases) {}

    /** One case that shows the practice. */
    public record Evidence(
            String title,
            String href,
            String lang,
            String date,
            String place,
            List<String> components,
            List<Quote> quotes,
            List<Figure> figures) {}

    /** Why a practice is listed under a theme: the sentence of a case that names it and speaks for the theme. */
    public record ThemeReason(String theme, String title, String lang, Quote quote) {}

    /** {@code relatedWhy} says for each of {@code related} what the two have to do with one another. */
    public record Practice(
            String id,
            String name,
            String kind,
            boolean isCandidate,
            List<String> aliases,
            String definitionHtml,
            List<String> components,
            String shortfall,
            List<Sense> senses,
            List<Link> themes,
            List<ThemeReason> themeReasons,
            List<Count> places,
            int total,
            List<Evidence> evidence,
            List<PracticeCard> related,
            List<String> relatedWhy,
            Pager pager) {}

    // Single pages

    public record Home(
            int cases,
            int practices,
            int places,
            int figures,
            String years,
            List<PracticeCard> notable,
            List<Count> themes,
            List<Count> provinces,
            List<CaseCard> newest) {}

    /** What the search page offers before anything is typed. */
    public record Search(
            int cases,
            int practices,
            List<Count> themes,
            List<Count> provinces,
            List<Count> years,
            List<Count> notable) {}

    public record DataFile(String href, String name, String explanation) {}

    public record Data(int cases, int practices, List<DataFile> files) {}

    public record AuditRow(String title, String href, String lang, String note) {}

    public record AuditSection(String id, String title, String advice, int total, List<AuditRow> rows) {}

    public record Audit(int cases, List<AuditSection> sections) {}

    // For machines

    public record FeedEntry(String title, String href, String lang, String date, String source, String lead) {}

    public record Feed(String updated, List<FeedEntry> entries) {}

    public record Sitemap(List<String> addresses) {}

    public record Nothing() {}
}
