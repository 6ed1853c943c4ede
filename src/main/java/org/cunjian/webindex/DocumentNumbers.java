package org.cunjian.webindex;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where documents stand in a space of numbers larger than they are: each at the place that the hash of its id gives, or the next
 * free one. So a number follows from which documents there are, and one that comes or goes moves only the few right behind it,
 * not half the index.
 */
public final class DocumentNumbers {
    /** Numbers behind the last place that a hash gives, for those that had to move on. */
    private static final int MARGIN = 32;

    private static final int LEAST = 32;

    private DocumentNumbers() {}

    /** Sorts documents of a kind as their numbers do: where scores are equal the smaller comes first. */
    public static String order(String id) {
        return HexFormat.of().toHexDigits(hash(id)) + id;
    }

    /** The id that {@link #order} was made of. */
    public static String idOf(String order) {
        return order.substring(2 * Integer.BYTES);
    }

    /** Spread over all 32 bits, unsigned. */
    static int hash(String id) {
        int hash = Fnv.hash(id);
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    /**
     * Numbers for ids in the order of {@link #order}. The last element is one more: the size of the space, which is 4, 5, 6 or 7
     * times 2ⁿ and a margin. At most 65 of a hundred places are taken: fuller, a new document would move more of the others;
     * emptier, each gap in a list would cost more.
     */
    public static int[] of(String[] ids) {
        long size = LEAST;
        while (size * 65 < ids.length * 100L) size = larger(size);
        int[] numbers = new int[ids.length + 1];
        while (!place(ids, size, numbers)) size = larger(size);
        return numbers;
    }

    private static long larger(long size) {
        return size + Long.highestOneBit(size) / 4;
    }

    private static boolean place(String[] ids, long size, int[] numbers) {
        Arrays.fill(numbers, 0);
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            int at = (int) ((Integer.toUnsignedLong(hash(ids[i])) * size) >>> 32);
            numbers[i] = Math.max(at, next);
            next = numbers[i] + 1;
        }
        numbers[ids.length] = (int) size + MARGIN;
        return next <= size + MARGIN;
    }
}
