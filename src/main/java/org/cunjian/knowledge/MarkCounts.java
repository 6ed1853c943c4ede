package org.cunjian.knowledge;

/** In how many articles a mark occurs, or some more: marks share counters, of which there are at least as many as marks. */
final class MarkCounts {
    private static final int MOST = 1 << 26;

    private final int[] counters;
    private final int shift;

    /** @param marks how many will be counted */
    MarkCounts(long marks) {
        int size = Integer.highestOneBit((int) Math.min(MOST / 2, Math.max(1 << 10, marks))) << 1;
        counters = new int[size];
        shift = 32 - Integer.numberOfTrailingZeros(size);
    }

    /** Counts the marks of one article. */
    void add(int[] marks) {
        for (int mark : marks) counters[(mark * 0x9E3779B9) >>> shift]++;
    }

    int of(int mark) {
        return counters[(mark * 0x9E3779B9) >>> shift];
    }
}
