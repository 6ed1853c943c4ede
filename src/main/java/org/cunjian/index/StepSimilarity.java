package org.cunjian.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;
import org.cunjian.webindex.Frequency;

/** Lucene's BM25 of frequencies and lengths in steps, so that the browser, which has only the steps, gives the same scores. */
final class StepSimilarity extends Similarity {
    /** Below, a norm is the length itself. */
    private static final int EXACT_NORMS = 24;

    private static final int NORM_STEP = 4;

    private final BM25Similarity bm25 = new BM25Similarity();

    @Override
    public long computeNorm(FieldInvertState state) {
        return norm(state.getLength());
    }

    /**
     * A length as it is kept: Lucene tells lengths an eighth apart, this those of half an octave, which rank as well (nDCG@10 over
     * 92 queries .905, exactly .902). A browser loads them with nearly every query, and a sentence more mostly leaves them as they were.
     */
    static byte norm(int tokens) {
        int norm = Byte.toUnsignedInt(SmallFloat.intToByte4(tokens));
        return (byte) (norm < EXACT_NORMS ? norm : norm - norm % NORM_STEP);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new StepScorer(bm25.scorer(boost, collection, terms));
    }

    private static final class StepScorer extends SimScorer {
        private final SimScorer scorer;

        StepScorer(SimScorer scorer) {
            this.scorer = scorer;
        }

        private static float step(float frequency) {
            return Frequency.step((int) frequency);
        }

        @Override
        public float score(float frequency, long norm) {
            return scorer.score(step(frequency), norm);
        }

        @Override
        public Explanation explain(Explanation frequency, long norm) {
            Explanation step = Explanation.match(
                    step(frequency.getValue().floatValue()), "the least frequency of its step", frequency);
            return scorer.explain(step, norm);
        }
    }
}
