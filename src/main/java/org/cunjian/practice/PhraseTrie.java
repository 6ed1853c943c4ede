package org.cunjian.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Longest match of known phrases at a place in a text, in time linear in the phrase. Immutable once built. Texts are arrays of
 * UTF-16 units: a look-up is asked for at every place of every article, and reading a unit of a {@link String} costs as much as
 * the look-up itself.
 */
final class PhraseTrie<V> {
    /** Where a phrase ends: its value and its length. */
    static final class Node<V> {
        final int depth;

        @Nullable
        V value;

        Node(int depth) {
            this.depth = depth;
        }
    }

    private static final int ROOT = 1;

    /** Half of the slots of the table of edges stay empty at least. */
    private static final int SPARSE = 2;

    /** A bit for each character that begins a phrase: most places of a text begin none, and this table stays in the nearest cache. */
    private final long[] beginnings = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    /** Edges by hash: (node, character) to node. No edge is 0, as no node is. */
    private final int[] edges;

    private final int[] targets;
    private final int shift;
    private final List<Node<V>> building = new ArrayList<>();
    private final Node<V>[] nodes;

    @SuppressWarnings({"unchecked", "rawtypes"})
    PhraseTrie(Map<String, V> phrases) {
        int most = 2;
        for (String phrase : phrases.keySet()) most += phrase.length();
        int size = Integer.highestOneBit(most) * 2 * SPARSE;
        edges = new int[size];
        targets = new int[size];
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
        building.add(new Node<>(0));
        building.add(new Node<>(0));
        phrases.forEach(this::put);
        nodes = building.toArray(new Node[0]);
        building.clear();
    }

    /** A tree that only tells phrases from other text. */
    static PhraseTrie<Boolean> of(String... phrases) {
        Map<String, Boolean> all = new HashMap<>();
        for (String phrase : phrases) all.put(phrase, true);
        return new PhraseTrie<>(all);
    }

    /** The same phrases, read from their last character to their first, for {@link #findBack}. */
    static <V> PhraseTrie<V> backwards(Map<String, V> phrases) {
        Map<String, V> reversed = new HashMap<>();
        phrases.forEach((phrase, value) ->
                reversed.put(new StringBuilder(phrase).reverse().toString(), value));
        return new PhraseTrie<>(reversed);
    }

    private void put(String phrase, V value) {
        if (phrase.isEmpty()) return;
        beginnings[phrase.charAt(0) >> 6] |= 1L << phrase.charAt(0);
        int node = ROOT;
        for (int i = 0; i < phrase.length(); i++) {
            int edge = edge(node, phrase.charAt(i));
            int slot = slot(edge);
            if (edges[slot] == 0) {
                edges[slot] = edge;
                targets[slot] = building.size();
                building.add(new Node<>(i + 1));
            }
            node = targets[slot];
        }
        building.get(node).value = value;
    }

    private static int edge(int node, char c) {
        return node << Character.SIZE | c;
    }

    /** Where an edge is, or would be put. */
    private int slot(int edge) {
        int slot = (edge * 0x9E3779B1) >>> shift;
        while (edges[slot] != edge && edges[slot] != 0) slot = (slot + 1) & (edges.length - 1);
        return slot;
    }

    private boolean begins(char c) {
        return (beginnings[c >> 6] & (1L << c)) != 0;
    }

    /** Length of the longest phrase that begins at {@code at} and ends by {@code to}; 0 where there is none. */
    int longest(char[] text, int at, int to) {
        Node<V> found = find(text, at, to);
        return found == null ? 0 : found.depth;
    }

    /** The value of the phrase that {@link #longest} measures. */
    @Nullable
    V value(char[] text, int at, int to) {
        Node<V> found = find(text, at, to);
        return found == null ? null : found.value;
    }

    /** The longest phrase that begins at {@code at} and ends by {@code to}; null where there is none. */
    @Nullable
    Node<V> find(char[] text, int at, int to) {
        if (at >= to || !begins(text[at])) return null;
        Node<V> best = null;
        int node = ROOT;
        for (int i = at; i < to; i++) {
            node = targets[slot(edge(node, text[i]))];
            if (node == 0) break;
            if (nodes[node].value != null) best = nodes[node];
        }
        return best;
    }

    /** In a tree made by {@link #backwards}: the longest phrase that ends at {@code end} and begins at {@code from} or later. */
    @Nullable
    Node<V> findBack(char[] text, int from, int end) {
        if (end <= from || !begins(text[end - 1])) return null;
        Node<V> best = null;
        int node = ROOT;
        for (int i = end - 1; i >= from; i--) {
            node = targets[slot(edge(node, text[i]))];
            if (node == 0) break;
            if (nodes[node].value != null) best = nodes[node];
        }
        return best;
    }
}
