package org.cunjian.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.TokenRule;

/**
 * A query taken apart, as {@code FORMAT.md} says it in words and the browser does it too.
 *
 * @param groups what a document must have, one token of each group
 * @param chains neighbours: two tokens that overlap in the query; where a document has both they very likely stand together
 * @param names the query as a whole name, and each of its runs where there are several
 * @param runs the folded runs, for marking
 */
record QueryPlan(List<List<String>> groups, List<Chain> chains, List<String> names, List<String> runs) {
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
        chains = List.copyOf(chains);
        names = List.copyOf(names);
        runs = List.copyOf(runs);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The tokens of all groups, each once. */
    Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        groups.forEach(tokens::addAll);
        return tokens;
    }

    static QueryPlan of(String query, Dictionary dictionary) {
        String folded = SearchFold.fold(query);
        char[] text = folded.toCharArray();
        TokenRule rule = new TokenRule();
        rule.reset(text, text.length);
        Builder builder = new Builder(folded, dictionary);
        while (builder.isOpen() && rule.next()) builder.add(rule.start(), rule.end(), rule.runEnd());
        return builder.build();
    }

    /** Collects the tokens run by run. */
    private static final class Builder {
        private final String folded;
        private final Dictionary dictionary;
        private final Set<List<String>> groups = new LinkedHashSet<>();
        private final Set<Chain> chains = new LinkedHashSet<>();
        private final List<String> runs = new ArrayList<>();
        private final List<int[]> bigrams = new ArrayList<>();
        private final List<int[]> words = new ArrayList<>();
        private int runEnd = -1;
        private int tokens;

        Builder(String folded, Dictionary dictionary) {
            this.folded = folded;
            this.dictionary = dictionary;
        }

        boolean isOpen() {
            return tokens < MOST_TOKENS;
        }

        void add(int start, int end, int runEndNow) {
            if (runEndNow != runEnd) closeRun();
            runEnd = runEndNow;
            tokens++;
            (folded.codePointCount(start, end) > 2 ? words : bigrams).add(new int[] {start, end});
        }

        QueryPlan build() {
            closeRun();
            Set<String> names = new LinkedHashSet<>();
            String whole = NameToken.ofFolded(folded);
            if (!whole.isEmpty()) names.add(whole);
            if (runs.size() > 1) for (String run : runs) if (run.length() <= NameToken.MOST_CHARS) names.add(run);
            return new QueryPlan(List.copyOf(groups), List.copyOf(chains), List.copyOf(names), runs);
        }

        private void closeRun() {
            if (bigrams.isEmpty()) return;
            int from = bigrams.get(0)[0];
            int to = bigrams.get(bigrams.size() - 1)[1];
            String run = folded.substring(from, to);
            runs.add(run);
            if (run.codePointCount(0, run.length()) == 1) addCharacter(run);
            else addRun();
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
            words.removeIf(word -> !dictionary.contains(token(word)));
            for (int[] word : words) groups.add(List.of(token(word)));
            int[] previous = null;
            for (int[] bigram : bigrams) {
                boolean isInWord = words.stream().anyMatch(w -> w[0] <= bigram[0] && bigram[1] <= w[1]);
                if (isInWord) {
                    previous = null;
                    continue;
                }
                groups.add(List.of(token(bigram)));
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
