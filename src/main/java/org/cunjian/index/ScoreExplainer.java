package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a score is made of: which token in which field adds how much, by Lucene's own explanation of each part of the query. The parts are the
 * score, but for rounding: Lucene adds them as doubles. Cost: one look at each part's postings for each document.
 */
final class ScoreExplainer {
    private final IndexSearcher searcher;
    private final int document;
    /** Scores by field and text: a token may be asked for twice, as typed and as part of what is meant. */
    private final Map<List<String>, Float> scores = new LinkedHashMap<>();

    private ScoreExplainer(IndexSearcher searcher, int document) {
        this.searcher = searcher;
        this.document = document;
    }

    /** Those that add something, the largest first. */
    static List<SearchHit.Part> parts(IndexSearcher searcher, Query query, int document) throws IOException {
        ScoreExplainer explainer = new ScoreExplainer(searcher, document);
        explainer.visit(query, 1);
        List<SearchHit.Part> parts = new ArrayList<>();
        explainer.scores.forEach((of, score) -> parts.add(new SearchHit.Part(of.get(0), of.get(1), score)));
        parts.sort(Comparator.comparingDouble(SearchHit.Part::score)
                .reversed()
                .thenComparing(SearchHit.Part::field)
                .thenComparing(SearchHit.Part::text));
        return parts;
    }

    private void visit(Query query, float boost) throws IOException {
        if (query instanceof BoostQuery boosted) visit(boosted.getQuery(), boost * boosted.getBoost());
        else if (query instanceof BooleanQuery all) {
            if (!searcher.explain(query, document).isMatch()) return; // a meaning that the document has not
            for (BooleanClause clause : all) if (clause.isScoring()) visit(clause.getQuery(), boost);
        } else if (query instanceof TermQuery term)
            add(term.getTerm().field(), term.getTerm().text(), query, boost);
        else if (query instanceof ConstantScoreQuery constant) add(constant, boost);
    }

    /** Two neighbours; a group of a partial match, which is one token in several fields or several tokens. */
    private void add(ConstantScoreQuery constant, float boost) throws IOException {
        if (!(constant.getQuery() instanceof BooleanQuery of)) return;
        boolean areBoth = of.clauses().stream().allMatch(BooleanClause::isRequired);
        String tokens = of.clauses().stream()
                .map(BooleanClause::getQuery)
                .filter(TermQuery.class::isInstance)
                .map(term -> ((TermQuery) term).getTerm().text())
                .distinct()
                .collect(Collectors.joining(" "));
        add(areBoth ? "neighbours" : "group", tokens, constant, boost);
    }

    private void add(String field, String text, Query query, float boost) throws IOException {
        float score = searcher.explain(new BoostQuery(query, boost), document)
                .getValue()
                .floatValue();
        if (score > 0) scores.merge(List.of(field, text), score, Float::sum);
    }
}
