package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.content.ArticleId;
import org.cunjian.figure.Figure;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.NearNames;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeThemes;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Span;

/** The practices: a list by number of cases, and a page for each with the sentences that speak of it. */
public final class PracticePages extends PageTool {
    private static final int MOST_PLACES = 12;
    private static final int MOST_SHARED = 3;
    private static final int MOST_RELATED = 6;
    private static final int MOST_FIGURES = 6;
    private static final int MOST_SENSE_CASES = 5;

    /** The first page quotes; a practice of a thousand cases then lists the rest, so that a page and a site stay small. */
    private static final int MORE_PER_PAGE = 150;

    @Override
    List<PagePlan> plan(Bake bake) {
        Catalogue catalogue = bake.catalogue;
        int perPage = catalogue.kb.config().listing().perPage();
        List<Practice> practices = catalogue.kb.practices();
        List<PagePlan> plans = new ArrayList<>();
        Paging list = Paging.beside("practices", practices.size(), perPage * 2);
        for (int page = 1; page <= list.pageCount(); page++) {
            int number = page;
            plans.add(PagePlan.of(
                    list.path(page),
                    "practices.ftl",
                    () -> inputs(catalogue.inputs, list.slice(practices, number), practices.size()),
                    () -> new View.PracticeList(
                            list.slice(practices, number).stream()
                                    .map(catalogue::card)
                                    .toList(),
                            list.pager(number))));
        }
        for (Practice practice : practices) {
            List<Practice.Occurrence> occurrences = Catalogue.occurrences(practice);
            Paging paging = Paging.below("practices/" + practice.id(), occurrences.size(), perPage, MORE_PER_PAGE);
            for (int page = 1; page <= paging.pageCount(); page++) {
                int number = page;
                plans.add(PagePlan.of(
                        paging.path(page),
                        "practice.ftl",
                        () -> inputs(catalogue.inputs, practice, occurrences, paging, number),
                        () -> view(catalogue, practice, occurrences, paging, number)));
            }
        }
        return plans;
    }

    private static long inputs(PageInputs inputs, List<Practice> shown, int total) {
        Fingerprint print = new Fingerprint().add(total);
        for (Practice practice : shown) print.add(inputs.ofCard(practice));
        return print.number();
    }

    /** The first page counts the places of all its cases and names some of each sense. */
    private static long inputs(
            PageInputs inputs, Practice practice, List<Practice.Occurrence> occurrences, Paging paging, int page) {
        return new Fingerprint()
                .add(inputs.ofPractice(practice))
                .add(inputs.ofCases(articles(page == 1 ? occurrences : paging.slice(occurrences, page))))
                .add(page)
                .number();
    }

    private static View.Practice view(
            Catalogue catalogue, Practice practice, List<Practice.Occurrence> occurrences, Paging paging, int page) {
        boolean isFirst = page == 1;
        String definition = practice.definition();
        List<View.Evidence> evidence = new ArrayList<>();
        for (Practice.Occurrence occurrence : paging.slice(occurrences, page))
            evidence.add(evidence(catalogue, occurrence, isFirst));
        List<Practice> related = isFirst ? related(catalogue, practice) : List.of();
        return new View.Practice(
                practice.id().value(),
                practice.name(),
                Catalogue.kindName(practice.kind()),
                practice.status() == PracticeStatus.CANDIDATE,
                practice.aliases(),
                definition == null || !isFirst ? "" : Markdown.toHtml(definition),
                practice.components(),
                Catalogue.shortfall(
                        practice.declaredCount(), practice.components().size()),
                isFirst && practice.senses().size() > 1 ? senses(catalogue, practice) : List.of(),
                catalogue.themeLinks(practice.themes()),
                isFirst ? themeReasons(catalogue, practice) : List.of(),
                isFirst ? ListPages.places(catalogue, articles(occurrences), MOST_PLACES) : List.of(),
                occurrences.size(),
                evidence,
                related.stream().map(catalogue::card).toList(),
                related.stream().map(other -> why(practice, other)).toList(),
                paging.pager(page));
    }

