package org.cunjian.knowledge;

import java.util.Arrays;
import java.util.List;

/**
 * The telling terms of all texts, turned round: for a text those that are about the same. Each text is known by the {@value #MOST_CHOSEN} of
 * its terms that tell most, by how often it says them and how few others do (weight: the binary logarithm of texts a term, whole
 * numbers, so that one more or less hardly moves another's). What more than {@value #MOST_TEXTS} have tells nothing; of
 * what more than {@value #MOST_SEEN} have, the neighbours in their order are looked at. So the cost is linear in the texts.
 */
final class AlikeTexts {
    static final int MOST_CHOSEN = 12;

    /** Fewer terms in common may be chance. */
    static final int LEAST_SHARED = 3;

    private static final int MOST_TEXTS = 128;
    private static final int MOST_SEEN = 16;
    private static final int NEIGHBOURS = 4;

    /** In how many texts a term is, by its number. */
    private final int[] frequency;

    private final int[] weight;

    /** Numbers of the texts that are known by a term, one term after the other; {@code starts} where each begins. */
    private final int[] textsOf;

    private final int[] starts;

    /** For each text: a term's number, and where the text stands in {@code textsOf}. */
    private final int[][] termsOf;

    /**
     * @param texts in an order that is always the same; {@link TellingTerms#NONE} for one that is left out
     * @param count of those that are not left out
     */
    AlikeTexts(List<TellingTerms> texts, int count) {
        Numbers numbers = new Numbers(texts);
        int[][] all = new int[texts.size()][];
        int[] inTexts = new int[numbers.room()];
        for (int i = 0; i < all.length; i++) {
            TellingTerms terms = texts.get(i);
            all[i] = new int[terms.size()];
            for (int k = 0; k < all[i].length; k++) {
                all[i][k] = numbers.of(terms.term(k));
                inTexts[all[i][k]]++;
            }
        }
        frequency = inTexts;
        weight = new int[inTexts.length];
        int most = Math.min(MOST_TEXTS, Math.max(3, count / 4));
        for (int t = 0; t < weight.length; t++)
            if (frequency[t] >= 2 && frequency[t] <= most)
                weight[t] = Integer.SIZE - Integer.numberOfLeadingZeros(count / frequency[t]);
        termsOf = new int[all.length][];
        int[] sizes = new int[inTexts.length];
        for (int i = 0; i < all.length; i++) {
            termsOf[i] = chosen(all[i], texts.get(i));
            for (int k = 0; k < termsOf[i].length; k += 2) sizes[termsOf[i][k]]++;
        }
        starts = new int[sizes.length + 1];
        for (int t = 0; t < sizes.length; t++) starts[t + 1] = starts[t] + sizes[t];
        textsOf = new int[starts[sizes.length]];
        int[] next = Arrays.copyOf(starts, sizes.length);
        for (int i = 0; i < termsOf.length; i++)
            for (int k = 0; k < termsOf[i].length; k += 2) {
                int at = next[termsOf[i][k]]++;
                textsOf[at] = i;
                termsOf[i][k + 1] = at;
            }
    }

    /** The numbers of the terms that tell most, each with room for a place. */
    private int[] chosen(int[] numbers, TellingTerms terms) {
        long[] best = new long[numbers.length];
        int size = 0;
        for (int k = 0; k < numbers.length; k++)
            if (weight[numbers[k]] > 0)
                best[size++] = (long) -(weight[numbers[k]] * Math.min(15, terms.count(k))) << 32 | k;
        Arrays.sort(best, 0, size);
        int[] chosen = new int[2 * Math.min(MOST_CHOSEN, size)];
        for (int i = 0; i < chosen.length; i += 2) chosen[i] = numbers[(int) best[i / 2]];
        return chosen;
    }

    /** Counts for each text that shares terms with one their weights and their number. */
    void count(int from, Tally tally) {
        int[] own = termsOf[from];
        for (int k = 0; k < own.length; k += 2) {
            int term = own[k];
            int first = starts[term];
            int last = starts[term + 1] - 1;
            if (last - first >= MOST_SEEN) {
                first = Math.max(first, own[k + 1] - NEIGHBOURS);
                last = Math.min(last, own[k + 1] + NEIGHBOURS);
            }
            for (int at = first; at <= last; at++) if (textsOf[at] != from) tally.share(textsOf[at], weight[term]);
        }
    }

    /** Small numbers for terms. */
    private static final class Numbers {
        private final int[] keys;

        Numbers(List<TellingTerms> texts) {
            int terms = 0;
            for (TellingTerms text : texts) terms += text.size();
            keys = new int[Integer.highestOneBit(Math.max(16, terms)) << 1];
        }

        int room() {
            return keys.length;
        }

        int of(int term) {
            int mask = keys.length - 1;
            int slot = Fingerprint.mixed(term) & mask;
            while (keys[slot] != 0 && keys[slot] != term) slot = slot + 1 & mask;
            keys[slot] = term;
            return slot;
        }
    }
}
