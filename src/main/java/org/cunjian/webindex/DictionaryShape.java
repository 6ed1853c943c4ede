package org.cunjian.webindex;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which block a term stands. Terms of a rare character lie in one of {@code light} buckets by its hash; those of a heavy one in
 * buckets of its own by the hash of the second. All numbers are powers of two and follow from weights.
 *
 * @param heavy buckets of each heavy character
 */
record DictionaryShape(int light, SortedMap<Integer, Integer> heavy) {
    /** About what a bucket holds, in symbols: a query of few characters loads as many buckets. */
    private static final int BUCKET = 8 * 1024;

    static DictionaryShape of(Map<Integer, Integer> weights) {
        SortedMap<Integer, Integer> heavy = new TreeMap<>();
        int rest = 0;
        for (Map.Entry<Integer, Integer> character : weights.entrySet()) {
            int buckets = bucketsOf(character.getValue());
            if (buckets == 0) rest += character.getValue();
            else heavy.put(character.getKey(), buckets);
        }
        return new DictionaryShape(powerOfTwo(rest / BUCKET + 1), heavy);
    }

    /** How many buckets a character of this weight has to itself; 0 for a rare one. */
    static int bucketsOf(int weight) {
        return weight <= BUCKET ? 0 : powerOfTwo(weight / BUCKET + 1);
    }

    boolean isHeavy(int character) {
        return heavy.containsKey(character);
    }

    String blockOf(TermEntry entry) {
        int character = entry.character();
        Integer buckets = heavy.get(character);
        if (buckets == null) return lightBlock(Fnv.bucket(Character.toString(character), light));
        return heavyBlock(character, Fnv.bucket(entry.second(), buckets));
    }

    static String lightBlock(int bucket) {
        return "t/" + Integer.toHexString(bucket);
    }

    static String heavyBlock(int character, int bucket) {
        return "t/" + Integer.toHexString(character) + "-" + Integer.toHexString(bucket);
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }
}
