package org.cunjian.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.figure.Figure;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Flag;
import org.cunjian.knowledge.Related;
import org.cunjian.knowledge.ThemeFinding;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Script;
import org.jspecify.annotations.Nullable;

/** What a case's page shows. */
final class CaseViews {
    /** Practices beyond these are listed with links into the text, and without quotes of their own. */
    private static final int MOST_QUOTED = 8;

    private final Catalogue catalogue;

    CaseViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    View.Case of(Case c) {
        Metadata metadata = c.article().metadata();
        List<Catalogue.Shown> shown = catalogue.shown(c);
        ArticleId original = c.duplicateOf();
        List<Related> related = catalogue.kb.relatedTo(c.id());
        return new View.Case(
                c.id().value(),
                metadata.title(),
                Catalogue.lang(c.script()),
                scriptName(c.script()),
                Catalogue.text(metadata.date()),
                dateText(metadata.date()),
                Catalogue.text(metadata.source()),
                linkable(metadata.sourceUrl()),
                Catalogue.text(metadata.byline()),
                places(c),
                themes(c),
                practices(c, shown),
                figures(c, c.figures()),
                c.flags().stream().map(Flag::message).toList(),
                original == null ? List.of() : List.of(caseLink(original)),
                catalogue.kb.printsOf(c.id()).stream().map(this::print).toList(),
                catalogue.cards(related.stream().map(Related::id).toList()),
                related.stream().map(catalogue::why).toList(),
                citation(metadata),
                Quotes.isExcerpt(c),
                new View.Body(c.article().sha256(), marks(c, shown)));
    }

    private View.Link caseLink(ArticleId id) {
        return new View.Link(catalogue.caseOf(id).article().metadata().title(), Catalogue.casePath(id));
    }

    private View.Print print(ArticleId id) {
        Case c = catalogue.caseOf(id);
        Metadata metadata = c.article().metadata();
        return new View.Print(
                metadata.title(),
                Catalogue.casePath(id),
                Catalogue.lang(c.script()),
                Catalogue.text(metadata.source()),
                Catalogue.text(metadata.date()),
                linkable(metadata.sourceUrl()));
    }

    private List<List<View.Link>> places(Case c) {
        List<List<View.Link>> chains = new ArrayList<>();
        for (PlaceFinding finding : c.places()) chains.add(catalogue.crumbs(finding.place()));
        return chains;
    }

    /** An article that is shown by quotes only is quoted for its practices, not for what lists it stands in. */
    private List<View.CaseTheme> themes(Case c) {
        List<View.CaseTheme> themes = new ArrayList<>();
        for (ThemeFinding finding : c.themeFindings()) {
            List<View.Quote> quotes = new ArrayList<>();
            if (!Quotes.isExcerpt(c))
                for (ThemeFinding.Evidence evidence : finding.shown())
                    quotes.add(catalogue.quotes.quote(
                            c, mention(c, evidence), "#" + Mark.Kind.THEME.id(evidence.cue()), ""));
            for (View.Link link : catalogue.themeLinks(List.of(finding.theme())))
                themes.add(new View.CaseTheme(link.name(), link.href(), quotes));
        }
        return themes;
    }

    private static Mention mention(Case c, ThemeFinding.Evidence evidence) {
        return new Mention(evidence.cue(), evidence.cue().of(c.article().body()), evidence.sentence());
    }

