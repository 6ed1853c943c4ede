package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.SoundTable;
import org.cunjian.webindex.Synonyms;
import org.jspecify.annotations.Nullable;

/** Answers requests from one open reader. */
final class Searcher {
    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(FieldNames.ORDER, SortField.Type.STRING));

    /** Facet values of one kind that are listed; a page cannot show more. */
    private static final int MOST_FACET_VALUES = 200;

    private final LiveSearcher lucene;
    private final Synonyms synonyms;
    private final PlanQueries queries;
    private @Nullable SoundTable sounds;
    private final QueryPlan.Dictionary dictionary = new LuceneDictionary();

    Searcher(LiveSearcher lucene, Synonyms synonyms) {
        this.lucene = lucene;
        this.synonyms = synonyms;
        this.queries = new PlanQueries(lucene);
    }

    LiveSearcher lucene() {
        return lucene;
    }

    SearchResult search(SearchRequest request) throws IOException {
        QueryPlan plan = QueryPlan.of(request.query(), dictionary);
        if (plan.isEmpty())
            return new SearchResult(request.query(), 0, 0, List.of(), List.of(), List.of(), Optional.empty(), false);
        Query query = queries.of(plan, false);
        if (!plan.phrases().isEmpty()) return answer(request, List.of(plan), query, false, Optional.empty());
        boolean isFound = lucene.count(query) > 0;
        Optional<SearchResult> bySynonyms = bySynonyms(request, plan, query, isFound);
        if (bySynonyms.isPresent()) return bySynonyms.get();
        if (isFound) return answer(request, List.of(plan), query, false, Optional.empty());
        Optional<SearchResult> readAsNames = readAsNames(request);
        if (readAsNames.isPresent()) return readAsNames.get();
        if (plan.groups().size() >= PlanQueries.LEAST_PARTIAL_GROUPS) {
            Query partial = queries.of(plan, true);
            if (lucene.count(partial) > 0) return answer(request, List.of(plan), partial, true, Optional.empty());
        }
        return answer(request, List.of(plan), query, false, Optional.empty());
    }

    /** Where the query is an everyday word, or holds one and has no meaning as it stands: what articles write for it, too. */
    private Optional<SearchResult> bySynonyms(SearchRequest request, QueryPlan plan, Query literal, boolean isFound)
            throws IOException {
        Synonyms.Found found = synonyms.in(NameToken.of(request.query())).orElse(null);
        if (found == null || (isFound && !found.isWhole())) return Optional.empty();
        List<QueryPlan> plans = new ArrayList<>(List.of(plan));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (isFound) any.add(literal, BooleanClause.Occur.SHOULD);
        for (String term : found.terms()) {
            QueryPlan ofTerm = QueryPlan.of(term, dictionary);
            if (ofTerm.isEmpty()) continue;
            plans.add(ofTerm);
            any.add(new BoostQuery(queries.of(ofTerm, false), Synonyms.WEIGHT), BooleanClause.Occur.SHOULD);
        }
        Query query = any.build();
        if (lucene.count(query) == 0) return Optional.empty();
        SearchResult.Interpretation meant =
                new SearchResult.Interpretation(HitMaker.SYNONYM, String.join("、", found.everyday()), found.terms());
        return Optional.of(answer(request, plans, query, false, Optional.of(meant)));
    }

    /** What the query's sound means, where it has no meaning as it stands. */
    private Optional<SearchResult> readAsNames(SearchRequest request) throws IOException {
        String typed = NameToken.of(request.query());
        List<String> names = sounds().namesLike(typed);
        List<QueryPlan> plans = new ArrayList<>();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String name : names) {
            QueryPlan plan = QueryPlan.of(name, dictionary);
            plans.add(plan);
            any.add(queries.of(plan, false), BooleanClause.Occur.SHOULD);
        }
        if (plans.isEmpty()) return Optional.empty();
        Query query = any.build();
        if (lucene.count(query) == 0) return Optional.empty();
        boolean isPinyin = typed.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        String code = isPinyin ? "index/why-pinyin" : "index/why-sound";
        return Optional.of(
                answer(request, plans, query, false, Optional.of(new SearchResult.Interpretation(code, typed, names))));
    }

    /** Made when first needed, from the terms of the index. */
    private synchronized SoundTable sounds() throws IOException {
        if (sounds == null) sounds = LucenePostings.sounds(lucene);
        return sounds;
    }

    private SearchResult answer(
            SearchRequest request,
            List<QueryPlan> plans,
            Query query,
            boolean isPartial,
            Optional<SearchResult.Interpretation> interpretation)
            throws IOException {
        Query practices = both(query, request, SearchHit.Type.PRACTICE);
        Query cases = both(query, request, SearchHit.Type.CASE);
        HitMaker hits = new HitMaker(plans, isPartial, interpretation);
        TopFieldDocs topPractices = top(practices, request.top());
        TopFieldDocs topCases = top(cases, request.top());
        return new SearchResult(
                request.query(),
                (int) topPractices.totalHits.value,
                (int) topCases.totalHits.value,
                hits(topPractices, hits),
                hits(topCases, hits),
                request.withFacets() ? facets(cases) : List.of(),
                interpretation,
                isPartial);
    }

    private static Query both(Query query, SearchRequest request, SearchHit.Type type) {
        return new BooleanQuery.Builder()
                .add(PlanQueries.filters(request.filters(), type), BooleanClause.Occur.FILTER)
                .add(query, BooleanClause.Occur.MUST)
                .build();
    }

    private TopFieldDocs top(Query query, int top) throws IOException {
        TopFieldDocs found =
                lucene.search(query, new TopFieldCollectorManager(BY_SCORE, top, null, Integer.MAX_VALUE, false));
        return found;
    }

    private List<SearchHit> hits(TopFieldDocs found, HitMaker maker) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (ScoreDoc doc : found.scoreDocs) {
            hits.add(maker.of(found(doc.doc), (Float) ((FieldDoc) doc).fields[0]));
        }
        return hits;
    }

    private HitMaker.Found found(int document) throws IOException {
        List<LeafReaderContext> leaves = lucene.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues orders = DocValues.getSorted(leaf.reader(), FieldNames.ORDER);
        BinaryDocValues shown = DocValues.getBinary(leaf.reader(), FieldNames.SHOWN);
        BinaryDocValues texts = DocValues.getBinary(leaf.reader(), FieldNames.TEXT);
        int at = document - leaf.docBase;
        if (!orders.advanceExact(at) || !shown.advanceExact(at))
            throw new CorruptIndexException("a document without a name", String.valueOf(leaf.reader()));
        return new HitMaker.Found(
                DocumentKey.ofOrder(orders.lookupOrd(orders.ordValue()).utf8ToString()),
                ShownText.of(shown.binaryValue()),
                texts.advanceExact(at) ? PhraseQuery.text(texts.binaryValue()) : "");
    }

    private List<SearchResult.FacetCount> facets(Query query) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        lucene.search(query, new CollectorManager<FacetCounter, Map<String, Integer>>() {
            @Override
            public FacetCounter newCollector() {
                return new FacetCounter(counts);
            }

            @Override
            public Map<String, Integer> reduce(java.util.Collection<FacetCounter> counters) {
                return counts;
            }
        });
        List<SearchResult.FacetCount> all = new ArrayList<>();
        counts.forEach((stored, count) -> {
            FacetValue value = FacetValue.ofStored(stored);
            all.add(new SearchResult.FacetCount(value.kind(), value.value(), value.label(), value.parent(), count));
        });
        all.sort(Comparator.comparing(SearchResult.FacetCount::kind)
                .thenComparing(
                        Comparator.comparingInt(SearchResult.FacetCount::count).reversed())
                .thenComparing(SearchResult.FacetCount::value));
        List<SearchResult.FacetCount> most = new ArrayList<>();
        Map<FacetKind, Integer> kept = new java.util.EnumMap<>(FacetKind.class);
        for (SearchResult.FacetCount facet : all)
            if (kept.merge(facet.kind(), 1, Integer::sum) <= MOST_FACET_VALUES) most.add(facet);
        return most;
    }

    /** Counts facet values over all hits, per segment by ordinal. */
    private static final class FacetCounter extends SimpleCollector {
        private final Map<String, Integer> counts;
        private @Nullable SortedSetDocValues values;
        private int[] byOrdinal = new int[0];

        FacetCounter(Map<String, Integer> counts) {
            this.counts = counts;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = context.reader().getSortedSetDocValues(FieldNames.FACET);
            byOrdinal = new int[values == null ? 0 : (int) values.getValueCount()];
        }

        @Override
        public void collect(int doc) throws IOException {
            if (values == null || !values.advanceExact(doc)) return;
            for (int i = 0; i < values.docValueCount(); i++) byOrdinal[(int) values.nextOrd()]++;
        }

        @Override
        public void finish() throws IOException {
            if (values == null) return;
            for (int i = 0; i < byOrdinal.length; i++)
                if (byOrdinal[i] > 0) counts.merge(values.lookupOrd(i).utf8ToString(), byOrdinal[i], Integer::sum);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** The dictionary as queries see it: tokens of title, key and body. */
    private final class LuceneDictionary implements QueryPlan.Dictionary {
        private static final List<IndexField> FIELDS = List.of(IndexField.TITLE, IndexField.KEY, IndexField.BODY);

        @Override
        public boolean contains(String token) {
            try {
                for (IndexField field : FIELDS)
                    if (lucene.liveFrequency(new Term(field.lucene(), token)) > 0) return true;
                return false;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("dictionary", e);
            }
        }

        @Override
        public List<String> continuations(String character) {
            try {
                return continuationsOf(character);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("dictionary", e);
            }
        }

        private List<String> continuationsOf(String character) throws IOException {
            record Counted(String token, int frequency) {}
            Set<Counted> found = new HashSet<>();
            for (IndexField field : FIELDS) {
                Terms terms = MultiTerms.getTerms(lucene.getIndexReader(), field.lucene());
                if (terms == null) continue;
                TermsEnum cursor = terms.iterator();
                BytesRef prefix = new BytesRef(character);
                TermsEnum.SeekStatus status = cursor.seekCeil(prefix);
                for (BytesRef at = status == TermsEnum.SeekStatus.END ? null : cursor.term();
                        at != null && org.apache.lucene.util.StringHelper.startsWith(at, prefix);
                        at = cursor.next()) {
                    String token = at.utf8ToString();
                    if (token.codePointCount(0, token.length()) != 2) continue;
                    int frequency = lucene.getIndexReader().hasDeletions()
                            ? lucene.liveFrequency(new Term(field.lucene(), token))
                            : cursor.docFreq();
                    if (frequency > 0) found.add(new Counted(token, frequency));
                }
            }
            Map<String, Integer> most = new TreeMap<>();
            for (Counted c : found) most.merge(c.token(), c.frequency(), Math::max);
            return most.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(QueryPlan.MOST_CONTINUATIONS)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
