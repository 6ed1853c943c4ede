package org.cunjian.site;

import java.util.List;
import java.util.stream.Collectors;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;

/** Home, search, data, audit, and the page for addresses that lead nowhere. */
public final class SinglePages extends PageTool {
    static final String NOT_FOUND = "404.html";

    private static final int MOST_NOTABLE = 12;
    private static final int MOST_NEWEST = 6;
    private static final int VILLAGE = 4;

    @Override
    List<PagePlan> plan(Bake bake) {
        Catalogue catalogue = bake.catalogue;
        KnowledgeBase kb = catalogue.kb;
        return List.of(
                PagePlan.of("index.html", "home.ftl", () -> home(catalogue)),
                PagePlan.of("search/index.html", "search.ftl", () -> search(catalogue)),
                PagePlan.of(
                        "data/index.html",
                        "data.ftl",
                        () -> new View.Data(kb.cases().size(), kb.practices().size(), DATA_FILES)),
                PagePlan.of("audit/index.html", "audit.ftl", () -> new Audit(catalogue).view()),
                PagePlan.of(NOT_FOUND, "404.ftl", View.Nothing::new));
    }

    private static final List<View.DataFile> DATA_FILES = List.of(
            new View.DataFile("data/cases.jsonl", "cases.jsonl", "全部案例，一行一个案例，含地点、做法、数字及其在原文中的位置"),
            new View.DataFile("data/practices.jsonl", "practices.jsonl", "全部做法，一行一项，含别名、组成部分和出现的案例"),
            new View.DataFile("data/cases.csv", "cases.csv", "案例总表，可用 Excel 打开"),
            new View.DataFile("data/practices.csv", "practices.csv", "做法总表，可用 Excel 打开"),
            new View.DataFile("data/datapackage.json", "datapackage.json", "各文件的字段说明（Frictionless Data Package）"));

    private static View.Home home(Catalogue catalogue) {
        KnowledgeBase kb = catalogue.kb;
        return new View.Home(
                kb.originals().size(),
                kb.practices().size(),
                (int) kb.places().values().stream()
                        .filter(node -> node.level() == VILLAGE)
                        .count(),
                kb.originals().stream().mapToInt(c -> c.figures().size()).sum(),
                years(catalogue),
                kb.practices().stream().limit(MOST_NOTABLE).map(catalogue::card).toList(),
                catalogue.themeCounts(),
                catalogue.provinceCounts(),
                catalogue.cards(
                        kb.originals().stream().limit(MOST_NEWEST).map(Case::id).toList()));
    }

    private static String years(Catalogue catalogue) {
        List<String> years = catalogue.casesByYear.keySet().stream()
                .filter(year -> !year.equals(Catalogue.UNDATED))
                .collect(Collectors.toList());
        if (years.isEmpty()) return "";
        String first = years.get(years.size() - 1);
        String last = years.get(0);
        return first.equals(last) ? first : first + "–" + last;
    }

    private static View.Search search(Catalogue catalogue) {
        KnowledgeBase kb = catalogue.kb;
        return new View.Search(
                kb.originals().size(),
                kb.practices().size(),
                catalogue.themeCounts(),
                catalogue.provinceCounts(),
                catalogue.yearCounts(),
                kb.practices().stream()
                        .limit(MOST_NOTABLE)
                        .map(practice -> new View.Count(
                                practice.name(),
                                Catalogue.practicePath(practice.id()),
                                Catalogue.occurrences(practice).size()))
                        .toList());
    }
}
