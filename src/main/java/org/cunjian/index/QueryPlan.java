package org.cunjian.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.LiteralText;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.TokenRule;

/**
 * A query taken apart, as {@code FORMAT.md} says it in words and the browser does it too.
 *
 * @param groups what a document must have, one token of each group
 * @param chains neighbours: two tokens that overlap in the query; where a document has both they very likely stand together
 * @param phrases what is quoted: a document must hold it literally
 * @param names the query as a whole name, and each of its runs where there are several
 * @param runs the folded runs, for marking
 */
record QueryPlan(
        List<List<String>> groups,
        List<LiteralText> phrases,
        List<Chain> chains,
        List<String> names,
        List<String> runs) {
    /** More tokens tell nothing new: a pasted page is cut. */
    static final int MOST_TOKENS = 48;

    /** So many tokens stand for a query of one character. */
    static final int MOST_CONTINUATIONS = 8;

    record Chain(String first, String second) {}

    /** What the plan asks of the index. */
    interface Dictionary {
        boolean contains(String token);

        /** The most frequent tokens that begin with a character, at most {@link #MOST_CONTINUATIONS}. */
        List<String> continuations(String character);
    }

    QueryPlan {
        groups = List.copyOf(groups);
        phrases = List.copyOf(phrases);
        chains = List.copyOf(chains);
        names = List.copyOf(names);
        runs = List.copyOf(runs);
    }

    boolean isEmpty() {
        return groups.isEmpty() && phrases.isEmpty();
    }

    /** The tokens of all groups and phrases, each once. */
    Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        groups.forEach(tokens::addAll);
        for (LiteralText phrase : phrases) tokens.addAll(phrase.tokens());
        return tokens;
    }

    static QueryPlan of(String query, Dictionary dictionary) {
        Builder builder = new Builder(dictionary);
        for (QueryText.Piece piece : QueryText.of(query)) builder.add(piece);
        return builder.build(NameToken.of(query));
    }

    /** Collects the tokens run by run. */
    private static final class Builder {
        private final Dictionary dictionary;
        private final Set<List<String>> groups = new LinkedHashSet<>();
        private final Set<LiteralText> phrases = new LinkedHashSet<>();
        private final Set<Chain> chains = new LinkedHashSet<>();
        private final List<String> runs = new ArrayList<>();
        private final List<int[]> bigrams = new ArrayList<>();
        private final List<int[]> words = new ArrayList<>();
        private String folded = "";
        private boolean isPhrase;
        private int runEnd = -1;
        private int tokens;

        Builder(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        /** A phrase that no token speaks of is asked as if it were not quoted. */
        void add(QueryText.Piece piece) {
            folded = SearchFold.fold(piece.text());
            isPhrase =
                    piece.phrase().isPresent() && !piece.phrase().get().tokens().isEmpty();
            if (isPhrase) phrases.add(piece.phrase().get());
            char[] text = folded.toCharArray();
            TokenRule rule = new TokenRule();
            rule.reset(text, text.length);
            while (tokens < MOST_TOKENS && rule.next()) add(rule.start(), rule.end(), rule.runEnd());
            closeRun();
            runEnd = -1;
        }

        private void add(int start, int end, int runEndNow) {
            if (runEndNow != runEnd) closeRun();
            runEnd = runEndNow;
            tokens++;
            (folded.codePointCount(start, end) > 2 ? words : bigrams).add(new int[] {start, end});
        }

        QueryPlan build(String whole) {
            Set<String> names = new LinkedHashSet<>();
            if (!whole.isEmpty()) names.add(whole);
            if (runs.size() > 1) for (String run : runs) if (run.length() <= NameToken.MOST_CHARS) names.add(run);
            return new QueryPlan(
                    List.copyOf(groups), List.copyOf(phrases), List.copyOf(chains), List.copyOf(names), runs);
        }

        private void closeRun() {
            if (bigrams.isEmpty()) return;
            int from = bigrams.get(0)[0];
            int to = bigrams.get(bigrams.size() - 1)[1];
            String run = folded.substring(from, to);
            runs.add(run);
            if (run.codePointCount(0, run.length()) > 1) addRun();
            else if (!isPhrase) addCharacter(run);
            bigrams.clear();
            words.clear();
        }

        private void addCharacter(String character) {
            Set<String> any = new LinkedHashSet<>();
            any.add(character);
            any.addAll(dictionary.continuations(character));
            groups.add(List.copyOf(any));
        }

        /** A word that the index knows stands for its bigrams; else the bigrams stand for themselves. */
        private void addRun() {
            words.removeIf(word -> isPhrase || !dictionary.contains(token(word)));
            for (int[] word : words) groups.add(List.of(token(word)));
            int[] previous = null;
            for (int[] bigram : bigrams) {
                boolean isInWord = words.stream().anyMatch(w -> w[0] <= bigram[0] && bigram[1] <= w[1]);
                if (isInWord) {
                    previous = null;
                    continue;
                }
                if (!isPhrase) groups.add(List.of(token(bigram)));
                if (previous != null && !token(previous).equals(token(bigram)))
                    chains.add(new Chain(token(previous), token(bigram)));
                previous = bigram;
            }
        }

        private String token(int[] bounds) {
            return folded.substring(bounds[0], bounds[1]);
        }
    }
}
