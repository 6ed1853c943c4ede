package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In which blocks terms lie by a list of characters, as {@link DictionaryShape} says, at several sizes of blocks: what an index of fewer articles
 * has, by larger blocks of the same terms. And how many blocks edits touch. Two characters of the list can change places; cost: the terms of both.
 */
final class AnchorLayout {
    /** Symbols of a block, and how much each size counts. */
    private static final Map<Integer, Double> SIZES =
            new TreeMap<>(Map.of(9 << 10, 0.5, 27 << 10, 0.1, 90 << 10, 0.25, 288 << 10, 0.15));

    /** What twice the expected size of a block costs, in blocks of an edit. */
    private static final double COST_OF_SIZE = 30;

    private final int[] listed;
    private final Map<Integer, Integer> places = new HashMap<>();
    /** Of each term: its two characters, the second 0 where it has none; a hash of what else a formula is found by, else 0; its weight. */
    private final int[] first, second, rest, weights;

    private final int[] anchor;
    private final Map<Integer, int[]> termsOf = new HashMap<>();
    private final Map<Integer, Long> weightOf = new HashMap<>();
    private final List<Scale> scales = new ArrayList<>();

    AnchorLayout(List<String> terms, List<Integer> weights, int[] listed) {
        this.listed = listed.clone();
        for (int i = 0; i < listed.length; i++) places.put(listed[i], i);
        int count = terms.size();
        this.weights = weights.stream().mapToInt(Integer::intValue).toArray();
        first = new int[count];
        second = new int[count];
        rest = new int[count];
        anchor = new int[count];
        Map<Integer, List<Integer>> of = new HashMap<>();
        for (int t = 0; t < count; t++) {
            int[] characters = terms.get(t).codePoints().limit(4).toArray();
            first[t] = characters[0];
            second[t] = characters.length > 1 ? characters[1] : 0;
            if (second[t] > 0 && second[t] < 0x80) rest[t] = Arrays.hashCode(Arrays.copyOfRange(characters, 2, 4));
            of.computeIfAbsent(first[t], c -> new ArrayList<>()).add(t);
            if (second[t] != first[t])
                of.computeIfAbsent(second[t], c -> new ArrayList<>()).add(t);
        }
        of.forEach((c, own) ->
                termsOf.put(c, own.stream().mapToInt(Integer::intValue).toArray()));
        for (int t = 0; t < count; t++) {
            anchor[t] = anchorOf(t);
            weightOf.merge(anchor[t], (long) this.weights[t], Long::sum);
        }
        SIZES.forEach((size, share) -> scales.add(new Scale(size, share)));
    }

    int size() {
        return listed.length;
    }

    String list() {
        return new String(listed, 0, listed.length);
    }

    /** Blocks that the edits touch on average, each folder's alike, and what larger blocks than at first cost. */
    double cost() {
        return scales.stream().mapToDouble(Scale::cost).sum();
    }

    /**
     * Which edits are counted.
     *
     * @param folders of each its edits, the terms that each changes
     */
    void count(List<List<int[]>> folders) {
        for (Scale scale : scales) scale.count(folders);
    }

    void print(String what, List<List<int[]>> folders) {
        count(folders);
        for (Scale s : scales)
            System.out.printf(
                    Locale.ROOT,
                    "%s: blocks of %d Ki, expected %.0f; blocks to write %s%n",
                    what,
                    s.size >> 10,
                    s.squares / s.total,
                    Arrays.toString(s.means()));
    }

    /** Two places of the list are given to each other's characters. */
    void swap(int one, int other) {
        if (one == other) return;
        Set<Integer> moved = new HashSet<>();
        for (int t : termsOf.getOrDefault(listed[one], new int[0])) moved.add(t);
        for (int t : termsOf.getOrDefault(listed[other], new int[0])) moved.add(t);
        int kept = listed[one];
        listed[one] = listed[other];
        listed[other] = kept;
        places.put(listed[one], one);
        places.put(listed[other], other);
        Set<Integer> reweighed = new HashSet<>();
        for (int t : moved) {
            int now = anchorOf(t);
            if (now == anchor[t]) continue;
            weightOf.merge(anchor[t], (long) -weights[t], Long::sum);
            weightOf.merge(now, (long) weights[t], Long::sum);
            reweighed.add(anchor[t]);
            reweighed.add(now);
            anchor[t] = now;
        }
        for (Scale scale : scales) scale.update(moved, reweighed);
    }

    private int place(int character) {
        return places.getOrDefault(character, listed.length);
    }

    private static int spread(int character) {
        return Fnv.spread(Character.toString(character));
    }

    private int anchorOf(int t) {
        if (second[t] == 0) return first[t];
        int one = place(first[t]), other = place(second[t]);
        boolean isFirst = one == other ? spread(first[t]) <= spread(second[t]) : one > other;
        return isFirst ? first[t] : second[t];
    }

