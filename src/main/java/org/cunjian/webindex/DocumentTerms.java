package org.cunjian.webindex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.PostingsSource.Input;

/**
 * The terms of one document, as the index has them: how often in each field, and the norms of its fields. By the differences of
 * two of them an old version's postings become those of a new one.
 */
final class DocumentTerms {
    private static final int FIELDS = IndexField.values().length;

    static final DocumentTerms NONE = new DocumentTerms(Map.of(), new int[FIELDS]);

    /** Of each term by field; 0 where the field lacks it. */
    private final Map<String, int[]> frequencies;

    private final int[] norms;

    private DocumentTerms(Map<String, int[]> frequencies, int[] norms) {
        this.frequencies = frequencies;
        this.norms = norms;
    }

    static DocumentTerms of(Input input) {
        Map<String, int[]> frequencies = new HashMap<>();
        int[] norms = new int[FIELDS];
        addWhole(frequencies, IndexField.NAME, input.names());
        addWhole(frequencies, IndexField.TAG, input.tags());
        addTokens(frequencies, norms, IndexField.TITLE, input.title());
        addTokens(frequencies, norms, IndexField.KEY, input.key());
        addTokens(frequencies, norms, IndexField.BODY, input.body());
        return new DocumentTerms(frequencies, norms);
    }

    private static void addWhole(Map<String, int[]> frequencies, IndexField field, List<String> tokens) {
        for (String token : new HashSet<>(tokens))
            if (!token.isEmpty()) frequencies.computeIfAbsent(token, t -> new int[FIELDS])[field.position()] = 1;
    }

    private static void addTokens(Map<String, int[]> frequencies, int[] norms, IndexField field, String text) {
        String folded = SearchFold.fold(text);
        TokenRule rule = new TokenRule();
        rule.reset(folded.toCharArray(), folded.length());
        int count = 0;
        while (rule.next()) {
            String token = folded.substring(rule.start(), rule.end());
            frequencies.computeIfAbsent(token, t -> new int[FIELDS])[field.position()]++;
            count++;
        }
        norms[field.position()] = normOf(count);
    }

    Set<String> terms() {
        return frequencies.keySet();
    }

    int norm(IndexField field) {
        return norms[field.position()];
    }

    /** Whether a field has a term as often and in a text of the same length, as far as postings tell. */
    boolean isSame(String term, IndexField field, DocumentTerms other) {
        int own = frequency(term, field);
        if (own != other.frequency(term, field)) return false;
        return own == 0 || !field.hasNormsInPostings() || norm(field) == other.norm(field);
    }

    int frequency(String term, IndexField field) {
        int[] byField = frequencies.get(term);
        return byField == null ? 0 : byField[field.position()];
    }

    /** Lucene's byte for a length: exact below 40, then four significant bits. */
    static int normOf(int length) {
        int exact = 24;
        if (length < exact) return length;
        int rest = length - exact;
        int bits = 32 - Integer.numberOfLeadingZeros(rest);
        if (bits < 4) return exact + rest;
        int shift = bits - 4;
        return exact + (((rest >>> shift) & 7) | ((shift + 1) << 3));
    }
}
