package org.cunjian.knowledge;

import java.util.Arrays;

/**
 * Which texts are worth comparing, of many, without comparing all with all. A <em>key</em> stands for four marks that follow one
 * another, some sixty characters; of six neighbouring keys one is kept, so that two texts with 200 characters in a row in common
 * share a key. Texts that share a key are paired, where a few share it; where many do (a template, boilerplate, fifty prints of
 * one article), each with the first of them only. So there are at most {@value #FEW} pairs for each key of a text, whatever
 * the texts are.
 */
final class CandidatePairs {
    private static final int MARKS = 4;
    private static final int WINDOW = 6;

    /** So many texts share a key by their own words: beyond, it is a phrase of the trade. */
    static final int FEW = 6;

    /** The share of a text's keys that the other must have: what is rewritten more than this is no print. */
    private static final double SHARED = 0.15;

    /** The same of keys that many texts have, which say less. */
    private static final double SHARED_COMMON = 0.3;

    private final int[][] marks;
    private final int[] rareKeys;
    private final int[] commonKeys;
    private long[] pairs = new long[1 << 10];
    private int size;

    private CandidatePairs(int[][] marks) {
        this.marks = marks;
        this.rareKeys = new int[marks.length];
        this.commonKeys = new int[marks.length];
    }

    /**
     * Pairs worth comparing as {@code later << 32 | earlier}, ascending.
     *
     * @param marks of each text, by rank; empty for one that is not to be paired
     */
    static long[] of(int[][] marks) {
        return new CandidatePairs(marks).find();
    }

    private long[] find() {
        long[] keys = keys();
        for (int from = 0; from < keys.length; ) {
            int end = from + 1;
            while (end < keys.length && keys[end] >>> 32 == keys[from] >>> 32) end++;
            pair(keys, from, end);
            from = end;
        }
        long[] found = Arrays.copyOf(pairs, size);
        Arrays.parallelSort(found);
        return promising(found);
    }

    /** {@code key << 32 | rank}, ascending, without most of those that one text alone has: in most sites nearly all. */
    private long[] keys() {
        long[] keys = new long[1 << 10];
        int count = 0;
        for (int rank = 0; rank < marks.length; rank++) {
            int from = count;
            if (keys.length - count < marks[rank].length)
                keys = Arrays.copyOf(keys, 2 * keys.length + marks[rank].length);
            count = addKeys(marks[rank], rank, keys, count);
            rareKeys[rank] = count - from;
        }
        byte[] seen = new byte[Math.max(1 << 10, Integer.highestOneBit(count) << 2)];
        for (int i = 0; i < count; i++) {
            int slot = slot(keys[i], seen);
            if (seen[slot] < 2) seen[slot]++;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) if (seen[slot(keys[i], seen)] > 1) keys[kept++] = keys[i];
        keys = Arrays.copyOf(keys, kept);
        Arrays.parallelSort(keys);
        return keys;
    }

    private static int slot(long key, byte[] seen) {
        return (int) (key >>> 32) & seen.length - 1;
    }

    /** @return the number of keys then */
    private static int addKeys(int[] own, int rank, long[] keys, int from) {
        int count = from;
        int quads = own.length - MARKS + 1;
        int[] near = new int[WINDOW];
        int last = -1;
        for (int i = 0; i < quads; i++) {
            near[i % WINDOW] = key(own, i);
            if (i < WINDOW - 1 && i < quads - 1) continue;
            int least = i;
            for (int j = Math.max(0, i - WINDOW + 1); j < i; j++)
                if (near[j % WINDOW] < near[least % WINDOW]) least = j;
            if (least != last) keys[count++] = (long) near[least % WINDOW] << 32 | rank;
            last = least;
        }
        return count;
    }

    private static int key(int[] marks, int at) {
        int key = 0;
        for (int i = at; i < at + MARKS; i++) key = Fingerprint.mixed(key ^ marks[i]) + i - at;
        return key;
    }

    private void pair(long[] keys, int from, int end) {
        boolean isRare = end - from <= FEW;
        for (int i = from; i < end; i++) {
            if (!isRare) {
                rareKeys[(int) keys[i]]--;
                commonKeys[(int) keys[i]]++;
            }
            for (int j = from; j < (isRare ? i : Math.min(i, from + 1)); j++) add((int) keys[i], (int) keys[j], isRare);
        }
    }

    private void add(int later, int earlier, boolean isRare) {
        if (later == earlier) return;
        if (size == pairs.length) pairs = Arrays.copyOf(pairs, 2 * size);
        pairs[size++] = (long) later << 32 | (long) earlier << 1 | (isRare ? 1 : 0);
    }

    /** Those that share enough keys, each once. */
    private long[] promising(long[] found) {
        int kept = 0;
        for (int from = 0; from < found.length; ) {
            int rare = 0;
            int end = from;
            for (; end < found.length && found[end] >>> 1 == found[from] >>> 1; end++) rare += (int) (found[end] & 1);
            int later = (int) (found[from] >>> 32);
            int earlier = (int) (found[from] & 0xFFFFFFFFL) >>> 1;
            if (isPromising(rare, end - from - rare, later, earlier)) found[kept++] = (long) later << 32 | earlier;
            from = end;
        }
        return Arrays.copyOf(found, kept);
    }

    private boolean isPromising(int rare, int common, int later, int earlier) {
        int fewestRare = Math.min(rareKeys[later], rareKeys[earlier]);
        int fewestCommon = Math.min(commonKeys[later], commonKeys[earlier]);
        return (rare > 0 && rare >= SHARED * fewestRare) || (common > 1 && common >= SHARED_COMMON * fewestCommon);
    }
}
