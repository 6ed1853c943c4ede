package org.cunjian.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.Answer;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.Postings;
import org.cunjian.webindex.Synonyms;
import org.cunjian.webindex.TokenRule;

/**
 * What a query of one run brings first, over whole lists: the ranking of {@link Searcher}, by the same scorers, in one pass over the
 * lists of each. Lists are kept from one query to the next, which share them. For one thread.
 */
final class ListRanking {
    /** Of what fewer documents have, the lists and summaries are short enough. */
    static final int LEAST_HITS = 8;

    /** Of a plan: a run of 60 characters at most. */
    private static final int MOST_GROUPS = 64;

    private static final int MOST_FREQUENCY = 4;

    /** How an everyday word is found in a document. */
    private static final byte LITERAL = 1;

    private static final byte MEANT = 2;

    private static final IndexField[] TOKEN_FIELDS = {IndexField.TITLE, IndexField.KEY, IndexField.BODY};
    private static final IndexField[] NAME_FIELDS = {IndexField.NAME, IndexField.TAG};

    /** Postings of lists that are kept, for names share their characters: 32 MB. */
    private static final int MOST_KEPT = 1 << 22;

    private final LucenePostings postings;
    private final LiveSearcher searcher;
    private final PlanQueries queries;
    private final double[] sums;
    /** Which group of which query a document had last: a query's groups count on from {@link #before}. */
    private final int[] last;

    private int before;
    /** Of a document that has some groups of a query, how many. */
    private final byte[] groups;

    private final int[] matches;
    private int matchCount;
    private final LinkedHashMap<String, Postings> kept = new LinkedHashMap<>(1 << 10, 0.75f, true);
    private int keptPostings;
    private final Sum sum;

    ListRanking(LucenePostings postings, LiveSearcher searcher) {
        this.postings = postings;
        this.searcher = searcher;
        this.queries = new PlanQueries(searcher);
        sums = new double[postings.numberCount()];
        last = new int[sums.length];
        groups = new byte[sums.length];
        matches = new int[sums.length];
        sum = new Sum();
    }

    Postings list(IndexField field, String term) throws IOException {
        String key = field.position() + term;
        Postings known = kept.get(key);
        if (known != null) return known;
        Postings list = new Postings();
        postings.read(field, term, list);
        kept.put(key, list);
        keptPostings += list.count;
        Iterator<Postings> oldest = kept.values().iterator();
        while (keptPostings > MOST_KEPT) {
            keptPostings -= oldest.next().count;
            oldest.remove();
        }
        return list;
    }

    /** Nothing where it brings little, or where the browser cannot know its parts without asking. */
    Optional<Answer> answer(String query) throws IOException {
        return match(query) ? answer(query, sums) : Optional.empty();
    }

    private Optional<Answer> answer(String query, double[] scores) throws IOException {
        int practices = postings.practiceNumbers();
        Answer answer = new Answer(
                query,
                best(0, practices, scores, Answer.PRACTICES),
                best(practices, scores.length, scores, Answer.CASES),
                List.of(),
                false,
                Set.of(),
                Set.of());
        int hits = answer.practices().size() + answer.cases().size();
        return hits < LEAST_HITS || mayHaveNear(query, answer) ? Optional.empty() : Optional.of(answer);
    }

    /** Behind few cases stand some that have most words only: {@link Searcher}. */
    private boolean mayHaveNear(String query, Answer answer) throws IOException {
        return answer.cases().size() < Searcher.FIRST_PAGE
                && query.codePointCount(0, query.length()) > PlanQueries.LEAST_NEAR_GROUPS
                && list(IndexField.NAME, query).count + list(IndexField.TAG, query).count == 0;
    }

