package org.cunjian.practice;

import java.util.List;

/**
 * Why a string was taken for a practice or not, for {@code cunjian explain}.
 *
 * @param name as it is, or would be, shown
 * @param forms all surfaces that were taken together, Simplified
 * @param rules the generators that noticed it
 * @param signs what spoke for and against it, the weightiest first
 * @param score sum of the weights; above 0 speaks for a practice
 * @param probability the score as a probability, 0 to 1
 * @param status null where it was dropped: less likely than even a candidate
 * @param finding what would be reported, with mentions and components, also where it was dropped
 */
public record PracticeExplanation(
        String name,
        List<String> forms,
        List<String> rules,
        List<Sign> signs,
        double score,
        double probability,
        @org.jspecify.annotations.Nullable PracticeStatus status,
        PracticeFinding finding) {

    /** One sign, its weight in the model, and what it means, in words for people. */
    public record Sign(String code, double weight, String meaning) {}

    public PracticeExplanation {
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        signs = List.copyOf(signs);
    }
}
