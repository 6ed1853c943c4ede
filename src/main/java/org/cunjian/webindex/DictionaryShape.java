package org.cunjian.webindex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which block a term stands: by its {@link Place anchor}. Terms of a light anchor lie in one of {@code light} buckets by its
 * hash; those of a heavy one in buckets of its own by the hash of the other character. All numbers are powers of two and follow
 * from weights.
 *
 * @param heavy buckets of each heavy anchor
 */
record DictionaryShape(int light, SortedMap<Integer, Integer> heavy) {
    /**
     * What the buckets of an anchor hold at most on average, in symbols: a query of few characters loads as many buckets, and an edit writes
     * one for most of the bigrams that come or go.
     */
    private static final int BUCKET = 9 * 1024;

    /**
     * Common characters. Where they stand says which of two is the anchor, and, modulo a power of two, which terms of a heavy anchor
     * lie together: so that both bigrams of a character in a text often have it as their anchor and lie in one block. The order was
     * found by simulated annealing ({@code AnchorOrder}, among the tests): the fewest blocks for a replaced sentence, where the expected size
     * of a block stays.
     */
    static final String LISTED = listed();

    /** Of a listed light anchor its place modulo this takes the low bits of the hash. A power of two. */
    static final int LIGHT_CLASSES = 64;

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (int i = 0; i < LISTED.length(); i++) PLACES.put(LISTED.substring(i, i + 1), i);
    }

    private static String listed() {
        try (InputStream in = DictionaryShape.class.getResourceAsStream("anchors.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list, for browsers. */
    static Block anchors() {
        return new Block("anchors", LISTED, "");
    }

    /**
     * A term is found by one of its first two characters, its anchor: one that is not listed, else the one listed further behind. So neighbouring
     * bigrams of a text often stand together, a query loads fewer blocks, and an edited sentence touches fewer. Both change with {@link Block#FORMAT} only.
     *
     * @param other the other one; may be empty. Of a name that goes on with a digit or letter, two more characters behind it: a
     *     thousand formulas begin alike
     */
    record Place(int anchor, String other) {
        static Place of(String first, String second, String rest) {
            String more = second.compareTo("\u0080") < 0 ? rest : "";
            return second.isEmpty() || isAnchor(first, second)
                    ? new Place(first.codePointAt(0), second + more)
                    : new Place(second.codePointAt(0), first + more);
        }

        private static boolean isAnchor(String first, String second) {
            int one = placeOf(first);
            int other = placeOf(second);
            return one == other ? Fnv.spread(first) <= Fnv.spread(second) : one > other;
        }

        private static int placeOf(String character) {
            return PLACES.getOrDefault(character, LISTED.length());
        }

        /** Which of its anchor's blocks, a power of two. */
        int part(int buckets) {
            return partOf(other, buckets, buckets);
        }
    }

    private int lightPart(int anchor) {
        return partOf(Character.toString(anchor), LIGHT_CLASSES, light);
    }

    /** A hash, of which the low bits are the class of a listed character. */
    private static int partOf(String character, int classes, int parts) {
        Integer place = PLACES.get(character);
        int hash = Fnv.spread(character);
        return (place == null ? hash : (hash & -classes) | place % classes) & (parts - 1);
    }

    static DictionaryShape of(Map<Integer, Integer> weights) {
        SortedMap<Integer, Integer> heavy = new TreeMap<>();
        long rest = 0;
        for (Map.Entry<Integer, Integer> anchor : weights.entrySet()) {
            int buckets = bucketsOf(anchor.getValue());
            if (buckets == 0) rest += anchor.getValue();
            else heavy.put(anchor.getKey(), buckets);
        }
        return new DictionaryShape(powerOfTwo((int) (rest / BUCKET) + 1), heavy);
    }

    /** How many buckets an anchor of this weight has to itself; 0 for a light one. */
    private static int bucketsOf(int weight) {
        return weight <= BUCKET ? 0 : powerOfTwo(weight / BUCKET + 1);
    }

    boolean isHeavy(int anchor) {
        return heavy.containsKey(anchor);
    }

    String blockOf(TermEntry entry) {
        Place place = entry.place();
        Integer buckets = heavy.get(place.anchor());
        if (buckets == null) return lightBlock(lightPart(place.anchor()));
        return heavyBlock(place.anchor(), place.part(buckets));
    }

    /** All blocks where terms of an anchor may lie. */
    List<String> blocksOf(int anchor) {
        Integer buckets = heavy.get(anchor);
        if (buckets == null) return List.of(lightBlock(lightPart(anchor)));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < buckets; i++) names.add(heavyBlock(anchor, i));
        return names;
    }

    static String lightBlock(int bucket) {
        return "t/" + Integer.toHexString(bucket);
    }

    static String heavyBlock(int anchor, int bucket) {
        return "t/" + Integer.toHexString(anchor) + "-" + Integer.toHexString(bucket);
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }
}
