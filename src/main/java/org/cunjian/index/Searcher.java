package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.cunjian.index.SearchResult.Interpretation;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.SoundTable;
import org.cunjian.webindex.Synonyms;
import org.jspecify.annotations.Nullable;

/** Answers requests from one open reader. */
final class Searcher {
    /** Cases that a first page shows. */
    static final int FIRST_PAGE = 10;

    private static final Query NONE = new MatchNoDocsQuery();

    /** Longer queries are not names. */
    private static final int MOST_SUGGESTED = 6;

    /** A name is offered beside what was found where so many times as many documents have it. */
    private static final int LIKELIER = 8;

    private final LiveSearcher lucene;
    private final Synonyms synonyms;
    private final PlanQueries queries;
    private @Nullable SoundTable sounds;
    private @Nullable SortField byNumber;
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
        if (plan.isEmpty()) return SearchResult.nothing(request);
        Query query = queries.all(plan);
        if (!plan.phrases().isEmpty()) return answer(request, List.of(plan), query, false, Optional.empty());
        int found = lucene.count(query);
        Optional<Synonyms.Found> everyday = synonyms.in(NameToken.of(request.query()));
        Optional<SearchResult> bySynonyms =
                everyday.isEmpty() ? Optional.empty() : bySynonyms(request, plan, everyday.get(), found > 0);
        if (bySynonyms.isPresent()) return bySynonyms.get();
        if (found > 0)
            return answer(request, List.of(plan), query, false, Optional.empty(), near(plan, query))
                    .suggesting(likelier(plan, found));
        // Everyday words are words, no slip for others.
        Optional<SearchResult> readAsNames = everyday.isPresent() ? Optional.empty() : readAsNames(request, plan);
        if (readAsNames.isPresent()) return readAsNames.get();
        Query partial = queries.most(plan, PlanQueries.LEAST_OF_PARTIAL);
        boolean isPartial = lucene.count(partial) > 0;
        return answer(request, List.of(plan), isPartial ? partial : query, isPartial, Optional.empty());
    }

    /**
     * Where few cases have all words, those that have most: as many as fill a first page. Beside a name none: who writes a name
     * means that.
     */
    private Query near(QueryPlan plan, Query all) throws IOException {
        if (plan.groups().size() < PlanQueries.LEAST_NEAR_GROUPS
                || plan.names().stream().limit(1).anyMatch(name -> asName(name) > 0)) return NONE;
        int missing = FIRST_PAGE - lucene.count(both(all, Map.of(), SearchHit.Type.CASE));
        if (missing <= 0) return NONE;
        Query most = queries.most(plan, PlanQueries.LEAST_OF_NEAR);
        Query others = new BooleanQuery.Builder()
                .add(most, BooleanClause.Occur.MUST)
                .add(all, BooleanClause.Occur.MUST_NOT)
                .build();
        BooleanQuery.Builder best = new BooleanQuery.Builder();
        TopFieldDocs found = top(both(others, Map.of(), SearchHit.Type.CASE), missing, SearchOrder.RELEVANCE);
        for (ScoreDoc doc : found.scoreDocs)
            best.add(new TermQuery(new Term(FieldNames.UID, found(doc.doc).key().uid())), BooleanClause.Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(most, BooleanClause.Occur.MUST)
                .add(best.build(), BooleanClause.Occur.FILTER)
                .build();
    }

    /**
     * Where the query is an everyday word, or holds one and no document has all words: what articles write for it, too. Beside
     * the words themselves, or beside most of them.
     */
    private Optional<SearchResult> bySynonyms(
            SearchRequest request, QueryPlan plan, Synonyms.Found found, boolean isFound) throws IOException {
        if (isFound && !found.isWhole()) return Optional.empty();
        List<QueryPlan> plans = new ArrayList<>(List.of(plan));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : found.terms()) {
            QueryPlan ofTerm = QueryPlan.of(term, dictionary);
            if (ofTerm.isEmpty()) continue;
            plans.add(ofTerm);
            any.add(new BoostQuery(queries.all(ofTerm), isFound ? Synonyms.WEIGHT : 1), BooleanClause.Occur.SHOULD);
        }
        if (lucene.count(any.build()) == 0) return Optional.empty();
        Query asked = isFound ? queries.all(plan) : queries.most(plan, PlanQueries.LEAST_OF_PARTIAL);
        boolean isPartial = !isFound && lucene.count(asked) > 0;
        if (isFound || isPartial) any.add(asked, BooleanClause.Occur.SHOULD);
        Interpretation meant = new Interpretation(HitMaker.SYNONYM, String.join("、", found.everyday()), found.terms());
        return Optional.of(answer(request, plans, any.build(), isPartial, Optional.of(meant)));
    }

    /** What the query's sound or shape means, where it has no meaning as it stands. Whole names go before other words. */
    private Optional<SearchResult> readAsNames(SearchRequest request, QueryPlan plan) throws IOException {
        String typed = NameToken.of(request.query());
        boolean isPinyin = typed.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        List<String> alikeInSound = sounds().namesLike(typed).stream()
                .filter(meant -> isPinyin || isLikely(typed, meant))
                .toList();
        Interpretation sound =
                new Interpretation(isPinyin ? "index/why-pinyin" : "index/why-sound", typed, alikeInSound);
        boolean areSoundsNames = sound.read().stream().anyMatch(name -> asName(name) > 0);
        ShapeSlips.Found alike = areSoundsNames ? ShapeSlips.Found.NOTHING : slips().find(plan);
        Interpretation shape = new Interpretation("index/why-shape", typed, alike.texts());
        for (Interpretation meant : alike.areNames() ? List.of(shape, sound) : List.of(sound, shape)) {
            List<QueryPlan> plans = new ArrayList<>();
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (String name : meant.read()) {
                QueryPlan ofName = QueryPlan.of(name, dictionary);
                plans.add(ofName);
                any.add(queries.all(ofName), BooleanClause.Occur.SHOULD);
            }
            if (plans.isEmpty() || lucene.count(any.build()) == 0) continue;
            return Optional.of(answer(request, plans, any.build(), false, Optional.of(meant)));
        }
        return Optional.empty();
    }

    /** Two characters that the index lacks are a word more often than a slip. Whole names and what is longer are told by themselves. */
    private boolean isLikely(String typed, String meant) {
        return meant.codePointCount(0, meant.length()) > 2
                || asName(meant) > 0
                || (SoundTable.isSlip(typed, meant) && frequency(IndexField.BODY, meant) >= leastSlip());
    }

    /** A name that very likely was meant by words that few documents have: it sounds or looks the same, and many have it. */
    private Optional<Interpretation> likelier(QueryPlan plan, int found) throws IOException {
        if (plan.runs().size() != 1 || found > leastBigram()) return Optional.empty();
        String typed = plan.runs().get(0);
        int length = typed.codePointCount(0, typed.length());
        if (length < 2 || length > MOST_SUGGESTED || asName(typed) > 0) return Optional.empty();
        if (typed.chars().anyMatch(c -> c >= 'a' && c <= 'z')) return Optional.empty();
        Optional<Interpretation> best = Optional.empty();
        int most = LIKELIER * found - 1;
        ShapeSlips.Found alike = slips().find(plan);
        for (Interpretation meant : List.of(
                new Interpretation("index/why-sound", typed, sounds().namesLike(typed)),
                new Interpretation("index/why-shape", typed, alike.texts())))
            for (String name : meant.read()) {
                if (asName(name) <= most) continue;
                most = asName(name);
                best = Optional.of(new Interpretation(meant.code(), typed, List.of(name)));
            }
        return best;
    }

    private ShapeSlips slips() {
        return new ShapeSlips(dictionary, this::asName, bigram -> frequency(IndexField.BODY, bigram), leastSlip());
    }

    private int leastBigram() {
        return SoundTable.leastBigram(lucene.statistics(IndexField.BODY).documents());
    }

    private int leastSlip() {
        return SoundTable.leastSlip(lucene.statistics(IndexField.BODY).documents());
    }

    /** In how many documents a token is a whole name, or one of those the document has. */
    private int asName(String token) {
        return frequency(IndexField.NAME, token) + frequency(IndexField.TAG, token);
    }

    private int frequency(IndexField field, String token) {
        try {
            return lucene.liveFrequency(new Term(field.lucene(), token));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("dictionary", e);
        }
    }

    /** Made when first needed, from the terms of the index. */
    private synchronized SoundTable sounds() throws IOException {
        if (sounds == null) sounds = LucenePostings.sounds(lucene);
        return sounds;
    }

    /** Made when first needed: what is equal else stands by document number. */
    private synchronized SortField byNumber() throws IOException {
        if (byNumber == null) byNumber = new DocumentOrder(lucene.getIndexReader()).sortField();
        return byNumber;
    }

    private Sort sort(SearchOrder order) throws IOException {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, byNumber());
            case NEW -> new Sort(byDay(true, Long.MIN_VALUE), SortField.FIELD_SCORE, byNumber());
            case OLD -> new Sort(byDay(false, Long.MAX_VALUE), SortField.FIELD_SCORE, byNumber());
        };
    }

    private static SortField byDay(boolean isNewestFirst, long ofUndated) {
        SortField byDay = new SortField(FieldNames.DAY, SortField.Type.LONG, isNewestFirst);
        byDay.setMissingValue(ofUndated);
        return byDay;
    }

    private SearchResult answer(
            SearchRequest request,
            List<QueryPlan> plans,
            Query query,
            boolean isPartial,
            Optional<Interpretation> interpretation)
            throws IOException {
        return answer(request, plans, query, isPartial, interpretation, NONE);
    }

    /** @param near cases that stand behind the others, in whatever order those are */
    private SearchResult answer(
            SearchRequest request,
            List<QueryPlan> plans,
            Query query,
            boolean isPartial,
            Optional<Interpretation> interpretation,
            Query near)
            throws IOException {
        Query practices = both(query, request.filters(), SearchHit.Type.PRACTICE);
        Query cases = both(query, request.filters(), SearchHit.Type.CASE);
        Query nearCases = both(near, request.filters(), SearchHit.Type.CASE);
        HitMaker hits = new HitMaker(plans, isPartial, interpretation);
        TopFieldDocs topPractices = top(practices, request.top(), SearchOrder.RELEVANCE);
        TopFieldDocs topCases = top(cases, request.top(), request.order());
        TopFieldDocs topNear = top(nearCases, request.top(), request.order());
        int nearTotal = (int) topNear.totalHits.value;
        boolean withParts = request.withParts();
        List<SearchHit> caseHits = new ArrayList<>(hits(topCases, hits, withParts ? query : NONE));
        caseHits.addAll(hits(topNear, new HitMaker(plans, true, interpretation), withParts ? near : NONE));
        return new SearchResult(
                request.query(),
                (int) topPractices.totalHits.value,
                (int) topCases.totalHits.value + nearTotal,
                hits(topPractices, hits, withParts ? query : NONE),
                caseHits.subList(0, Math.min(request.top(), caseHits.size())),
                request.withFacets() ? FacetCounts.of(lucene, any(cases, nearCases)) : List.of(),
                interpretation,
                Optional.empty(),
                isPartial,
                nearTotal,
                request.order());
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.SHOULD)
                .add(other, BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query both(Query query, Map<FacetKind, List<String>> filters, SearchHit.Type type) {
        return new BooleanQuery.Builder()
                .add(PlanQueries.filters(filters, type), BooleanClause.Occur.FILTER)
                .add(query, BooleanClause.Occur.MUST)
                .build();
    }

    private TopFieldDocs top(Query query, int top, SearchOrder order) throws IOException {
        return lucene.search(query, new TopFieldCollectorManager(sort(order), top, null, Integer.MAX_VALUE, false));
    }

    /** @param explained what scored, where the parts of the scores are asked for */
    private List<SearchHit> hits(TopFieldDocs found, HitMaker maker, Query explained) throws IOException {
        int score = List.of(found.fields).indexOf(SortField.FIELD_SCORE);
        List<SearchHit> hits = new ArrayList<>();
        for (ScoreDoc doc : found.scoreDocs) {
            List<SearchHit.Part> parts = ScoreExplainer.parts(lucene, explained, doc.doc);
            hits.add(maker.of(found(doc.doc), (Float) ((FieldDoc) doc).fields[score], parts));
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
