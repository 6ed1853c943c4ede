package org.cunjian.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one field of the documents of a segment, gathered by document and turned to lists by term when all are there.
 * A posting is an int: the term (later the document) in the upper 24 bits, its frequency in the lower 8. Documents have
 * numbers below 2^24, and so have terms: a segment has fewer postings than that.
 *
 * <p>Lucene reads it through the interface of an index, and to write a segment walks all terms and all lists once, in order.
 * What only a search asks for (a term looked up, a jump in a list, sums of frequencies) is refused: nobody would notice a wrong
 * answer.
 */
final class InvertedField {
    private static final int FREQUENCY_BITS = 8;
    private static final int MOST_FREQUENCY = (1 << FREQUENCY_BITS) - 1;

    private final boolean hasFrequencies;
    private final TermTable terms = new TermTable();
    private int[] gathered = new int[1 << 10];
    /** The same by term, kept as a place only: large arrays that are thrown away cost a collection of the whole heap. */
    private int[] lists = new int[0];

    private int count;
    /** Where the postings of each document end. */
    private int[] ends = new int[1 << 8];

    private int documents;
    /** Where each term was seen last. */
    private int[] lastSeen = new int[1 << 10];
    /** By place what a frequency has beyond 255. */
    private final Map<Integer, Integer> excess = new HashMap<>();

    InvertedField(boolean hasFrequencies) {
        this.hasFrequencies = hasFrequencies;
    }

    TermTable terms() {
        return terms;
    }

    int postings() {
        return count;
    }

    boolean hasFrequencies() {
        return hasFrequencies;
    }

    void clear() {
        terms.clear();
        excess.clear();
        count = 0;
        documents = 0;
    }

    /** Counts a term in the present document. */
    void add(int term) {
        if (term >= lastSeen.length) lastSeen = Arrays.copyOf(lastSeen, Math.max(term + 1, lastSeen.length * 2));
        int at = lastSeen[term];
        int from = documents == 0 ? 0 : ends[documents - 1];
        if (at >= from && at < count && gathered[at] >>> FREQUENCY_BITS == term) {
            if ((gathered[at] & MOST_FREQUENCY) < MOST_FREQUENCY) gathered[at]++;
            else excess.merge(at, 1, Integer::sum);
            return;
        }
        if (count == gathered.length) gathered = Arrays.copyOf(gathered, count + count / 4);
        lastSeen[term] = count;
        gathered[count++] = term << FREQUENCY_BITS | 1;
    }

    /** @return how many terms the document has */
    int endDocument() {
        if (documents == ends.length) ends = Arrays.copyOf(ends, documents * 2);
        int from = documents == 0 ? 0 : ends[documents - 1];
        ends[documents++] = count;
        return count - from;
    }

    /** As Lucene reads it; valid until {@link #clear}. Cost: linear in postings, and sorting the terms. */
    Terms invert() {
        // A list begins where the one before ends; after the lists are filled, starts[term] is the end.
        int[] starts = new int[terms.size() + 1];
        for (int i = 0; i < count; i++) starts[(gathered[i] >>> FREQUENCY_BITS) + 1]++;
        for (int term = 1; term < starts.length; term++) starts[term] += starts[term - 1];
        if (lists.length < count) lists = new int[count + count / 8];
        Map<Integer, Integer> listExcess = new HashMap<>();
        int i = 0;
        for (int document = 0; document < documents; document++)
            for (; i < ends[document]; i++) {
                int to = starts[gathered[i] >>> FREQUENCY_BITS]++;
                int frequency = gathered[i] & MOST_FREQUENCY;
                lists[to] = document << FREQUENCY_BITS | frequency;
                if (frequency == MOST_FREQUENCY && excess.containsKey(i)) listExcess.put(to, excess.get(i));
            }
        return new Inverted(starts, listExcess);
    }

    /** Only what writing a segment asks for. */
    private final class Inverted extends Terms {
        private final int[] listEnds;
        private final Map<Integer, Integer> listExcess;

        Inverted(int[] listEnds, Map<Integer, Integer> listExcess) {
            this.listEnds = listEnds;
            this.listExcess = listExcess;
        }

        @Override
        public TermsEnum iterator() {
            return new Cursor(this);
        }

        @Override
        public long size() {
            return terms.size();
        }

        @Override
        public long getSumTotalTermFreq() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getSumDocFreq() {
            return count;
        }

        @Override
        public int getDocCount() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasFreqs() {
            return hasFrequencies;
        }

        @Override
        public boolean hasOffsets() {
            return false;
        }

        @Override
        public boolean hasPositions() {
            return false;
        }

        @Override
        public boolean hasPayloads() {
            return false;
        }
    }

    private final class Cursor extends BaseTermsEnum {
        private final Inverted inverted;
        private final int[] order = terms.inOrder();
        private final BytesRefBuilder bytes = new BytesRefBuilder();
        private int at = -1;

        Cursor(Inverted inverted) {
            this.inverted = inverted;
        }

        @Override
        public @Nullable BytesRef next() {
            if (++at >= order.length) return null;
            bytes.copyChars(terms.text(order[at]));
            return bytes.get();
        }

        @Override
        public BytesRef term() {
            return bytes.get();
        }

        @Override
        public int docFreq() {
            return end() - start();
        }

        @Override
        public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
            List list = reuse instanceof List known ? known : new List();
            list.reset(lists, inverted.listExcess, start(), end());
            return list;
        }

        private int start() {
            return order[at] == 0 ? 0 : inverted.listEnds[order[at] - 1];
        }

        private int end() {
            return inverted.listEnds[order[at]];
        }

        @Override
        public long totalTermFreq() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void seekExact(long ord) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long ord() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImpactsEnum impacts(int flags) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class List extends PostingsEnum {
        private int[] lists = new int[0];
        private Map<Integer, Integer> excess = Map.of();
        private int at;
        private int end;
        private int document = -1;

        void reset(int[] ofAll, Map<Integer, Integer> excessOfAll, int from, int to) {
            lists = ofAll;
            excess = excessOfAll;
            at = from - 1;
            end = to;
            document = -1;
        }

        @Override
        public int nextDoc() {
            at++;
            document = at < end ? lists[at] >>> FREQUENCY_BITS : NO_MORE_DOCS;
            return document;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int freq() {
            int frequency = lists[at] & MOST_FREQUENCY;
            return frequency < MOST_FREQUENCY ? frequency : frequency + excess.getOrDefault(at, 0);
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return lists.length;
        }

        @Override
        public int nextPosition() {
            return -1;
        }

        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        @Override
        public @Nullable BytesRef getPayload() {
            return null;
        }
    }
}
