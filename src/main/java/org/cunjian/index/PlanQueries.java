package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.LiteralText;
import org.cunjian.webindex.PostingsSource;

/** Lucene queries for a {@link QueryPlan}. Which clause counts how much is written in {@code FORMAT.md}. */
final class PlanQueries {
    /** Part of the smaller idf that two overlapping tokens add when a text has both. */
    static final float CHAIN_WEIGHT = 0.5f;

    /** A partial match has at least this part, rounded down, of the groups that any document has. */
    private static final double PARTIAL_SHARE = 0.6;

    /** Of partial matches, each group counts so much, however often and wherever it stands: who has more of what was asked wins. */
    static final float GROUP_WEIGHT = 8;

    /** Groups of a partial match; and of one that stands behind those that have all: 困难 alone is not 饮水困难. */
    static final int LEAST_OF_PARTIAL = 1;

    static final int LEAST_OF_NEAR = 2;

    /** Queries of fewer groups have no near matches: of two words one says too little beside those that have both. */
    static final int LEAST_NEAR_GROUPS = 3;

    private static final List<IndexField> TOKEN_FIELDS = List.of(IndexField.TITLE, IndexField.KEY, IndexField.BODY);
    private static final List<IndexField> NAME_FIELDS = List.of(IndexField.NAME, IndexField.TAG);

    private final LiveSearcher searcher;

    PlanQueries(LiveSearcher searcher) {
        this.searcher = searcher;
    }

    /** All groups. */
    Query all(QueryPlan plan) throws IOException {
        return scored(plan, having(plan)).build();
    }

    /** Most groups: a share of those that any document has, and {@code least} of them. */
    Query most(QueryPlan plan, int least) throws IOException {
        BooleanQuery.Builder query = scored(plan, havingMost(plan, least));
        for (List<String> group : plan.groups())
            query.add(new BoostQuery(new ConstantScoreQuery(any(group)), GROUP_WEIGHT), BooleanClause.Occur.SHOULD);
        return query.build();
    }

    private BooleanQuery.Builder scored(QueryPlan plan, Query filter) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(filter, BooleanClause.Occur.FILTER);
        for (Query clause : scoring(plan)) query.add(clause, BooleanClause.Occur.SHOULD);
        return query;
    }

    static Query filters(Map<FacetKind, List<String>> filters, SearchHit.Type type) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(filter(FacetValue.typeFilter(type)), BooleanClause.Occur.FILTER);
        for (FacetKind kind : FacetKind.values()) {
            List<String> values = filters.getOrDefault(kind, List.of());
            if (values.isEmpty()) continue;
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (String value : values) any.add(filter(FacetValue.filter(kind, value)), BooleanClause.Occur.SHOULD);
            query.add(any.build(), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    private static Query filter(String value) {
        return new TermQuery(new Term(FieldNames.FILTER, value));
    }

    private static Query having(QueryPlan plan) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<String> group : plan.groups()) all.add(any(group), BooleanClause.Occur.FILTER);
        for (LiteralText phrase : plan.phrases()) {
            for (String token : phrase.tokens()) all.add(written(token), BooleanClause.Occur.FILTER);
            all.add(new PhraseQuery(phrase), BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    /** Everyday words are hardly ever in an article as they are asked; what no article has cannot tell them apart. */
    private Query havingMost(QueryPlan plan, int least) throws IOException {
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        int known = 0;
        for (List<String> group : plan.groups()) {
            if (!isKnown(group)) continue;
            known++;
            most.add(any(group), BooleanClause.Occur.SHOULD);
        }
        most.setMinimumNumberShouldMatch(needed(known, least));
        return most.build();
    }

    /** How many groups a partial match has at least, of those that any document has. */
    static int needed(int known, int least) {
        return Math.max(least, (int) (known * PARTIAL_SHARE));
    }

    private boolean isKnown(List<String> group) throws IOException {
        for (String token : group)
            for (IndexField field : TOKEN_FIELDS)
                if (searcher.liveFrequency(new Term(field.lucene(), token)) > 0) return true;
        return false;
    }

    /** What is quoted stands in title or text, not in tags. */
    private static Query written(String token) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexField.TITLE.lucene(), token)), BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new Term(IndexField.BODY.lucene(), token)), BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query any(List<String> group) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String token : group)
            for (IndexField field : TOKEN_FIELDS)
                any.add(new TermQuery(new Term(field.lucene(), token)), BooleanClause.Occur.SHOULD);
        return any.build();
    }

    private List<Query> scoring(QueryPlan plan) throws IOException {
        List<Query> clauses = new ArrayList<>();
        for (String token : plan.tokens()) for (IndexField field : TOKEN_FIELDS) addTerm(clauses, field, token);
        for (String name : plan.names()) for (IndexField field : NAME_FIELDS) addTerm(clauses, field, name);
        for (QueryPlan.Chain chain : plan.chains()) addChain(clauses, chain);
        return clauses;
    }

    private void addTerm(List<Query> clauses, IndexField field, String token) throws IOException {
        Term term = new Term(field.lucene(), token);
        if (searcher.getIndexReader().docFreq(term) > 0)
            clauses.add(new BoostQuery(new TermQuery(term), field.weight()));
    }

    private void addChain(List<Query> clauses, QueryPlan.Chain chain) throws IOException {
        Term first = new Term(IndexField.BODY.lucene(), chain.first());
        Term second = new Term(IndexField.BODY.lucene(), chain.second());
        int frequency = Math.max(searcher.liveFrequency(first), searcher.liveFrequency(second));
        if (searcher.liveFrequency(first) == 0 || searcher.liveFrequency(second) == 0) return;
        Query both = new BooleanQuery.Builder()
                .add(new TermQuery(first), BooleanClause.Occur.FILTER)
                .add(new TermQuery(second), BooleanClause.Occur.FILTER)
                .build();
        clauses.add(new BoostQuery(new ConstantScoreQuery(both), chainScore(frequency)));
    }

    /**
     * What a text that has two neighbours gets for it. By Lucene's own idf; the rarer term has the larger one, so the more frequent
     * term gives the smaller.
     */
    float chainScore(int frequency) {
        PostingsSource.Statistics body = searcher.statistics(IndexField.BODY);
        return CHAIN_WEIGHT * IDF.of(frequency, body.documents());
    }

    /** Opens Lucene's formula, which is protected. */
    private static final class IDF extends BM25Similarity {
        private static final IDF FORMULA = new IDF();

        static float of(long frequency, long documents) {
            return FORMULA.idf(frequency, documents);
        }
    }
}
