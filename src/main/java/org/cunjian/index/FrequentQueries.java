package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.cunjian.config.Theme;
import org.cunjian.content.Lexicon;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.Answer;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.Postings;
import org.cunjian.webindex.Synonyms;
import org.cunjian.webindex.TokenRule;

/**
 * Queries that are asked often, answered when the site is built: whole names that many documents have, words of two characters
 * that many titles or names have, names and cue words of themes, and what everyday words mean. The ranking is that of {@link Searcher}, by the same scorers, in one pass
 * over the lists of each: two thousand queries of 10,000 articles take what Lucene needs for a tenth of them.
 */
final class FrequentQueries {
    /** Of what fewer documents have, the lists and summaries are short enough. */
    private static final int LEAST_HITS = 8;

    /** A name is that of one document in so many. Of 100,000 articles, 13,000 names have eight. */
    private static final int NAME_SHARE = 2048;

    /** A word stands in the titles, or the names and themes, of one document in so many; and of so many at least. */
    private static final int WORD_SHARE = 128;

    private static final int LEAST_WORD = 16;

    private static final IndexField[] TOKEN_FIELDS = {IndexField.TITLE, IndexField.KEY, IndexField.BODY};
    private static final IndexField[] NAME_FIELDS = {IndexField.NAME, IndexField.TAG};

    private final LucenePostings postings;
    private final LiveSearcher searcher;
    private final KnowledgeBase kb;
    private final PlanQueries queries;
    private final double[] sums;
    private final int[] groupsOf;
    private final int[] lastGroup;
    private final Postings[] lists = {new Postings(), new Postings(), new Postings()};
    private int group;

    FrequentQueries(LucenePostings postings, LiveSearcher searcher, KnowledgeBase kb) {
        this.postings = postings;
        this.searcher = searcher;
        this.kb = kb;
        this.queries = new PlanQueries(searcher);
        sums = new double[postings.numberCount()];
        groupsOf = new int[sums.length];
        lastGroup = new int[sums.length];
    }

