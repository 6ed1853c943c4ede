package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.SortField;
import org.cunjian.webindex.DocumentNumbers;

/** The live documents of a reader by the numbers that they have in the browser: practices first, whatever segments they lie in. */
final class DocumentOrder {
    /** By Lucene's number; -1 for a deleted one. */
    private final int[] numbers;

    private final int practiceNumbers;
    private final int numberCount;
    private final List<LucenePostings.Live> live = new ArrayList<>();

    DocumentOrder(IndexReader reader) throws IOException {
        List<LucenePostings.Live> practices = new ArrayList<>();
        List<LucenePostings.Live> cases = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves())
            for (LucenePostings.Live one : LucenePostings.liveDocuments(leaf)) {
                boolean isPractice = DocumentKey.ofOrder(one.order()).type() == SearchHit.Type.PRACTICE;
                (isPractice ? practices : cases).add(one);
            }
        numbers = new int[reader.maxDoc()];
        Arrays.fill(numbers, -1);
        practiceNumbers = number(practices, 0);
        numberCount = number(cases, practiceNumbers);
    }

    private int number(List<LucenePostings.Live> documents, int first) {
        documents.sort(Comparator.comparing(LucenePostings.Live::order));
        int[] of = DocumentNumbers.of(
                documents.stream().map(d -> DocumentKey.ofOrder(d.order()).id()).toArray(String[]::new));
        for (int i = 0; i < documents.size(); i++) numbers[documents.get(i).document()] = first + of[i];
        live.addAll(documents);
        return first + of[documents.size()];
    }

    /** The live documents, practices first. */
    List<LucenePostings.Live> live() {
        return live;
    }

    int[] numbers() {
        return numbers;
    }

    int practiceNumbers() {
        return practiceNumbers;
    }

    int numberCount() {
        return numberCount;
    }

    /** Documents of equal scores stand by their numbers, as in the browser. */
    SortField sortField() {
        return new ByNumber(numbers).getSortField(false);
    }

    private static final class ByNumber extends LongValuesSource {
        private final int[] numbers;

        ByNumber(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) {
            return new LongValues() {
                private int document;

                @Override
                public long longValue() {
                    return numbers[leaf.docBase + document];
                }

                @Override
                public boolean advanceExact(int doc) {
                    document = doc;
                    return true;
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public LongValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public String toString() {
            return "number";
        }
    }
}
