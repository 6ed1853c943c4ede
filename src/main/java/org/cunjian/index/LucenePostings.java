package org.cunjian.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.webindex.Answer;
import org.cunjian.webindex.Frequency;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.Postings;
import org.cunjian.webindex.PostingsSource;
import org.cunjian.webindex.SoundTable;
import org.jspecify.annotations.Nullable;

/** The live documents of an index in their own order, whatever segments they came to lie in. */
final class LucenePostings implements PostingsSource {
    private final IndexReader reader;
    private final LiveSearcher searcher;
    private final KnowledgeBase kb;
    /** Export number of each Lucene document, -1 for a deleted one. */
    private final int[] numbers;
    /** Lucene's number by export number, -1 for a free one; and the key. */
    private final int[] documents;

    private final @Nullable DocumentKey[] keys;
    private final int count;
    private final int practiceNumbers;
    private final Map<LeafReaderContext, FacetReader> facetReaders = new HashMap<>();
    private final Map<String, String> nameTokens = new HashMap<>();
    private final Map<IndexField, TermsEnum> cursors = new EnumMap<>(IndexField.class);
    private byte @Nullable [] norms;
    private int @Nullable [] days;
    private String @Nullable [] hashes;
    private @Nullable IndexedTextMaker maker;

    LucenePostings(IndexReader reader, LiveSearcher searcher, KnowledgeBase kb) throws IOException {
        this.reader = reader;
        this.searcher = searcher;
        this.kb = kb;
        DocumentOrder order = new DocumentOrder(reader);
        count = order.live().size();
        practiceNumbers = order.practiceNumbers();
        numbers = order.numbers();
        documents = new int[order.numberCount()];
        Arrays.fill(documents, -1);
        keys = new DocumentKey[documents.length];
        for (Live live : order.live()) {
            int number = numbers[live.document()];
            keys[number] = DocumentKey.ofOrder(live.order());
            documents[number] = live.document();
        }
    }

