package org.cunjian.practice;

import java.util.function.Consumer;

/**
 * One way to notice strings that could name a practice. Generous: what is noticed is weighed later, what is not is lost.
 * Linear in the length of the text.
 */
interface CandidateGenerator {
    void generate(ArticleText article, Consumer<Candidate> found);
}
