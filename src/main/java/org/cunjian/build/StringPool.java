package org.cunjian.build;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one string for equal bytes, so that the names, units and reasons that thousands of articles share stand in memory
 * once. It remembers what it gave last for each slot of a fixed number and forgets what it pushes out: equal texts are mostly
 * one object, never a wrong one. Safe for any thread without a lock, since what is remembered never changes.
 */
final class StringPool {
    private static final int SLOTS = 1 << 16;

    /** Longer texts are hardly ever met twice. */
    private static final int MOST_BYTES = 120;

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    private static final class Entry {
        final byte[] utf8;
        final String text;

        Entry(byte[] utf8, String text) {
            this.utf8 = utf8;
            this.text = text;
        }
    }

    /** The string of some bytes of UTF-8. */
    String of(byte[] bytes, int from, int to) {
        if (to - from > MOST_BYTES) return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int hash = 0;
        for (int i = from; i < to; i++) hash = 31 * hash + bytes[i];
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        Entry known = entries[slot];
        if (known != null && Arrays.equals(known.utf8, 0, known.utf8.length, bytes, from, to)) return known.text;
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        entries[slot] = new Entry(Arrays.copyOfRange(bytes, from, to), text);
        return text;
    }
}