    /** An everyday word with what articles write for it: beside those that have it or, where none has, most of it. */
    Optional<Answer> everyday(String word, List<String> terms) throws IOException {
        if (!match(word)) return Optional.empty();
        boolean isLiteral = matchCount > 0;
        sum.clear();
        for (String term : terms) {
            if (!match(NameToken.of(term)) || !NameToken.of(term).equals(term)) return Optional.empty();
            sum.add(MEANT, isLiteral ? Synonyms.WEIGHT : 1);
        }
        if (isLiteral) match(word);
        else matchMost(word);
        if (sum.count == 0) return isLiteral ? answer(word, sums) : Optional.empty();
        boolean isPartial = !isLiteral && matchCount > 0;
        sum.add(isLiteral ? LITERAL : 0, 1);
        matchCount = sum.count;
        System.arraycopy(sum.documents, 0, matches, 0, sum.count);
        return answer(word, sum.scores).map(a -> sum.explain(a, terms, isPartial));
    }

    /** What several queries bring together. */
    private final class Sum {
        final double[] scores = new double[sums.length];
        final byte[] how = new byte[sums.length];
        /** Those that are in: a partial match has no flag. */
        final boolean[] isIn = new boolean[sums.length];

        final int[] documents = new int[sums.length];
        int count;

        void clear() {
            for (int i = 0; i < count; i++) {
                how[documents[i]] = 0;
                isIn[documents[i]] = false;
                scores[documents[i]] = 0;
            }
            count = 0;
        }

        void add(int flag, float weight) {
            for (int i = 0; i < matchCount; i++) {
                int d = matches[i];
                if (!isIn[d]) documents[count++] = d;
                isIn[d] = true;
                how[d] |= (byte) flag;
                scores[d] += weight * (double) (float) sums[d];
            }
        }

        Answer explain(Answer a, List<String> terms, boolean isPartial) {
            return new Answer(
                    a.query(), a.practices(), a.cases(), terms, isPartial, having(a, LITERAL), having(a, MEANT));
        }

        private Set<Integer> having(Answer a, byte flag) {
            Set<Integer> some = new TreeSet<>(a.practices());
            some.addAll(a.cases());
            some.removeIf(d -> (how[d] & flag) == 0);
            return some;
        }
    }

    /**
     * Finds what a query brings, and the scores of that.
     *
     * @return false where the query is not one run, or its parts depend on what the index holds: the browser must know them without
     *     asking
     */
    private boolean match(String query) throws IOException {
        QueryPlan plan = QueryPlan.of(query, new NoCharacters());
        if (query.codePointCount(0, query.length()) < 2
                || !plan.runs().equals(List.of(query))
                || !plan.names().equals(List.of(query))
                || !hasAllWords(query, plan)) return false;
        before += MOST_GROUPS;
        matchCount = 0;
        int group = 0;
        for (List<String> tokens : plan.groups()) {
            group++;
            boolean isLast = group == plan.groups().size();
            for (String token : tokens) for (IndexField field : TOKEN_FIELDS) add(list(field, token), group, isLast);
        }
        score(query, plan);
        return true;
    }

    private void score(String query, QueryPlan plan) throws IOException {
        for (List<String> tokens : plan.groups())
            for (String token : tokens) for (IndexField field : TOKEN_FIELDS) addScores(field, token);
        for (IndexField field : NAME_FIELDS) addScores(field, query);
        for (QueryPlan.Chain chain : plan.chains()) addChain(chain);
    }

    /** Finds, of a query that has a plan and that no document matches, those that have most of it. */
    private void matchMost(String query) throws IOException {
        QueryPlan plan = QueryPlan.of(query, new NoCharacters());
        matchCount = 0;
        before += MOST_GROUPS;
        int known = 0;
        for (int group = 1; group <= plan.groups().size(); group++) {
            boolean isKnown = false;
            for (String token : plan.groups().get(group - 1))
                for (IndexField field : TOKEN_FIELDS) {
                    Postings list = list(field, token);
                    isKnown |= list.count > 0;
                    for (int i = 0; i < list.count; i++) count(list.documents[i], group);
                }
            if (isKnown) known++;
        }
        int needed = PlanQueries.needed(known, PlanQueries.LEAST_OF_PARTIAL);
        int found = matchCount;
        matchCount = 0;
        score(query, plan);
        for (int i = 0; i < found; i++) {
            int d = matches[i];
            if (groups[d] < needed) continue;
            sums[d] += PlanQueries.GROUP_WEIGHT * groups[d];
            matches[matchCount++] = d;
        }
    }

