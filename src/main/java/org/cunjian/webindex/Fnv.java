package org.cunjian.webindex;

/** FNV-1a with 32 bits over UTF-16 units, low byte first: the same few lines in Java and JavaScript. */
final class Fnv {
    static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private Fnv() {}

    static int hash(String text) {
        int hash = SEED;
        char[] units = text.toCharArray(); // a fifth of the time of charAt without the optimising compiler
        for (int i = 0; i < units.length; i++) {
            char c = units[i];
            hash = (hash ^ (c & 0xFF)) * PRIME;
            hash = (hash ^ (c >>> 8)) * PRIME;
        }
        return hash;
    }

    /**
     * A checksum goes on over a text, two UTF-16 units at a time, the first in the low bits: a browser that has compiled nothing yet takes a quarter of the
     * time of a byte at a time.
     */
    static int checksum(int sum, String text) {
        int next = sum;
        char[] units = text.toCharArray();
        int even = units.length & ~1;
        for (int i = 0; i < even; i += 2) next = (next ^ (units[i] | units[i + 1] << 16)) * PRIME;
        return even < units.length ? (next ^ units[even]) * PRIME : next;
    }

    /** A part of the hash's bits for {@code buckets}, a power of two. */
    static int bucket(String text, int buckets) {
        return spread(text) & (buckets - 1);
    }

    /** The low bits of FNV are mixed worst. */
    static int spread(String text) {
        int hash = hash(text);
        return hash ^ (hash >>> 15);
    }
}
