package org.cunjian.webindex;

import java.util.List;

/**
 * What a query that is asked often brings first, in the order of the ranking.
 *
 * @param query one run of two characters or more, folded
 * @param practices numbers of the best practices, best first
 * @param cases numbers of the best cases, best first
 */
public record Answer(String query, List<Integer> practices, List<Integer> cases) {
    /** As many of each as the search page shows at first. */
    public static final int PRACTICES = 4;

    public static final int CASES = 10;

    public Answer {
        practices = List.copyOf(practices);
        cases = List.copyOf(cases);
    }
}
