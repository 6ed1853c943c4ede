package org.cunjian.knowledge;

import java.util.Arrays;

/** Points for the cases beside one case; cleared and used again for the next. For one thread. */
final class Tally {
    private int[] keys = new int[256];
    private double[] points = new double[256];
    private int[] shared = new int[256];
    private int[] weights = new int[256];
    private int[] used = new int[64];
    private int size;

    void clear() {
        for (int i = 0; i < size; i++) keys[used[i]] = 0;
        size = 0;
    }

    /** Points for a practice in common. */
    void add(int to, double more) {
        points[slot(to)] += more;
    }

    /** A telling term in common. */
    void share(int to, int weight) {
        int slot = slot(to);
        shared[slot]++;
        weights[slot] += weight;
    }

    int size() {
        return size;
    }

    int to(int i) {
        return keys[used[i]] - 1;
    }

    double points(int i) {
        return points[used[i]];
    }

    int shared(int i) {
        return shared[used[i]];
    }

    int weight(int i) {
        return weights[used[i]];
    }

    /** Cases are kept one higher, so that 0 is free. */
    private int slot(int to) {
        if (2 * size >= keys.length) grow();
        int mask = keys.length - 1;
        int slot = Fingerprint.mixed(to + 1) & mask;
        while (keys[slot] != 0 && keys[slot] != to + 1) slot = slot + 1 & mask;
        if (keys[slot] == 0) {
            keys[slot] = to + 1;
            points[slot] = 0;
            shared[slot] = 0;
            weights[slot] = 0;
            if (size == used.length) used = Arrays.copyOf(used, 2 * size);
            used[size++] = slot;
        }
        return slot;
    }

    private void grow() {
        Tally larger = new Tally();
        larger.keys = new int[2 * keys.length];
        larger.points = new double[2 * keys.length];
        larger.shared = new int[2 * keys.length];
        larger.weights = new int[2 * keys.length];
        larger.used = new int[2 * used.length];
        for (int i = 0; i < size; i++) {
            int slot = larger.slot(to(i));
            larger.points[slot] = points(i);
            larger.shared[slot] = shared(i);
            larger.weights[slot] = weight(i);
        }
        keys = larger.keys;
        points = larger.points;
        shared = larger.shared;
        weights = larger.weights;
        used = larger.used;
    }
}
