package org.cunjian.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cunjian.text.SearchFold;

/**
 * Phrases that the articles of a site use again and again: four characters with different ones before and behind (党建引领), as a
 * term has them and a piece of a sentence has not; and two such phrases in a row (党建引领基层治理). What stands before and behind
 * is the accessor variety of Feng, Chen, Deng and Zheng (Computational Linguistics 30, 2004).
 *
 * <p>A thousand texts are enough, and take 0.3 seconds.
 */
final class SetPhrases {
    private static final int LENGTH = 4;
    /** So many texts are read at most. */
    static final int MOST_TEXTS = 1024;

    /** In one text of so many; and in so many at least. */
    private static final int SHARE = 32;

    private static final int LEAST_TEXTS = 8;

    /** Different characters, or an end of a run, on each side; each in two texts at least. */
    private static final int LEAST_VARIETY = 4;

    /** Of each length. */
    private static final int MOST_PHRASES = 256;

    private static final int SKETCH = 1 << 20;

    private final List<char[]> texts = new ArrayList<>();
    private final int least;

    private SetPhrases(List<String> published) {
        for (String text : published) texts.add(SearchFold.fold(text).toCharArray());
        least = Math.max(LEAST_TEXTS, texts.size() / SHARE);
    }

    /** Folded, each of four or eight characters. */
    static Set<String> of(List<String> published) {
        SetPhrases phrases = new SetPhrases(published);
        Set<String> fours = phrases.fours();
        Set<String> all = new TreeSet<>(fours);
        all.addAll(phrases.pairs(fours));
        return all;
    }

    /** What is known of four characters: the texts that have them, and the characters beside them by texts. */
    private static final class Seen {
        int texts;
        int last = -1;
        final Map<Character, int[]> before = new HashMap<>();
        final Map<Character, int[]> behind = new HashMap<>();

        void add(int text, char left, char right) {
            if (last != text) texts++;
            last = text;
            count(before, left, text);
            count(behind, right, text);
        }

        /** Texts, and the last of them. */
        private static void count(Map<Character, int[]> beside, char one, int text) {
            int[] known = beside.computeIfAbsent(one, c -> new int[] {0, -1});
            if (known[1] != text) known[0]++;
            known[1] = text;
        }

        boolean isVaried() {
            return variety(before) >= LEAST_VARIETY && variety(behind) >= LEAST_VARIETY;
        }

        private static long variety(Map<Character, int[]> beside) {
            return beside.values().stream().filter(known -> known[0] > 1).count();
        }
    }

    private Set<String> fours() {
        int[] counts = sketch();
        Map<Long, Seen> seen = new HashMap<>();
        for (int t = 0; t < texts.size(); t++) {
            char[] text = texts.get(t);
            for (int end = 0, run = 0; end < text.length; end++) {
                run = Character.isIdeographic(text[end]) ? run + 1 : 0;
                if (run < LENGTH) continue;
                long key = key(text, end);
                if (counts[slot(key)] < least) continue;
                int start = end - LENGTH;
                char left = run > LENGTH ? text[start] : 0;
                char right = end + 1 < text.length && Character.isIdeographic(text[end + 1]) ? text[end + 1] : 0;
                seen.computeIfAbsent(key, k -> new Seen()).add(t, left, right);
            }
        }
        Map<String, Integer> frequencies = new TreeMap<>();
        seen.forEach((key, one) -> {
            if (one.texts >= least && one.isVaried()) frequencies.put(phrase(key), one.texts);
        });
        return most(frequencies);
    }

    /** At least how many texts have four characters, by their hash: most are in one, and need not be kept. */
    private int[] sketch() {
        int[] counts = new int[SKETCH];
        int[] last = new int[SKETCH];
        for (int t = 0; t < texts.size(); t++) {
            char[] text = texts.get(t);
            for (int end = 0, run = 0; end < text.length; end++) {
                run = Character.isIdeographic(text[end]) ? run + 1 : 0;
                if (run < LENGTH) continue;
                int slot = slot(key(text, end));
                if (last[slot] != t + 1) counts[slot]++;
                last[slot] = t + 1;
            }
        }
        return counts;
    }

    private Set<String> pairs(Set<String> fours) {
        Map<String, Integer> frequencies = new TreeMap<>();
        for (char[] text : texts) {
            Set<String> own = new TreeSet<>();
            for (int at = 0; at + 2 * LENGTH <= text.length; at++) {
                if (!fours.contains(new String(text, at, LENGTH))) continue;
                if (fours.contains(new String(text, at + LENGTH, LENGTH))) own.add(new String(text, at, 2 * LENGTH));
            }
            for (String pair : own) frequencies.merge(pair, 1, Integer::sum);
        }
        frequencies.values().removeIf(count -> count < least);
        return most(frequencies);
    }

    /** Those that most texts have; of equal ones the first in the order of characters. */
    private static Set<String> most(Map<String, Integer> frequencies) {
        Set<String> most = new TreeSet<>();
        frequencies.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PHRASES)
                .forEach(phrase -> most.add(phrase.getKey()));
        return most;
    }

    private static long key(char[] text, int end) {
        long key = 0;
        for (int i = end - LENGTH + 1; i <= end; i++) key = key << 16 | text[i];
        return key;
    }

    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private static String phrase(long key) {
        char[] characters = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--, key >>>= 16) characters[i] = (char) key;
        return new String(characters);
    }
}
