package org.cunjian.webindex;

/** FNV-1a with 32 bits over UTF-16 units, low byte first: the same few lines in Java and JavaScript. */
final class Fnv {
    static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private Fnv() {}

    static int hash(String text) {
        return hash(text, SEED);
    }

    static int hash(String text, int seed) {
        int hash = seed;
        char[] units = text.toCharArray(); // a fifth of the time of charAt without the optimising compiler
        for (int i = 0; i < units.length; i++) {
            char c = units[i];
            hash = (hash ^ (c & 0xFF)) * PRIME;
            hash = (hash ^ (c >>> 8)) * PRIME;
        }
        return hash;
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