    private List<View.CasePractice> practices(Case c, List<Catalogue.Shown> shown) {
        boolean isExcerpt = Quotes.isExcerpt(c);
        Set<String> used = new HashSet<>();
        List<View.CasePractice> practices = new ArrayList<>();
        for (Catalogue.Shown each : shown) {
            List<Mention> mentions = Quotes.shown(c, each.finding().mentions());
            boolean isQuoted = isExcerpt || practices.size() < MOST_QUOTED;
            List<View.Quote> quotes = new ArrayList<>();
            List<String> more = new ArrayList<>();
            for (Mention mention : mentions) {
                String id = Mark.Kind.PRACTICE.id(mention.span());
                if (isQuoted && quotes.isEmpty())
                    quotes.add(catalogue.quotes.quote(
                            c, mention, isExcerpt ? "" : "#" + id, isExcerpt && used.add(id) ? id : ""));
                else more.add("#" + id);
            }
            practices.add(new View.CasePractice(
                    each.finding().name(),
                    Catalogue.practicePath(each.practice().id()),
                    Catalogue.kindName(each.finding().kind()),
                    each.finding().status() == PracticeStatus.CANDIDATE,
                    parts(c, each.finding().components()),
                    Catalogue.shortfall(
                            each.finding().declaredCount(),
                            each.finding().components().size()),
                    quotes,
                    more));
        }
        return practices;
    }

    private static List<View.Part> parts(Case c, List<Component> components) {
        boolean isExcerpt = Quotes.isExcerpt(c);
        List<View.Part> parts = new ArrayList<>();
        for (Component component : components) {
            boolean isInText = !isExcerpt && !component.span().isEmpty();
            parts.add(new View.Part(component.name(), isInText ? "#" + Mark.Kind.PART.id(component.span()) : ""));
        }
        return parts;
    }

    /** Figures as rows; those of an article shown in full lead to their place in the text. */
    static List<View.Figure> figures(Case c, List<Figure> figures) {
        boolean isExcerpt = Quotes.isExcerpt(c);
        List<View.Figure> rows = new ArrayList<>();
        for (Figure figure : figures) {
            String href = isExcerpt || figure.span().isEmpty() ? "" : "#" + Mark.Kind.FIGURE.id(figure.span());
            rows.add(new View.Figure(
                    figure.text(),
                    Catalogue.text(figure.subject()),
                    figure.isProjected(),
                    Catalogue.text(figure.period()),
                    Catalogue.text(figure.from()),
                    href));
        }
        return rows;
    }

    /** Marks for what links lead to; none in an article that is not shown. */
    private static List<Mark> marks(Case c, List<Catalogue.Shown> shown) {
        if (Quotes.isExcerpt(c)) return List.of();
        List<Mark> marks = new ArrayList<>();
        for (Catalogue.Shown each : shown) {
            for (Mention mention : each.finding().mentions()) marks.add(Mark.of(Mark.Kind.PRACTICE, mention.span()));
            for (Component part : each.finding().components()) marks.add(Mark.of(Mark.Kind.PART, part.span()));
        }
        for (ThemeFinding finding : c.themeFindings())
            for (ThemeFinding.Evidence evidence : finding.shown()) marks.add(Mark.of(Mark.Kind.THEME, evidence.cue()));
        for (Figure figure : c.figures()) marks.add(Mark.of(Mark.Kind.FIGURE, figure.span()));
        marks.sort(null);
        return marks;
    }

    private static String scriptName(Script script) {
        return switch (script) {
            case HANS -> "简体";
            case HANT -> "繁体";
            case MIXED -> "简繁混排";
        };
    }

    static String dateText(@Nullable LocalDate date) {
        return date == null ? "" : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String linkable(@Nullable String address) {
        return address != null && SafeNodeRenderer.isSafe(address) ? address.strip() : "";
    }

    /** After GB/T 7714—2015, 4.7: responsible party, title, type of document, publisher, date, address. */
    private static String citation(Metadata metadata) {
        String source = Catalogue.text(metadata.source());
        String byline = Catalogue.text(metadata.byline());
        String address = linkable(metadata.sourceUrl());
        String author = !byline.isEmpty() ? byline : !source.isEmpty() ? source : "佚名";
        StringBuilder citation = new StringBuilder(author).append(". ").append(metadata.title());
        citation.append(address.isEmpty() ? "[Z]" : "[EB/OL]").append('.');
        if (!byline.isEmpty() && !source.isEmpty())
            citation.append(' ').append(source).append('.');
        if (metadata.date() != null)
            citation.append(" (").append(metadata.date()).append(").");
        if (!address.isEmpty()) citation.append(' ').append(address).append('.');
        return citation.toString();
    }
}
