package org.cunjian.index;

import java.util.List;
import java.util.Optional;

/**
 * The answer: practices and cases apart; practices best first, cases in the order asked for.
 *
 * @param interpretation set where the words were read as others: pinyin, a slip of one sound or shape, everyday words
 * @param suggestion a name that sounds or looks the same and that many more documents have
 * @param isPartial no document has all words: these have most of them
 * @param nearTotal of the cases, how many have most words only, where few have all; they stand behind those
 * @param order of the cases
 * @param facets for each kind the values of the cases found, most frequent first; empty unless asked for
 */
public record SearchResult(
        String query,
        int practiceTotal,
        int caseTotal,
        List<SearchHit> practices,
        List<SearchHit> cases,
        List<FacetCount> facets,
        Optional<Interpretation> interpretation,
        Optional<Interpretation> suggestion,
        boolean isPartial,
        int nearTotal,
        SearchOrder order) {

    static SearchResult nothing(SearchRequest request) {
        return new SearchResult(
                request.query(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                request.order());
    }

    SearchResult suggesting(Optional<Interpretation> other) {
        return new SearchResult(
                query,
                practiceTotal,
                caseTotal,
                practices,
                cases,
                facets,
                interpretation,
                other,
                isPartial,
                nearTotal,
                order);
    }

    /** How many of the cases found have this value. */
    public record FacetCount(FacetKind kind, String value, String label, String parent, int count) {}

    /** {@code read} names of the site for {@code typed}; {@code code} is a message key. */
    public record Interpretation(String code, String typed, List<String> read) {
        public Interpretation {
            read = List.copyOf(read);
        }
    }

    public SearchResult {
        practices = List.copyOf(practices);
        cases = List.copyOf(cases);
        facets = List.copyOf(facets);
    }

    public int total() {
        return practiceTotal + caseTotal;
    }
}
