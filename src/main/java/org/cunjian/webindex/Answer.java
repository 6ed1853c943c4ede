package org.cunjian.webindex;

import java.util.List;
import java.util.Set;

/**
 * What a query that is asked often brings first, in the order of the ranking.
 *
 * @param query one run of two characters or more, folded
 * @param practices numbers of the best practices, best first
 * @param cases numbers of the best cases, best first
 * @param terms what articles write for an everyday word; for other queries none
 * @param isPartial no document has an everyday word as it stands: partial matches stand beside
 * @param literal of these, where the query is an everyday word, those that have it as it stands
 * @param meant and those that have one of the terms
 */
public record Answer(
        String query,
        List<Integer> practices,
        List<Integer> cases,
        List<String> terms,
        boolean isPartial,
        Set<Integer> literal,
        Set<Integer> meant) {
    /** As many of each as the search page shows at first. */
    public static final int PRACTICES = 4;

    public static final int CASES = 10;

    public Answer {
        practices = List.copyOf(practices);
        cases = List.copyOf(cases);
        terms = List.copyOf(terms);
        literal = Set.copyOf(literal);
        meant = Set.copyOf(meant);
    }
}
