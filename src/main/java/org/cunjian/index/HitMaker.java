package org.cunjian.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.NameToken;

/** Makes a hit of what the index holds of a document: its reasons and its snippet. */
final class HitMaker {
    /** Told of those only that have the words themselves nowhere. */
    static final String SYNONYM = "index/why-synonym";

    private final List<QueryPlan> plans;
    private final boolean isPartial;
    private final Optional<SearchResult.Interpretation> interpretation;
    private final SnippetMaker snippets;

    HitMaker(List<QueryPlan> plans, boolean isPartial, Optional<SearchResult.Interpretation> interpretation) {
        this.plans = plans;
        this.isPartial = isPartial;
        this.interpretation = interpretation;
        this.snippets = new SnippetMaker(plans);
    }

    /** What the index holds of a hit. */
    record Found(DocumentKey key, ShownText shown, String text) {}

    SearchHit of(Found found, float score, List<SearchHit.Part> parts) {
        String title = found.shown().title();
        IndexedText.Display display = found.shown().display();
        return new SearchHit(
                found.key().type(),
                found.key().id(),
                title,
                score,
                why(found.key(), title, display.place(), display.practices(), found.text()),
                snippets.of(found.text()),
                display.date(),
                display.source(),
                display.place(),
                parts);
    }

    private List<SearchHit.Reason> why(DocumentKey key, String title, String place, String practices, String body) {
        List<SearchHit.Reason> why = new ArrayList<>();
        boolean isSynonym = interpretation.map(i -> i.code().equals(SYNONYM)).orElse(false);
        String all = isSynonym ? SearchFold.fold(String.join("\n", title, place, practices, body)) : "";
        boolean isMeant = !isSynonym
                || (!holds(plans.get(0), all)
                        && (!isPartial || plans.stream().skip(1).anyMatch(plan -> holds(plan, all))));
        if (interpretation.isPresent() && isMeant)
            why.add(new SearchHit.Reason(
                    interpretation.get().code(),
                    List.of(
                            interpretation.get().typed(),
                            String.join("、", interpretation.get().read()))));
        if (isPartial && !(isSynonym && isMeant)) why.add(new SearchHit.Reason("index/why-partial", List.of()));
        String name = NameToken.of(title);
        if (plans.stream().anyMatch(plan -> plan.names().contains(name)))
            why.add(new SearchHit.Reason("index/why-name", List.of(title)));
        else if (hasAll(title)) why.add(new SearchHit.Reason("index/why-title", List.of()));
        if (key.type() == SearchHit.Type.CASE) {
            for (String practice : practices.split("、"))
                if (!practice.isEmpty() && hasAll(practice))
                    why.add(new SearchHit.Reason("index/why-practice", List.of(practice)));
            for (String level : place.split("/"))
                if (!level.isEmpty() && hasAll(level)) why.add(new SearchHit.Reason("index/why-place", List.of(level)));
        }
        if (hasAll(body)) why.add(new SearchHit.Reason("index/why-body", List.of()));
        if (why.isEmpty()) why.add(new SearchHit.Reason("index/why-together", List.of()));
        return why;
    }

    private boolean hasAll(String text) {
        if (text.isEmpty()) return false;
        String folded = SearchFold.fold(text);
        return plans.stream().anyMatch(plan -> holds(plan, folded));
    }

    private static boolean holds(QueryPlan plan, String folded) {
        return plan.groups().stream().allMatch(group -> group.stream().anyMatch(folded::contains))
                && plan.phrases().stream().allMatch(phrase -> folded.contains(phrase.toString()));
    }
}