    /** One size of blocks. */
    private final class Scale {
        private final int size;
        private final double share;
        private final int light;
        private final double squaresAtFirst;
        private final double total;
        private final int[] block = new int[weights.length];
        private final Map<Integer, Long> sizes = new HashMap<>();
        private final Map<Integer, Integer> partsOf = new HashMap<>();
        private double squares;

        private List<int[]> edits = List.of();
        private Map<Integer, int[]> editsOf = Map.of();
        private int[] blocksOf = {};
        private int[] folderOf = {};
        private int[] editsIn = {};
        private long[] sums = {};

        Scale(int size, double share) {
            this.size = size;
            this.share = share;
            long ofLight = 0;
            for (long weight : weightOf.values()) if (weight <= size) ofLight += weight;
            light = parts(ofLight);
            for (int character : weightOf.keySet()) partsOf.put(character, ownParts(character));
            double sum = 0;
            for (int t = 0; t < block.length; t++) {
                block[t] = blockOf(t);
                add(block[t], weights[t]);
                sum += weights[t];
            }
            total = sum;
            squaresAtFirst = squares;
        }

        private int parts(long weight) {
            int parts = 1;
            while (parts < weight / size + 1) parts *= 2;
            return parts;
        }

        private int ownParts(int character) {
            long weight = weightOf.getOrDefault(character, 0L);
            return weight <= size ? 0 : parts(weight);
        }

        private int blockOf(int t) {
            int by = anchor[t];
            int parts = ownParts(by);
            if (parts == 0) return lightPart(by);
            int other = first[t] == by ? second[t] : first[t];
            int place = rest[t] == 0 ? place(other) : listed.length;
            int part = place == listed.length ? spread(other) ^ rest[t] : place;
            return (by << 9) | (part & (parts - 1));
        }

        private int lightPart(int by) {
            int place = place(by);
            int classes = DictionaryShape.LIGHT_CLASSES;
            int part = place == listed.length ? spread(by) : (spread(by) & -classes) | place % classes;
            return -1 - (part & (light - 1));
        }

        private void add(int name, long weight) {
            long before = sizes.getOrDefault(name, 0L), after = before + weight;
            sizes.put(name, after);
            squares += (double) after * after - (double) before * before;
        }

        void count(List<List<int[]>> folders) {
            edits = folders.stream().flatMap(List::stream).toList();
            editsIn = folders.stream().mapToInt(List::size).toArray();
            Map<Integer, List<Integer>> of = new HashMap<>();
            for (int e = 0; e < edits.size(); e++)
                for (int t : edits.get(e))
                    of.computeIfAbsent(t, x -> new ArrayList<>()).add(e);
            editsOf = new HashMap<>();
            of.forEach((t, own) ->
                    editsOf.put(t, own.stream().mapToInt(Integer::intValue).toArray()));
            folderOf = new int[edits.size()];
            for (int f = 0, e = 0; f < editsIn.length; f++) for (int i = 0; i < editsIn[f]; i++) folderOf[e++] = f;
            blocksOf = new int[edits.size()];
            sums = new long[editsIn.length];
            for (int e = 0; e < blocksOf.length; e++) recount(e);
        }

        private void recount(int e) {
            Set<Integer> blocks = new HashSet<>();
            for (int t : edits.get(e)) blocks.add(block[t]);
            sums[folderOf[e]] += blocks.size() - blocksOf[e];
            blocksOf[e] = blocks.size();
        }

        double[] means() {
            double[] means = new double[sums.length];
            for (int f = 0; f < means.length; f++) means[f] = Math.round(100.0 * sums[f] / editsIn[f]) / 100.0;
            return means;
        }

        double cost() {
            double mean = 0;
            for (int f = 0; f < sums.length; f++) mean += (double) sums[f] / editsIn[f] / sums.length;
            return share * (mean + COST_OF_SIZE * Math.max(0, squares / squaresAtFirst - 1));
        }

        /** @param reweighed anchors of another weight, so that all their terms may move */
        void update(Set<Integer> moved, Set<Integer> reweighed) {
            BitSet touched = new BitSet();
            for (int t : moved) move(t, touched);
            for (int character : reweighed) {
                int now = ownParts(character);
                Integer was = partsOf.put(character, now);
                if (was != null && was == now) continue;
                for (int t : termsOf.getOrDefault(character, new int[0])) if (anchor[t] == character) move(t, touched);
            }
            touched.stream().forEach(this::recount);
        }

        private void move(int t, BitSet touched) {
            int now = blockOf(t);
            if (now == block[t]) return;
            add(block[t], -weights[t]);
            add(now, weights[t]);
            block[t] = now;
            for (int e : editsOf.getOrDefault(t, new int[0])) touched.set(e);
        }
    }
}
