package org.cunjian.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.PracticeId;

/** Places: the tree down to counties, and a page for each unit down to the village. */
public final class PlacePages extends PageTool {
    /** The tree's page shows provinces, cities and counties; what lies below is on their pages. */
    private static final int TREE_LEVELS = 3;

    private static final int MOST_PRACTICES = 12;

    @Override
    List<PagePlan> plan(Bake bake) {
        Catalogue catalogue = bake.catalogue;
        int perPage = catalogue.kb.config().listing().perPage();
        List<PagePlan> plans = new ArrayList<>();
        plans.add(PagePlan.of("places/index.html", "places.ftl", () -> tree(catalogue.kb)));
        for (PlaceNode node : catalogue.kb.places().values()) {
            Paging paging = Paging.below("places/" + node.code(), node.cases().size(), perPage);
            for (int page = 1; page <= paging.pageCount(); page++) {
                int number = page;
                plans.add(PagePlan.of(
                        paging.path(page),
                        "place.ftl",
                        () -> inputs(catalogue.inputs, node, paging, number),
                        () -> view(catalogue, node, paging, number)));
            }
        }
        return plans;
    }

    private static View.Places tree(KnowledgeBase kb) {
        List<View.Branch> branches = kb.places().values().stream()
                .filter(node -> node.parent() == null)
                .map(node -> branch(kb, node, TREE_LEVELS - 1))
                .toList();
        return new View.Places(branches, kb.places().size());
    }

    private static View.Branch branch(KnowledgeBase kb, PlaceNode node, int levels) {
        List<View.Branch> below = levels == 0
                ? List.of()
                : children(kb, node).stream()
                        .map(child -> branch(kb, child, levels - 1))
                        .toList();
        return new View.Branch(
                node.name(), Catalogue.placePath(node), node.cases().size(), below);
    }

    private static List<PlaceNode> children(KnowledgeBase kb, PlaceNode node) {
        return node.children().stream()
                .map(kb.places()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The first page counts the practices of all its cases. */
    private static long inputs(PageInputs inputs, PlaceNode node, Paging paging, int page) {
        return new Fingerprint()
                .add(inputs.ofPlace(node))
                .add(inputs.ofCards(page == 1 ? node.cases() : paging.slice(node.cases(), page)))
                .add(page)
                .number();
    }

    private static View.Place view(Catalogue catalogue, PlaceNode node, Paging paging, int page) {
        return new View.Place(
                node.name(),
                catalogue.above(node),
                node.cases().size(),
                page == 1
                        ? children(catalogue.kb, node).stream()
                                .map(Catalogue::count)
                                .toList()
                        : List.of(),
                page == 1 ? practices(catalogue.kb, node) : List.of(),
                catalogue.cards(paging.slice(node.cases(), page)),
                paging.pager(page));
    }

    private static List<View.Count> practices(KnowledgeBase kb, PlaceNode node) {
        Map<PracticeId, Integer> counts = new HashMap<>();
        for (ArticleId id : node.cases())
            kb.practicesOf(id).stream().distinct().forEach(practice -> counts.merge(practice, 1, Integer::sum));
        List<View.Count> most = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<PracticeId, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_PRACTICES)
                .forEach(entry -> kb.findPractice(entry.getKey())
                        .ifPresent(practice -> most.add(new View.Count(
                                practice.name(), Catalogue.practicePath(practice.id()), entry.getValue()))));
        return most;
    }
}
