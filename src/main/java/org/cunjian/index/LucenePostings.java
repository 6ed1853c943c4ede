package org.cunjian.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.PostingsSource;
import org.cunjian.webindex.SoundTable;

/** The live documents of an index in their own order, whatever segments they came to lie in. */
final class LucenePostings implements PostingsSource {
    private final IndexReader reader;
    private final LiveSearcher searcher;
    /** Export number of each Lucene document, -1 for a deleted one. */
    private final int[] numbers;

    private final String[] ids;
    private final int practices;
    private final List<List<Facet>> facets = new ArrayList<>();
    private final Map<IndexField, byte[]> norms = new EnumMap<>(IndexField.class);

    LucenePostings(IndexReader reader, LiveSearcher searcher) throws IOException {
        this.reader = reader;
        this.searcher = searcher;
        numbers = new int[reader.maxDoc()];
        Arrays.fill(numbers, -1);
        List<Live> live = liveDocuments(reader);
        live.sort(java.util.Comparator.comparing(Live::order));
        ids = new String[live.size()];
        int practicesSeen = 0;
        for (int i = 0; i < ids.length; i++) {
            DocumentKey key = DocumentKey.of(live.get(i).uid());
            ids[i] = key.id();
            numbers[live.get(i).document()] = i;
            if (key.type() == SearchHit.Type.PRACTICE) practicesSeen++;
        }
        practices = practicesSeen;
        readFacets();
        for (IndexField field : IndexField.values()) if (field.hasNorms()) norms.put(field, norms(field));
    }

    /** The spellings of this index's names and frequent bigrams. Cost: its dictionary, once. */
    static SoundTable sounds(LiveSearcher searcher) throws IOException {
        SoundTable.Builder builder =
                SoundTable.builder(searcher.getIndexReader().numDocs());
        for (IndexField field : List.of(IndexField.NAME, IndexField.TAG, IndexField.BODY)) {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field.lucene());
            if (terms == null) continue;
            TermsEnum cursor = terms.iterator();
            for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
                int frequency = searcher.getIndexReader().hasDeletions()
                        ? searcher.liveFrequency(new Term(field.lucene(), BytesRef.deepCopyOf(term)))
                        : cursor.docFreq();
                boolean isName = field != IndexField.BODY;
                builder.add(term.utf8ToString(), isName ? frequency : 0, isName ? 0 : frequency);
            }
        }
        return builder.build();
    }

    private record Live(BytesRef order, String uid, int document) {}

    private static List<Live> liveDocuments(IndexReader reader) throws IOException {
        List<Live> live = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues orders = leaf.reader().getSortedDocValues(LuceneDocument.ORDER);
            SortedDocValues uids = leaf.reader().getSortedDocValues(LuceneDocument.UID);
            if (orders == null || uids == null) continue;
            Bits bits = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (bits != null && !bits.get(doc)) continue;
                if (!orders.advanceExact(doc) || !uids.advanceExact(doc)) continue;
                live.add(new Live(
                        BytesRef.deepCopyOf(orders.lookupOrd(orders.ordValue())),
                        uids.lookupOrd(uids.ordValue()).utf8ToString(),
                        leaf.docBase + doc));
            }
        }
        return live;
    }

    private void readFacets() throws IOException {
        for (int i = 0; i < ids.length; i++) facets.add(List.of());
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues values = leaf.reader().getSortedSetDocValues(LuceneDocument.FACET);
            if (values == null) continue;
            Facet[] byOrdinal = new Facet[(int) values.getValueCount()];
            for (int i = 0; i < byOrdinal.length; i++) {
                FacetValue value = FacetValue.ofStored(values.lookupOrd(i).utf8ToString());
                byOrdinal[i] = new Facet(value.kind().code(), value.value(), value.label(), value.parent());
            }
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                int number = numbers[leaf.docBase + doc];
                if (number < 0) continue;
                Facet[] own = new Facet[values.docValueCount()];
                for (int i = 0; i < own.length; i++) own[i] = byOrdinal[(int) values.nextOrd()];
                facets.set(number, List.of(own));
            }
        }
    }

    private byte[] norms(IndexField field) throws IOException {
        byte[] all = new byte[ids.length];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNormValues(field.lucene());
            if (values == null) continue;
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                int number = numbers[leaf.docBase + doc];
                if (number >= 0) all[number] = (byte) values.longValue();
            }
        }
        return all;
    }

    @Override
    public int documentCount() {
        return ids.length;
    }

    @Override
    public int practiceCount() {
        return practices;
    }

    @Override
    public String id(int document) {
        return ids[document];
    }

    @Override
    public Statistics statistics(IndexField field) {
        return searcher.statistics(field);
    }

    @Override
    public List<Facet> facets(int document) {
        return facets.get(document);
    }

    @Override
    public int norm(IndexField field, int document) {
        byte[] values = norms.get(field);
        return values == null ? 1 : values[document] & 0xFF;
    }

    @Override
    public void forEachTerm(TermVisitor visitor) {
        try {
            visit(visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    private void visit(TermVisitor visitor) throws IOException {
        IndexField[] fields = IndexField.values();
        TermsEnum[] cursors = new TermsEnum[fields.length];
        Postings[] lists = new Postings[fields.length];
        for (int f = 0; f < fields.length; f++) {
            lists[f] = new Postings();
            Terms terms = MultiTerms.getTerms(reader, fields[f].lucene());
            TermsEnum cursor = terms == null ? null : terms.iterator();
            cursors[f] = cursor == null || cursor.next() == null ? TermsEnum.EMPTY : cursor;
        }
        PostingsEnum[] reuse = new PostingsEnum[fields.length];
        while (true) {
            BytesRef least = null;
            for (TermsEnum cursor : cursors)
                if (cursor != TermsEnum.EMPTY && (least == null || cursor.term().compareTo(least) < 0))
                    least = cursor.term();
            if (least == null) return;
            BytesRef term = BytesRef.deepCopyOf(least);
            boolean isLive = false;
            for (int f = 0; f < fields.length; f++) {
                lists[f].count = 0;
                if (cursors[f] == TermsEnum.EMPTY || !cursors[f].term().equals(term)) continue;
                reuse[f] = cursors[f].postings(reuse[f], PostingsEnum.FREQS);
                read(reuse[f], lists[f]);
                isLive |= lists[f].count > 0;
                if (cursors[f].next() == null) cursors[f] = TermsEnum.EMPTY;
            }
            if (isLive) visitor.term(term.utf8ToString(), lists);
        }
    }

    private void read(PostingsEnum from, Postings to) throws IOException {
        boolean isSorted = true;
        int last = -1;
        for (int doc = from.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = from.nextDoc()) {
            int number = numbers[doc];
            if (number < 0) continue;
            to.add(number, from.freq());
            isSorted &= number > last;
            last = number;
        }
        if (!isSorted) to.sort();
    }
}