    /** For each theme that a sentence speaks for; articles that may be shown by quotes only are quoted for the practice alone. */
    private static List<View.ThemeReason> themeReasons(Catalogue catalogue, Practice practice) {
        List<View.ThemeReason> reasons = new ArrayList<>();
        for (String theme : practice.themes()) {
            PracticeThemes.Spoken spoken = PracticeThemes.first(
                            catalogue.kb, practice, theme, c -> !Quotes.isExcerpt(c))
                    .orElse(null);
            if (spoken == null) continue;
            Case c = spoken.in();
            Span sentence = spoken.evidence().sentence();
            Span cue = spoken.evidence().cue();
            Mention naming = spoken.occurrence().finding().mentions().stream()
                    .filter(mention -> sentence.contains(mention.span()))
                    .findFirst()
                    .orElseThrow();
            String href = Catalogue.casePath(c.id()) + "#" + Mark.Kind.PRACTICE.id(naming.span());
            Mention said = new Mention(cue, cue.of(c.article().body()), sentence);
            reasons.add(new View.ThemeReason(
                    catalogue.themeName(theme),
                    c.article().metadata().title(),
                    Catalogue.lang(c.script()),
                    catalogue.quotes.quote(c, said, href, "")));
        }
        return reasons;
    }

    private static List<Practice> related(Catalogue catalogue, Practice practice) {
        return practice.related().stream()
                .filter(id -> !id.equals(practice.id()))
                .distinct()
                .limit(MOST_RELATED)
                .flatMap(id -> catalogue.kb.findPractice(id).stream())
                .toList();
    }

    /** What two practices have to do with one another. */
    static String why(Practice practice, Practice other) {
        if (NearNames.areNear(practice.name(), other.name())) return "名称相近，没有当作一回事";
        List<String> shared = practice.components().stream()
                .filter(other.components()::contains)
                .limit(MOST_SHARED)
                .toList();
        if (!shared.isEmpty()) return "都有" + String.join("、", shared);
        return practice.alike().contains(other.id()) ? "名称或内容相近" : "在同样的案例里出现";
    }

    private static List<ArticleId> articles(List<Practice.Occurrence> occurrences) {
        return occurrences.stream().map(Practice.Occurrence::article).toList();
    }

    private static List<View.Sense> senses(Catalogue catalogue, Practice practice) {
        List<View.Sense> senses = new ArrayList<>();
        for (Practice.Sense sense : practice.senses()) {
            List<View.Link> cases = sense.articles().stream()
                    .limit(MOST_SENSE_CASES)
                    .map(id -> new View.Link(
                            catalogue.caseOf(id).article().metadata().title(), Catalogue.casePath(id)))
                    .toList();
            senses.add(new View.Sense(sense.components(), sense.articles().size(), cases));
        }
        return senses;
    }

    private static View.Evidence evidence(Catalogue catalogue, Practice.Occurrence occurrence, boolean quotes) {
        Case c = catalogue.caseOf(occurrence.article());
        String href = Catalogue.casePath(c.id());
        PracticeFinding finding = occurrence.finding();
        List<Mention> shown = quotes ? Quotes.shown(c, finding.mentions()) : List.of();
        return new View.Evidence(
                c.article().metadata().title(),
                href,
                Catalogue.lang(c.script()),
                Catalogue.text(c.article().metadata().date()),
                Catalogue.placeLabel(c),
                quotes ? finding.components().stream().map(Component::name).toList() : List.of(),
                shown.stream()
                        .map(mention -> catalogue.quotes.quote(
                                c, mention, href + "#" + Mark.Kind.PRACTICE.id(mention.span()), ""))
                        .toList(),
                figures(c, shown, href));
    }

    /** The figures that stand in the sentences shown. */
    private static List<View.Figure> figures(Case c, List<Mention> shown, String href) {
        List<Figure> tied = new ArrayList<>();
        for (Figure figure : c.figures())
            for (Mention mention : shown)
                if (mention.evidence().contains(figure.span()) && !tied.contains(figure)) tied.add(figure);
        return CaseViews.figures(c, tied.subList(0, Math.min(MOST_FIGURES, tied.size()))).stream()
                .map(row -> new View.Figure(
                        row.text(),
                        row.subject(),
                        row.isProjected(),
                        row.period(),
                        row.from(),
                        row.href().isEmpty() ? "" : href + row.href()))
                .toList();
    }
}
