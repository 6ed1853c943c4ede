package org.cunjian.webindex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be known of the whole dictionary to change a part of it: kept from build to build.
 */
final class Ledger {
    /** Weight of all entries of an anchor. */
    final Map<Integer, Integer> weights = new TreeMap<>();
    /** How often a character stands in different terms. */
    final Map<Integer, Integer> uses = new TreeMap<>();
    /** How characters go on. */
    final Map<Integer, Top> tops = new TreeMap<>();
    /** In how many documents each whole name stands, as name and as tag together. */
    final TreeMap<String, Integer> names = new TreeMap<>();
    /** In how many texts each bigram stands that is frequent enough for pinyin. */
    final Map<String, Integer> bigrams = new HashMap<>();

    /**
     * The most frequent bigrams that begin with a character: all of a rare one, of others so many that it stays known which are asked for.
     *
     * @param rest no other term of the character is more frequent
     */
    record Top(List<String> tokens, List<Integer> frequencies, int rest) {
        static final int KEPT = 64;

        List<String> mostFrequent() {
            return tokens.subList(0, Math.min(tokens.size(), TermEntry.MOST_CONTINUATIONS));
        }

        /** Whether {@link #mostFrequent} are certainly those. */
        boolean isCertain() {
            return rest == 0
                    || (tokens.size() >= TermEntry.MOST_CONTINUATIONS
                            && frequencies.get(TermEntry.MOST_CONTINUATIONS - 1) > rest);
        }
    }

    void use(String term, int change) {
        for (int i = 0; i < term.length(); ) {
            int character = term.codePointAt(i);
            uses.merge(character, change, Integer::sum);
            i += Character.charCount(character);
        }
    }
}
