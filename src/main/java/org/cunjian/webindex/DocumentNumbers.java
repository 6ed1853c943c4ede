package org.cunjian.webindex;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Numbers for documents. They are dealt out to bins of some 60 by the hash of their ids; in a bin of n they have the first n of its
 * numbers, each the first free one of a sequence of its own. So a number follows from which documents there are; one that comes or
 * goes moves a handful, not half the index; and what is free lies together, so that a list of nearly all documents costs nearly
 * nothing.
 */
public final class DocumentNumbers {
    /** Numbers of a bin: twice what it holds, eight standard deviations more. */
    private static final int BIN = 128;

    /** Documents of a bin, on average, at most; at least four fifths of it. */
    private static final int FULL = 64;

    private DocumentNumbers() {}

    /** Sorts documents of a kind, so that {@link #of} takes them as they come. */
    public static String order(String id) {
        return HexFormat.of().toHexDigits(hash(id)) + id;
    }

    /** The id that {@link #order} was made of. */
    public static String idOf(String order) {
        return order.substring(2 * Integer.BYTES);
    }

    /** Spread over all 32 bits, unsigned. */
    static int hash(String id) {
        return mix(Fnv.hash(id));
    }

    private static int mix(int bits) {
        int hash = (bits ^ (bits >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    /** Numbers for ids in the order of {@link #order}. The last element is one more: the size of the space. */
    public static int[] of(String[] ids) {
        int[] hashes = new int[ids.length];
        for (int i = 0; i < ids.length; i++) hashes[i] = hash(ids[i]);
        int[] numbers = new int[ids.length + 1];
        long bins = 1;
        while (bins * FULL < ids.length || !place(hashes, bins, numbers)) bins = larger(bins);
        return numbers;
    }

    /** 1, 2, 3, 4, 5, 6, 7, then four steps to each doubling. */
    private static long larger(long bins) {
        return bins + Math.max(1, Long.highestOneBit(bins) / 4);
    }

    /** @return whether no bin has more than it can hold */
    private static boolean place(int[] hashes, long bins, int[] numbers) {
        numbers[hashes.length] = (int) (bins * BIN);
        boolean[] isTaken = new boolean[BIN];
        for (int from = 0; from < hashes.length; ) {
            long bin = binOf(hashes[from], bins);
            int end = from + 1;
            while (end < hashes.length && binOf(hashes[end], bins) == bin) end++;
            int count = end - from;
            if (count > BIN) return false;
            Arrays.fill(isTaken, false);
            for (int i = from; i < end; i++) {
                int place = place(hashes[i], count, isTaken);
                isTaken[place] = true;
                numbers[i] = (int) (bin * BIN) + place;
            }
            from = end;
        }
        return true;
    }

    private static long binOf(int hash, long bins) {
        return (Integer.toUnsignedLong(hash) * bins) >>> 32;
    }

    /** The first free one below {@code count} of the places that the hash asks for one after the other. */
    private static int place(int hash, int count, boolean[] isTaken) {
        for (int asked = hash; ; asked += 0x9E3779B9) {
            int place = mix(asked) & (BIN - 1);
            if (place < count && !isTaken[place]) return place;
        }
    }
}
