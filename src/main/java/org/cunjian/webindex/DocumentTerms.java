package org.cunjian.webindex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.PostingsSource.Input;

/**
 * The terms of one document, as the index has them: how often in each field. By the differences of
 * two of them an old version's postings become those of a new one.
 */
final class DocumentTerms {
    private static final int FIELDS = IndexField.values().length;

    static final DocumentTerms NONE = new DocumentTerms(Map.of());

    /** Of each term by field; 0 where the field lacks it. */
    private final Map<String, int[]> frequencies;

    private DocumentTerms(Map<String, int[]> frequencies) {
        this.frequencies = frequencies;
    }

    static DocumentTerms of(Input input, String body) {
        Map<String, int[]> frequencies = new HashMap<>();
        addWhole(frequencies, IndexField.NAME, input.names());
        addWhole(frequencies, IndexField.TAG, input.tags());
        addTokens(frequencies, IndexField.TITLE, input.title());
        addTokens(frequencies, IndexField.KEY, input.key());
        addTokens(frequencies, IndexField.BODY, body);
        return new DocumentTerms(frequencies);
    }

    private static void addWhole(Map<String, int[]> frequencies, IndexField field, List<String> tokens) {
        for (String token : new HashSet<>(tokens))
            if (!token.isEmpty()) frequencies.computeIfAbsent(token, t -> new int[FIELDS])[field.position()] = 1;
    }

    private static void addTokens(Map<String, int[]> frequencies, IndexField field, String text) {
        String folded = SearchFold.fold(text);
        TokenRule rule = new TokenRule();
        rule.reset(folded.toCharArray(), folded.length());
        while (rule.next()) {
            String token = folded.substring(rule.start(), rule.end());
            frequencies.computeIfAbsent(token, t -> new int[FIELDS])[field.position()]++;
        }
    }

    Set<String> terms() {
        return frequencies.keySet();
    }

    /** In steps. */
    int frequency(String term, IndexField field) {
        int[] byField = frequencies.get(term);
        return byField == null ? 0 : Frequency.step(byField[field.position()]);
    }
}
