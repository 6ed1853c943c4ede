package org.cunjian.site;

import java.util.Arrays;

/** A growing set of hashes: open addressing, no boxes. Not thread-safe. */
final class LongSet {
    private long[] slots = new long[1024];
    private int size;
    private boolean hasZero;

    void add(long value) {
        if (value == 0) {
            hasZero = true;
            return;
        }
        if (put(slots, value) && ++size * 2 > slots.length) grow();
    }

    boolean contains(long value) {
        if (value == 0) return hasZero;
        int at = slot(slots, value);
        while (slots[at] != 0 && slots[at] != value) at = (at + 1) & (slots.length - 1);
        return slots[at] == value;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        Arrays.stream(before).filter(value -> value != 0).forEach(value -> put(slots, value));
    }

    /** @return whether it is new */
    private static boolean put(long[] slots, long value) {
        int at = slot(slots, value);
        while (slots[at] != 0 && slots[at] != value) at = (at + 1) & (slots.length - 1);
        boolean isNew = slots[at] == 0;
        slots[at] = value;
        return isNew;
    }

    private static int slot(long[] slots, long value) {
        return (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
    }
}