    /** In the order of the queries. Cost: the lists of their tokens, one query after the other. */
    List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String query : queries()) answer(query).ifPresent(answers::add);
        return answers;
    }

    private Set<String> queries() throws IOException {
        Set<String> all = new TreeSet<>();
        addFrequent(IndexField.TAG, Math.max(LEAST_HITS, postings.documentCount() / NAME_SHARE), all);
        int leastWord = Math.max(LEAST_WORD, postings.documentCount() / WORD_SHARE);
        addFrequent(IndexField.TITLE, leastWord, all);
        addFrequent(IndexField.KEY, leastWord, all);
        for (Theme theme : kb.config().themes()) {
            all.add(NameToken.of(theme.name()));
            for (Theme.Cue cue : theme.parsedCues()) all.add(NameToken.of(cue.word()));
        }
        for (Lexicon.Synonym meant : kb.synonyms()) all.add(NameToken.of(meant.official()));
        Synonyms synonyms = Synonyms.of(kb.synonyms());
        // an everyday word is answered by others too
        all.removeIf(query -> synonyms.in(query).map(Synonyms.Found::isWhole).orElse(false));
        return all;
    }

    /** Of names all, of tokens those of two characters: longer ones are formulas, which are names. */
    private void addFrequent(IndexField field, int least, Set<String> to) throws IOException {
        Terms terms = postings.terms(field);
        if (terms == null) return;
        TermsEnum cursor = terms.iterator();
        for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
            if (cursor.docFreq() < least) continue;
            String text = term.utf8ToString();
            if (field.isText() && text.codePointCount(0, text.length()) != 2) continue;
            if (!searcher.getIndexReader().hasDeletions() || read(field, text, lists[0]) >= least) to.add(text);
        }
    }

    private int read(IndexField field, String term, Postings to) throws IOException {
        to.count = 0;
        postings.read(field, term, to);
        return to.count;
    }

    /** Nothing where the query is not one run, or its parts depend on what the index holds: the browser must know without asking. */
    private Optional<Answer> answer(String query) throws IOException {
        QueryPlan plan = QueryPlan.of(query, new NoCharacters());
        if (query.codePointCount(0, query.length()) < 2
                || !plan.runs().equals(List.of(query))
                || !plan.names().equals(List.of(query))
                || !hasAllWords(query, plan)) return Optional.empty();
        Arrays.fill(sums, 0);
        Arrays.fill(groupsOf, 0);
        Arrays.fill(lastGroup, 0);
        group = 0;
        for (List<String> tokens : plan.groups()) {
            group++;
            for (String token : tokens) for (IndexField field : TOKEN_FIELDS) addToken(field, token);
        }
        for (IndexField field : NAME_FIELDS) addScores(field, query, lists[0]);
        for (QueryPlan.Chain chain : plan.chains()) addChain(chain);
        int practices = postings.practiceNumbers();
        Answer answer = new Answer(
                query,
                best(0, practices, plan.groups().size(), Answer.PRACTICES),
                best(practices, sums.length, plan.groups().size(), Answer.CASES));
        int hits = answer.practices().size() + answer.cases().size();
        return hits < LEAST_HITS ? Optional.empty() : Optional.of(answer);
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

    private void addToken(IndexField field, String token) throws IOException {
        Postings list = lists[0];
        addScores(field, token, list);
        for (int i = 0; i < list.count; i++) {
            int d = list.documents[i];
            if (lastGroup[d] == group) continue;
            lastGroup[d] = group;
            groupsOf[d]++;
        }
    }

    /** Leaves the term's documents in a list. */
    private void addScores(IndexField field, String term, Postings list) throws IOException {
        if (read(field, term, list) == 0) return;
        SimScorer scorer = scorer(field, term, list.count);
        if (!field.hasNorms()) {
            float[] ofFrequency = new float[5];
            for (int f = 1; f < ofFrequency.length; f++) ofFrequency[f] = scorer.score(f, 1);
            for (int i = 0; i < list.count; i++) sums[list.documents[i]] += ofFrequency[list.frequencies[i]];
            return;
        }
        float[] known = new float[5 << 8];
        for (int i = 0; i < list.count; i++) {
            int d = list.documents[i];
            int at = list.frequencies[i] << 8 | postings.norm(d);
            if (known[at] == 0) known[at] = scorer.score(list.frequencies[i], (byte) postings.norm(d));
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
        Postings first = lists[1];
        Postings second = lists[2];
        if (read(IndexField.BODY, chain.first(), first) == 0 || read(IndexField.BODY, chain.second(), second) == 0)
            return;
        float score = queries.chainScore(Math.max(first.count, second.count));
        for (int i = 0, k = 0; i < first.count; i++) {
            while (k < second.count && second.documents[k] < first.documents[i]) k++;
            if (k < second.count && second.documents[k] == first.documents[i]) sums[first.documents[i]] += score;
        }
    }

    /** Those that have all groups, by score, then number. */
    private List<Integer> best(int from, int to, int groups, int most) {
        int[] numbers = new int[most];
        float[] scores = new float[most];
        int size = 0;
        for (int d = from; d < to; d++) {
            if (groupsOf[d] < groups) continue;
            float score = (float) sums[d];
            if (size == most && score <= scores[most - 1]) continue;
            int at = size < most ? size++ : most - 1;
            for (; at > 0 && scores[at - 1] < score; at--) {
                numbers[at] = numbers[at - 1];
                scores[at] = scores[at - 1];
            }
            numbers[at] = d;
            scores[at] = score;
        }
        return Arrays.stream(numbers, 0, size).boxed().toList();
    }

    /** What a plan of two characters or more asks. */
    private final class NoCharacters implements QueryPlan.Dictionary {
        @Override
        public boolean contains(String token) {
            try {
                for (IndexField field : TOKEN_FIELDS) if (read(field, token, lists[0]) > 0) return true;
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
