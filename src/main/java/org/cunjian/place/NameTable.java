package org.cunjian.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names of provinces to townships, full ones and short ones, by hash. A look-up of every length at every position of a text
 * costs a few multiplications each, which is what makes finding places linear.
 */
final class NameTable {
    /** 石鼓区. */
    static final byte FULL = 0;
    /** Still says its level: 湘西州, 北湖街, 奉化市 for today's 奉化区. */
    static final byte VARIANT = 1;
    /** 石鼓: may be any word. */
    static final byte BARE = 2;

    private static final int LONGEST = 16;

    /** A power of two. */
    private static final int BEGINNINGS = 1 << 18;

    /** The lengths of names by (a hash of) their first two characters: bit n - 1 is set where one of n characters begins. */
    private final char[] lengths = new char[BEGINNINGS];

    /** Where {@link #lengths} is not 0: a bit each, so that the many pairs that begin no name are told in the nearest cache. */
    private final long[] begun = new long[BEGINNINGS / Long.SIZE];

    /**
     * A bit for each hash of a name, 2^21 of them: nine look-ups in ten end here, in a table that stays in the processor's cache,
     * which the chains do not.
     */
    private final long[] present = new long[1 << 15];

    private final int[] heads;
    private int[] next = new int[0];
    private int[] hashes = new int[0];
    private int[] units = new int[0];
    private byte[] kinds = new byte[0];
    private String[] names = new String[0];
    private int count;

    NameTable(int expected) {
        heads = new int[Integer.highestOneBit(expected) * 4];
        grow(expected);
    }

    void add(String name, int unit, byte kind) {
        if (name.length() < 2 || name.length() > LONGEST) return;
        if (count == units.length) grow(count * 2);
        int hash = name.hashCode();
        int slot = slot(hash);
        present[bit(hash) >> 6] |= 1L << bit(hash);
        hashes[count] = hash;
        units[count] = unit;
        kinds[count] = kind;
        names[count] = name;
        next[count] = heads[slot];
        heads[slot] = ++count;
        int beginning = beginning(name.charAt(0), name.charAt(1));
        lengths[beginning] |= (char) (1 << (name.length() - 1));
        begun[beginning >> 6] |= 1L << beginning;
    }

    private void grow(int size) {
        next = Arrays.copyOf(next, size);
        hashes = Arrays.copyOf(hashes, size);
        units = Arrays.copyOf(units, size);
        kinds = Arrays.copyOf(kinds, size);
        names = Arrays.copyOf(names, size);
    }

    /** Bit n - 1 is set where a name that begins with these two characters may have n in all; other lengths need no look-up. */
    int lengths(char first, char second) {
        int beginning = beginning(first, second);
        return (begun[beginning >> 6] & (1L << beginning)) == 0 ? 0 : lengths[beginning];
    }

    private static int beginning(char first, char second) {
        return (first * 0x9E37 + second) & (BEGINNINGS - 1);
    }

    /** The first entry whose name is {@code length} characters of {@code text} from {@code start}, with that hash; or -1. */
    int find(char[] text, int start, int length, int hash) {
        if ((present[bit(hash) >> 6] & (1L << bit(hash))) == 0) return -1;
        return matching(heads[slot(hash)] - 1, text, start, length, hash);
    }

    int findNext(int entry, char[] text, int start, int length, int hash) {
        return matching(next[entry] - 1, text, start, length, hash);
    }

    int unit(int entry) {
        return units[entry];
    }

    byte kind(int entry) {
        return kinds[entry];
    }

    /** Units that bear the whole {@code name}, in order of level and code. */
    List<Integer> units(String name) {
        List<Integer> found = new ArrayList<>();
        int hash = name.hashCode();
        char[] text = name.toCharArray();
        for (int e = find(text, 0, text.length, hash); e >= 0; e = findNext(e, text, 0, text.length, hash))
            if (!found.contains(units[e])) found.add(units[e]);
        found.sort(null);
        return found;
    }

    private int matching(int entry, char[] text, int start, int length, int hash) {
        while (entry >= 0 && (hashes[entry] != hash || !isAt(names[entry], text, start, length)))
            entry = next[entry] - 1;
        return entry;
    }

    private static boolean isAt(String name, char[] text, int start, int length) {
        if (name.length() != length) return false;
        for (int i = 0; i < length; i++) if (name.charAt(i) != text[start + i]) return false;
        return true;
    }

    private int bit(int hash) {
        return (hash * 0x9E3779B1) >>> 11;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (heads.length - 1);
    }
}
