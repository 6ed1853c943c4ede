package org.cunjian.knowledge;

import java.util.Arrays;

/**
 * How much of one text is in another, by the marks of their {@link Fingerprint}s. Only what comes in the same order counts:
 * articles put together from the same paragraphs in another order have little in common. A mark that many articles have
 * (boilerplate, set phrases, templates) weighs less. One object compares one text with many; not for several threads.
 */
final class SameText {
    /** A mark of so many articles weighs all; of twice as many, half. More prints of one article than this are rare. */
    private static final double USUAL = 32;

    /** What the commonest mark still weighs: a text written by pattern only is a text. */
    private static final double LEAST = 0.4;

    private final MarkCounts counts;
    private int[] marks = new int[0];
    private int[] table = new int[64];
    private double[] sums = new double[0];
    private int[] starts = new int[0];

    /**
     * What two texts share.
     *
     * @param weight of the marks that both have in the same order
     * @param from the first of those among the other text's marks, by number; {@code end} after the last
     */
    record Shared(double weight, int from, int end) {}

    SameText(MarkCounts counts) {
        this.counts = counts;
    }

    double weight(int mark) {
        return Math.max(LEAST, Math.min(1, USUAL / Math.max(1, counts.of(mark))));
    }

    double weight(int[] of) {
        double weight = 0;
        for (int mark : of) weight += weight(mark);
        return weight;
    }

    /** Takes the text that others are compared with. */
    void take(int[] own) {
        marks = own;
        int size = Integer.highestOneBit(Math.max(16, own.length)) << 2;
        table = new int[size];
        for (int i = 0; i < own.length; i++) {
            int slot = slot(own[i]);
            while (table[slot] != 0) slot = slot + 1 & size - 1;
            table[slot] = i + 1;
        }
        sums = new double[own.length + 1];
        starts = new int[own.length + 1];
    }

    private int slot(int mark) {
        return (mark * 0x9E3779B9) >>> 7 & table.length - 1;
    }

    /** The number of the mark from 1, or 0 for one that the taken text lacks. */
    private int find(int mark) {
        for (int slot = slot(mark); table[slot] != 0; slot = slot + 1 & table.length - 1)
            if (marks[table[slot] - 1] == mark) return table[slot];
        return 0;
    }

    /** The heaviest rising sequence of common marks; a Fenwick tree of maxima, n log n. */
    Shared with(int[] other) {
        Arrays.fill(sums, 0);
        double best = 0;
        int from = 0;
        int end = 0;
        for (int i = 0; i < other.length; i++) {
            int at = find(other[i]);
            if (at == 0) continue;
            double sum = 0;
            int start = i;
            for (int node = at - 1; node > 0; node &= node - 1)
                if (sums[node] > sum) {
                    sum = sums[node];
                    start = starts[node];
                }
            sum += weight(other[i]);
            for (int node = at; node < sums.length; node += node & -node)
                if (sum > sums[node]) {
                    sums[node] = sum;
                    starts[node] = start;
                }
            if (sum > best) {
                best = sum;
                from = start;
                end = i + 1;
            }
        }
        return new Shared(best, from, end);
    }
}
