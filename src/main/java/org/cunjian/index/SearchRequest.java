package org.cunjian.index;

import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param query as typed, of any length and content
 * @param top at most so many practices and so many cases
 * @param filters values by kind: any of one kind, all kinds
 * @param withFacets whether to count facet values, which takes time in proportion to the hits
 * @param order of the cases
 */
public record SearchRequest(
        String query, int top, Map<FacetKind, List<String>> filters, boolean withFacets, SearchOrder order) {
    public static final int USUAL_TOP = 10;

    public SearchRequest {
        if (top < 1 || top > 1000) throw new IllegalArgumentException("top " + top + " is not in 1..1000");
        filters = Map.copyOf(filters);
    }

    /** By relevance. */
    public SearchRequest(String query, int top, Map<FacetKind, List<String>> filters, boolean withFacets) {
        this(query, top, filters, withFacets, SearchOrder.RELEVANCE);
    }

    public static SearchRequest of(String query) {
        return new SearchRequest(query, USUAL_TOP, Map.of(), false);
    }

    public SearchRequest withTop(int other) {
        return new SearchRequest(query, other, filters, withFacets, order);
    }

    public SearchRequest withOrder(SearchOrder other) {
        return new SearchRequest(query, top, filters, withFacets, other);
    }
}
