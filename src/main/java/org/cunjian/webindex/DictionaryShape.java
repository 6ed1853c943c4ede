package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * The most frequent characters of this field's articles, most frequent first: the mean of their shares in 45 articles from the web and in 3,000
     * generated ones.
     */
    private static final String COMMON = "村的建一党民理作工治人了化部展大在有全群年新等社和发实基成中乡动组地体制员业为力生区服以事支进创心提农务合家推上个平是通安设学开"
            + "市来到行众会干面方管格网重集委织能共不强层式多活解主好出经小现度题下要文里居造产星记时对打明老书点抓领水引道同公专用长持升问做整";

    private static final Map<String, Integer> COMMONNESS = new HashMap<>();

    static {
        for (int i = 0; i < COMMON.length(); i++) COMMONNESS.put(COMMON.substring(i, i + 1), COMMON.length() - i);
    }

    /**
     * A term is found by the rarer of its first two characters; so neighbouring bigrams of a text often stand together, a query loads
     * fewer blocks, and an edited sentence touches fewer. Which is the rarer says a list of common characters, beyond it a hash: both
     * change with {@link Block#FORMAT} only.
     *
     * @param other the other one; may be empty. Of a name that goes on with a digit or letter, two more characters behind it: a
     *     thousand formulas begin alike
     */
    record Place(int anchor, String other) {
        static Place of(String first, String second, String rest) {
            String more = second.compareTo("\u0080") < 0 ? rest : "";
            return second.isEmpty() || isRarer(first, second)
                    ? new Place(first.codePointAt(0), second + more)
                    : new Place(second.codePointAt(0), first + more);
        }

        private static boolean isRarer(String first, String second) {
            int one = commonness(first);
            int other = commonness(second);
            return one == other ? Fnv.spread(first) <= Fnv.spread(second) : one < other;
        }

        private static int commonness(String character) {
            return COMMONNESS.getOrDefault(character, 0);
        }
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
        if (buckets == null) return lightBlock(Fnv.bucket(Character.toString(place.anchor()), light));
        return heavyBlock(place.anchor(), Fnv.bucket(place.other(), buckets));
    }

    /** All blocks where terms of an anchor may lie. */
    List<String> blocksOf(int anchor) {
        Integer buckets = heavy.get(anchor);
        if (buckets == null) return List.of(lightBlock(Fnv.bucket(Character.toString(anchor), light)));
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
