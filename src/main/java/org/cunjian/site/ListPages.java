package org.cunjian.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.Practice;

/** Cases, all of them, by theme and by year. */
public final class ListPages extends PageTool {
    private static final int MOST_PRACTICES = 12;
    private static final int MOST_PLACES = 12;

    @Override
    List<PagePlan> plan(Bake bake) {
        Catalogue catalogue = bake.catalogue;
        int perPage = catalogue.kb.config().listing().perPage();
        List<PagePlan> plans = new ArrayList<>();
        planCases(catalogue, perPage, plans);
        plans.add(PagePlan.of("themes/index.html", "themes.ftl", () -> new View.Counts(catalogue.themeCounts())));
        catalogue.casesByTheme.keySet().forEach(theme -> planTheme(catalogue, theme, perPage, plans));
        plans.add(PagePlan.of("years/index.html", "years.ftl", () -> years(catalogue)));
        planYears(catalogue, perPage, plans);
        return plans;
    }

    private static void planCases(Catalogue catalogue, int perPage, List<PagePlan> plans) {
        List<ArticleId> all = catalogue.kb.originals().stream().map(Case::id).toList();
        Paging paging = Paging.beside("cases", all.size(), perPage);
        for (int page = 1; page <= paging.pageCount(); page++) {
            int number = page;
            plans.add(PagePlan.of(
                    paging.path(page),
                    "cases.ftl",
                    () -> inputs(catalogue.inputs, all, paging, number),
                    () -> new View.CaseList("全部案例", catalogue.cards(paging.slice(all, number)), paging.pager(number))));
        }
    }

    private static void planTheme(Catalogue catalogue, String theme, int perPage, List<PagePlan> plans) {
        List<ArticleId> cases = catalogue.casesByTheme.getOrDefault(theme, List.of());
        Paging paging = Paging.below("themes/" + theme, cases.size(), perPage);
        for (int page = 1; page <= paging.pageCount(); page++) {
            int number = page;
            plans.add(PagePlan.of(
                    paging.path(page),
                    "theme.ftl",
                    () -> themeInputs(catalogue, theme, cases, paging, number),
                    () -> new View.Theme(
                            catalogue.themeName(theme),
                            cases.size(),
                            number == 1 ? practices(catalogue, theme) : List.of(),
                            number == 1 ? places(catalogue, cases, MOST_PLACES) : List.of(),
                            catalogue.cards(paging.slice(cases, number)),
                            paging.pager(number))));
        }
    }

    private static long inputs(PageInputs inputs, List<ArticleId> cases, Paging paging, int page) {
        return new Fingerprint()
                .add(inputs.ofCards(paging.slice(cases, page)))
                .add(cases.size())
                .add(page)
                .number();
    }

    /** The first page counts the places of all cases and names practices. */
    private static long themeInputs(Catalogue catalogue, String theme, List<ArticleId> cases, Paging paging, int page) {
        Fingerprint print = new Fingerprint().add(inputs(catalogue.inputs, cases, paging, page));
        print.add(catalogue.themeName(theme));
        if (page == 1) {
            print.add(catalogue.inputs.ofCases(cases));
            practices(catalogue, theme).forEach(print::add);
        }
        return print.number();
    }

    private static List<View.PracticeCard> practices(Catalogue catalogue, String theme) {
        return catalogue.kb.practices().stream()
                .filter((Practice practice) -> practice.themes().contains(theme))
                .limit(MOST_PRACTICES)
                .map(catalogue::card)
                .toList();
    }

    /** Counties by number of these cases, the most first. */
    static List<View.Count> places(Catalogue catalogue, List<ArticleId> cases, int most) {
        IdentityHashMap<PlaceNode, Integer> counts = new IdentityHashMap<>();
        for (ArticleId id : cases) catalogue.countyOf(id).ifPresent(county -> counts.merge(county, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<PlaceNode, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().code()))
                .limit(most)
                .map(entry ->
                        new View.Count(entry.getKey().name(), Catalogue.placePath(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static View.Years years(Catalogue catalogue) {
        List<View.Count> counts = catalogue.yearCounts();
        int most = counts.stream().mapToInt(View.Count::count).max().orElse(1);
        return new View.Years(counts.stream()
                .map(year ->
                        new View.Bar(year.name(), year.href(), year.count(), Math.max(1, year.count() * 100 / most)))
                .toList());
    }

    private static void planYears(Catalogue catalogue, int perPage, List<PagePlan> plans) {
        List<String> years = List.copyOf(catalogue.casesByYear.keySet());
        for (int i = 0; i < years.size(); i++) {
            String year = years.get(i);
            View.Link later = i > 0 ? link(years.get(i - 1)) : new View.Link("", "");
            View.Link earlier = i + 1 < years.size() ? link(years.get(i + 1)) : new View.Link("", "");
            List<ArticleId> cases = catalogue.casesByYear.getOrDefault(year, List.of());
            Paging paging = Paging.below("years/" + year, cases.size(), perPage);
            for (int page = 1; page <= paging.pageCount(); page++) {
                int number = page;
                plans.add(PagePlan.of(
                        paging.path(page),
                        "year.ftl",
                        () -> new Fingerprint()
                                .add(inputs(catalogue.inputs, cases, paging, number))
                                .add(later)
                                .add(earlier)
                                .number(),
                        () -> new View.Year(
                                Catalogue.yearName(year),
                                cases.size(),
                                catalogue.cards(paging.slice(cases, number)),
                                paging.pager(number),
                                earlier,
                                later)));
            }
        }
    }

    private static View.Link link(String year) {
        return new View.Link(Catalogue.yearName(year), Catalogue.yearPath(year));
    }
}
