/**
 * Named arrangements, found and taken apart. Start at {@link org.cunjian.practice.PracticeExtractor}:
 *
 * <pre>{@code
 * List<PracticeFinding> found = new PracticeExtractor()
 *         .extract("村里的“板凳议事”", "村里建立“板凳议事”机制，村民在树下说事。");
 * found.get(0).name();            // 板凳议事
 * found.get(0).mentions().get(0); // span of “板凳议事”机制 in the body, evidence: the sentence
 * }</pre>
 *
 * <p>Rules notice strings ({@code CandidateGenerator}), surfaces of one name are grouped ({@code NameGroup}), a small logistic
 * model weighs readable signs ({@code Features}, {@code model.tsv}). Spans are UTF-16 offsets into the body. No file, clock or
 * locale is touched.
 */
@NullMarked
package org.cunjian.practice;

import org.jspecify.annotations.NullMarked;
