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
 * @param withParts whether to say what each score is made of, which takes a look at each part of the query for each hit
 */
public record SearchRequest(
        String query,
        int top,
        Map<FacetKind, List<String>> filters,
        boolean withFacets,
        SearchOrder order,
        boolean withParts) {
    public static final int USUAL_TOP = 10;

    public SearchRequest {
        if (top < 1 || top > 1000) throw new IllegalArgumentException("top " + top + " is not in 1..1000");
        filters = Map.copyOf(filters);
    }

    /** By relevance. */
    public SearchRequest(String query, int top, Map<FacetKind, List<String>> filters, boolean withFacets) {
        this(query, top, filters, withFacets, SearchOrder.RELEVANCE);
    }

    /** Without parts of scores. */
    public SearchRequest(
            String query, int top, Map<FacetKind, List<String>> filters, boolean withFacets, SearchOrder order) {
        this(query, top, filters, withFacets, order, false);
    }

    public static SearchRequest of(String query) {
        return new SearchRequest(query, USUAL_TOP, Map.of(), false);
    }

    public SearchRequest withTop(int other) {
        return new SearchRequest(query, other, filters, withFacets, order, withParts);
    }

    public SearchRequest withOrder(SearchOrder other) {
        return new SearchRequest(query, top, filters, withFacets, other, withParts);
    }

    public SearchRequest withParts(boolean other) {
        return new SearchRequest(query, top, filters, withFacets, order, other);
    }
}
