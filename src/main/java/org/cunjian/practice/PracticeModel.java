package org.cunjian.practice;

import java.util.HashMap;
import java.util.Map;

/**
 * Weighs the signs of a name: a logistic regression whose weights stand, one a line, in {@code model.tsv}. {@link #probability}
 * estimates that a careful reader would call the name a practice.
 */
final class PracticeModel {
    /** From this probability on a finding is published; chosen on the cross-validated curve: precision .93, recall .87. */
    static final double CONFIRMED = 0.6;

    /** Below this a string is not even shown to the curator. */
    static final double CANDIDATE = 0.25;

    private static final PracticeModel SHARED = new PracticeModel(read());

    private final Map<String, Double> weights;

    PracticeModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static PracticeModel shared() {
        return SHARED;
    }

    private static Map<String, Double> read() {
        Map<String, Double> weights = new HashMap<>();
        for (String[] row : Lexicon.rows("model.tsv")) weights.put(row[0], Double.parseDouble(row[1]));
        return weights;
    }

    double weight(String sign) {
        return weights.getOrDefault(sign, 0.0);
    }

    double score(Map<String, Double> signs) {
        double sum = weight("base");
        for (Map.Entry<String, Double> sign : signs.entrySet()) sum += weight(sign.getKey()) * sign.getValue();
        return sum;
    }

    double probability(Map<String, Double> signs) {
        return 1 / (1 + Math.exp(-score(signs)));
    }
}