    /**
     * The spellings of this index's names and frequent bigrams. Cost: its dictionary, once; after changes the lists of names and
     * frequent bigrams too, to leave out what was deleted.
     */
    static SoundTable sounds(LiveSearcher searcher) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        SoundTable.Builder builder = SoundTable.builder(reader.numDocs());
        Bits live = MultiBits.getLiveDocs(reader);
        for (IndexField field : List.of(IndexField.NAME, IndexField.TAG, IndexField.BODY)) {
            Terms terms = MultiTerms.getTerms(reader, field.lucene());
            if (terms == null) continue;
            boolean isName = field != IndexField.BODY;
            TermsEnum cursor = terms.iterator();
            PostingsEnum list = null;
            for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
                int frequency = cursor.docFreq();
                if (!isName && builder.isRare(frequency)) continue;
                if (live != null) {
                    list = cursor.postings(list, PostingsEnum.NONE);
                    frequency = count(list, live);
                }
                builder.add(term.utf8ToString(), isName ? frequency : 0, isName ? 0 : frequency);
            }
        }
        return builder.build();
    }

    private static int count(PostingsEnum list, Bits live) throws IOException {
        int count = 0;
        for (int doc = list.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = list.nextDoc())
            if (live.get(doc)) count++;
        return count;
    }

    /** A document and its place among all; see {@link DocumentKey#order}. */
    record Live(String order, int document) {}

    /** The live documents of one segment. Reads each order once, as they stand, which no look-up by number does. */
    static List<Live> liveDocuments(LeafReaderContext leaf) throws IOException {
        SortedDocValues values = leaf.reader().getSortedDocValues(FieldNames.ORDER);
        if (values == null) return List.of();
        String[] orders = new String[values.getValueCount()];
        TermsEnum cursor = values.termsEnum();
        for (int i = 0; i < orders.length; i++)
            orders[i] = Objects.requireNonNull(cursor.next()).utf8ToString();
        List<Live> live = new ArrayList<>();
        Bits bits = leaf.reader().getLiveDocs();
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc())
            if (bits == null || bits.get(doc)) live.add(new Live(orders[values.ordValue()], leaf.docBase + doc));
        return live;
    }

    /** The facet values of one segment, documents in rising order; a value is made once. */
    private static final class FacetReader {
        private final @Nullable Facet[] byOrdinal;
        private final LeafReaderContext leaf;
        private SortedSetDocValues values;
        private int last = -1;

        FacetReader(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            values = DocValues.getSortedSet(leaf.reader(), FieldNames.FACET);
            byOrdinal = new Facet[(int) values.getValueCount()];
        }

        List<Facet> of(int document) throws IOException {
            if (document < last) values = DocValues.getSortedSet(leaf.reader(), FieldNames.FACET);
            last = document;
            if (!values.advanceExact(document)) return List.of();
            Facet[] own = new Facet[values.docValueCount()];
            for (int i = 0; i < own.length; i++) own[i] = facet((int) values.nextOrd());
            return List.of(own);
        }

        private Facet facet(int ordinal) throws IOException {
            Facet facet = byOrdinal[ordinal];
            if (facet == null) {
                FacetValue value = FacetValue.ofStored(values.lookupOrd(ordinal).utf8ToString());
                facet = new Facet(value.kind().code(), value.value(), value.label(), value.parent());
                byOrdinal[ordinal] = facet;
            }
            return facet;
        }
    }

    /** Takes the number of a document whose value is at hand. */
    @FunctionalInterface
    private interface NumberVisitor {
        void visit(int number) throws IOException;
    }

    /** Visits the live documents of a segment that have a value. */
    private void forEach(LeafReaderContext leaf, DocIdSetIterator values, NumberVisitor visitor) throws IOException {
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            int number = numbers[leaf.docBase + doc];
            if (number >= 0) visitor.visit(number);
        }
    }

    private byte[] readNorms() throws IOException {
        byte[] all = new byte[documents.length];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNormValues(IndexField.BODY.lucene());
            if (values == null) continue;
            forEach(leaf, values, number -> all[number] = (byte) values.longValue());
        }
        return all;
    }

    @Override
    public int documentCount() {
        return count;
    }

    @Override
    public int numberCount() {
        return documents.length;
    }

    @Override
    public int practiceNumbers() {
        return practiceNumbers;
    }

    @Override
    public @Nullable String id(int document) {
        DocumentKey key = keys[document];
        return key == null ? null : key.id();
    }

    @Override
    public String hash(int document) {
        try {
            if (hashes == null) hashes = readHashes();
            return hashes[document];
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    private String[] readHashes() throws IOException {
        String[] all = new String[documents.length];
        Arrays.fill(all, "");
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues values = DocValues.getBinary(leaf.reader(), FieldNames.HASH);
            forEach(leaf, values, number -> all[number] = values.binaryValue().utf8ToString());
        }
        return all;
    }

    @Override
    public Input input(int document) {
        DocumentKey key = keys[document];
        if (key == null) throw new IllegalArgumentException(document + " is free");
        if (maker == null) maker = new IndexedTextMaker(kb);
        Optional<IndexedText.Words> words = key.type() == SearchHit.Type.PRACTICE
                ? kb.findPractice(new PracticeId(key.id())).map(maker::words)
                : kb.findCase(new ArticleId(key.id())).map(maker::words);
        IndexedText.Words found =
                words.orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + key));
        return new Input(tokens(found.names()), tokens(found.tags()), found.title(), found.key());
    }

    private List<String> tokens(List<String> names) {
        return names.stream()
                .map(name -> nameTokens.computeIfAbsent(name, NameToken::of))
                .toList();
    }

    @Override
    public Statistics statistics(IndexField field) {
        return searcher.statistics(field);
    }

    @Override
    public List<Facet> facets(int document) {
        if (documents[document] < 0) return List.of();
        try {
            int index = ReaderUtil.subIndex(documents[document], reader.leaves());
            LeafReaderContext leaf = reader.leaves().get(index);
            FacetReader facets = facetReaders.get(leaf);
            if (facets == null) {
                facets = new FacetReader(leaf);
                facetReaders.put(leaf, facets);
            }
            return facets.of(documents[document] - leaf.docBase);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    @Override
    public int norm(int document) {
        try {
            if (norms == null) norms = readNorms();
            return norms[document] & 0xFF;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    @Override
    public int day(int document) {
        try {
            if (days == null) days = readDays();
            return days[document];
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    /** The published text of a case, without markup; empty where there is none. */
    String text(int document) throws IOException {
        if (documents[document] < 0) return "";
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(documents[document], reader.leaves()));
        BinaryDocValues texts = DocValues.getBinary(leaf.reader(), FieldNames.TEXT);
        return texts.advanceExact(documents[document] - leaf.docBase) ? PhraseQuery.text(texts.binaryValue()) : "";
    }

    private int[] readDays() throws IOException {
        int[] all = new int[documents.length];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), FieldNames.DAY);
            forEach(leaf, values, number -> all[number] = (int) values.longValue());
        }
        return all;
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
            Terms terms = terms(fields[f]);
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

    @Override
    public List<Answer> answers() {
        try {
            return new FrequentQueries(this, searcher, kb).answers();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    @Nullable
    Terms terms(IndexField field) throws IOException {
        return MultiTerms.getTerms(reader, field.lucene());
    }

    /** Adds the documents of a term to a list. Cost: the list. */
    void read(IndexField field, String term, Postings to) throws IOException {
        TermsEnum cursor = cursors.get(field);
        if (cursor == null) {
            Terms terms = terms(field);
            cursor = terms == null ? TermsEnum.EMPTY : terms.iterator();
            cursors.put(field, cursor);
        }
        if (cursor == TermsEnum.EMPTY || !cursor.seekExact(new BytesRef(term))) return;
        read(cursor.postings(null, PostingsEnum.FREQS), to);
    }

    private void read(PostingsEnum from, Postings to) throws IOException {
        boolean isSorted = true;
        int last = -1;
        for (int doc = from.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = from.nextDoc()) {
            int number = numbers[doc];
            if (number < 0) continue;
            to.add(number, Frequency.step(from.freq()));
            isSorted &= number > last;
            last = number;
        }
        if (!isSorted) to.sort();
    }
}
