package org.cunjian.index;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.PostingsSource;

/**
 * Counts live documents only, so that scores do not remember what was deleted. Lucene's own figures include deleted documents
 * until their segment is merged.
 */
final class LiveSearcher extends IndexSearcher {
    private final Map<IndexField, PostingsSource.Statistics> statistics = new EnumMap<>(IndexField.class);

    LiveSearcher(IndexReader reader) throws IOException {
        super(reader);
        setSimilarity(new StepSimilarity());
        setQueryCache(null);
        for (IndexField field : IndexField.values()) statistics.put(field, count(reader, field));
    }

    PostingsSource.Statistics statistics(IndexField field) {
        return java.util.Objects.requireNonNull(statistics.get(field));
    }

    private static PostingsSource.Statistics count(IndexReader reader, IndexField field) throws IOException {
        int documents = 0;
        long tokens = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues lengths = leaf.reader().getNumericDocValues(FieldNames.lengthOf(field));
            if (lengths == null) continue;
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = lengths.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = lengths.nextDoc()) {
                if (live != null && !live.get(doc)) continue;
                documents++;
                tokens += lengths.longValue();
            }
        }
        return PostingsSource.Statistics.of(documents, tokens);
    }

    /** How many live documents have the term. Cost: the postings of segments with deletions. */
    int liveFrequency(Term term) throws IOException {
        int frequency = 0;
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            if (live == null) {
                frequency += leaf.reader().docFreq(term);
                continue;
            }
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) continue;
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc())
                if (live.get(doc)) frequency++;
        }
        return frequency;
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int live = getIndexReader().hasDeletions() ? Math.max(1, liveFrequency(term)) : docFreq;
        return new TermStatistics(term.bytes(), live, Math.max(totalTermFreq, live));
    }

    @Override
    public CollectionStatistics collectionStatistics(String name) throws IOException {
        for (IndexField field : IndexField.values()) {
            PostingsSource.Statistics live = statistics(field);
            if (field.lucene().equals(name) && live.documents() > 0)
                return new CollectionStatistics(
                        name, getIndexReader().maxDoc(), live.documents(), live.tokens(), live.documents());
        }
        return super.collectionStatistics(name);
    }
}
