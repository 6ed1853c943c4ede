package org.cunjian.practice;

import java.util.HashMap;
import java.util.Map;

/**
 * Weighs the signs of a name: a logistic regression whose weights stand, one a line, in {@code model.tsv}. {@link #probability}
 * estimates that a careful reader would call the name a practice.
 */
final class PracticeModel {
    /** From this probability on a finding is published; chosen on the cross-validated curve: precision .95, recall .94. */
    static final double CONFIRMED = 0.55;

    /** Below this a string is not even shown to the curator. */
    static final double CANDIDATE = 0.25;

    private static final PracticeModel SHARED = new PracticeModel(read());

    private final double base;
    /** By the number of the sign; 0 for signs that were not learnt. */
    private final double[] weights = new double[Signs.count()];

    /** @param weights by code, {@link Signs#BASE} among them */
    PracticeModel(Map<String, Double> weights) {
        base = weights.getOrDefault(Signs.BASE, 0.0);
        weights.forEach((code, weight) -> {
            if (!code.equals(Signs.BASE)) this.weights[Signs.number(code)] = weight;
        });
    }

    static PracticeModel shared() {
        return SHARED;
    }

    private static Map<String, Double> read() {
        Map<String, Double> weights = new HashMap<>();
        for (String[] row : Lexicon.rows("model.tsv")) weights.put(row[0], Double.parseDouble(row[1]));
        return weights;
    }

    double base() {
        return base;
    }

    double weight(int sign) {
        return weights[sign];
    }

    double score(Signs signs) {
        return signs.sum(base, weights);
    }

    double probability(Signs signs) {
        return 1 / (1 + Math.exp(-score(signs)));
    }
}