    private void count(int document, int group) {
        boolean isNew = last[document] <= before;
        if (!isNew && last[document] == before + group) return;
        last[document] = before + group;
        if (isNew) {
            groups[document] = 0;
            sums[document] = 0;
            matches[matchCount++] = document;
        }
        groups[document]++;
    }

    private static boolean hasAllWords(String query, QueryPlan plan) {
        char[] text = query.toCharArray();
        TokenRule rule = new TokenRule();
        rule.reset(text, text.length);
        while (rule.next()) {
            String token = query.substring(rule.start(), rule.end());
            if (token.codePointCount(0, token.length()) > 2 && !plan.groups().contains(List.of(token))) return false;
        }
        return true;
    }

    /** A document has a group where it has all before it; only those that have all count. */
    private void add(Postings list, int group, boolean isLast) {
        int had = before + group - 1;
        for (int i = 0; i < list.count; i++) {
            int d = list.documents[i];
            boolean isNew = group == 1 ? last[d] <= before : last[d] == had;
            if (!isNew) continue;
            last[d] = had + 1;
            sums[d] = 0;
            if (isLast) matches[matchCount++] = d;
        }
    }

    private void addScores(IndexField field, String term) throws IOException {
        Postings list = list(field, term);
        if (list.count == 0) return;
        SimScorer scorer = scorer(field, term, list.count);
        float[] known = new float[(MOST_FREQUENCY + 1) << 8];
        for (int i = 0; i < list.count; i++) {
            int d = list.documents[i];
            int norm = field.hasNorms() ? postings.norm(d) : 1;
            int at = list.frequencies[i] << 8 | norm;
            if (known[at] == 0) known[at] = scorer.score(list.frequencies[i], norm);
            sums[d] += known[at];
        }
    }

    private SimScorer scorer(IndexField field, String term, int count) throws IOException {
        return searcher.getSimilarity()
                .scorer(
                        field.weight(),
                        searcher.collectionStatistics(field.lucene()),
                        new TermStatistics(new BytesRef(term), count, count));
    }

    private void addChain(QueryPlan.Chain chain) throws IOException {
        Postings first = list(IndexField.BODY, chain.first());
        Postings second = list(IndexField.BODY, chain.second());
        if (first.count == 0 || second.count == 0) return;
        float score = queries.chainScore(Math.max(first.count, second.count));
        for (int i = 0, k = 0; i < first.count; i++) {
            while (k < second.count && second.documents[k] < first.documents[i]) k++;
            if (k < second.count && second.documents[k] == first.documents[i]) sums[first.documents[i]] += score;
        }
    }

    /** Of some numbers, those that have all groups, by score, then number. */
    private List<Integer> best(int from, int to, double[] sumOf, int most) {
        int[] numbers = new int[most];
        float[] scores = new float[most];
        int size = 0;
        for (int i = 0; i < matchCount; i++) {
            int d = matches[i];
            if (d < from || d >= to) continue;
            float score = (float) sumOf[d];
            if (size == most && !isBefore(score, d, scores[most - 1], numbers[most - 1])) continue;
            int at = size < most ? size++ : most - 1;
            for (; at > 0 && isBefore(score, d, scores[at - 1], numbers[at - 1]); at--) {
                numbers[at] = numbers[at - 1];
                scores[at] = scores[at - 1];
            }
            numbers[at] = d;
            scores[at] = score;
        }
        return Arrays.stream(numbers, 0, size).boxed().toList();
    }

    private static boolean isBefore(float score, int number, float other, int otherNumber) {
        return score > other || (score == other && number < otherNumber);
    }

    /** What a plan of two characters or more asks. */
    private final class NoCharacters implements QueryPlan.Dictionary {
        @Override
        public boolean contains(String token) {
            try {
                for (IndexField field : TOKEN_FIELDS) if (list(field, token).count > 0) return true;
                return false;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("dictionary", e);
            }
        }

        @Override
        public List<String> continuations(String character) {
            return List.of();
        }
    }
}
