package org.cunjian.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.cunjian.webindex.Frequency;
import org.cunjian.webindex.IndexField;

/** Lucene's BM25 of frequencies in steps, so that the browser's lists, which have only the steps, give the same scores. */
final class StepSimilarity extends Similarity {
    private final BM25Similarity bm25 = new BM25Similarity();

    @Override
    public long computeNorm(FieldInvertState state) {
        return bm25.computeNorm(state);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new StepScorer(bm25.scorer(boost, collection, terms), IndexField.ofLucene(collection.field()));
    }

    private static final class StepScorer extends SimScorer {
        private final SimScorer scorer;
        private final IndexField field;

        StepScorer(SimScorer scorer, IndexField field) {
            this.scorer = scorer;
            this.field = field;
        }

        private float step(float frequency) {
            return Frequency.step(field, (int) frequency);
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
