package org.cunjian.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.text.CharacterSet;
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

    private static final int PAIR_BITS = 15;

    /** 2^32 over the golden ratio: neighbouring edges end far apart. */
    private static final int SPREAD = 0x9E3779B1;

    /** Half of the slots of the table of edges stay empty at least. */
    private static final int SPARSE = 2;

    /** Most places of a text begin no phrase. */
    private final CharacterSet beginnings;

    /** Phrases of one character. */
    private final CharacterSet singles;

    /** A bit for (a hash of) the first two characters of each longer phrase: where a phrase might begin, it mostly ends here. */
    private final long[] pairs = new long[(1 << PAIR_BITS) / Long.SIZE];

    /** Edges by hash: (node, character) to node. No edge is 0, as no node is. */
    private final int[] edges;

    private final int[] targets;
    private final int shift;
    private final List<Node<V>> building = new ArrayList<>();
    private final @Nullable Node<V>[] nodes;
    /** Where a phrase ends, by node. */
    private final boolean[] ends;

    @SuppressWarnings({"unchecked", "rawtypes"})
    PhraseTrie(Map<String, V> phrases) {
        beginnings = CharacterSet.ofFirst(phrases.keySet());
        singles = CharacterSet.ofFirst(
                phrases.keySet().stream().filter(p -> p.length() == 1).toList());
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
        nodes[0] = null;
        ends = new boolean[nodes.length];
        for (int node = ROOT; node < nodes.length; node++) ends[node] = building.get(node).value != null;
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
        if (phrase.length() > 1) {
            int pair = pair(phrase.charAt(0), phrase.charAt(1));
            pairs[pair >> 6] |= 1L << pair;
        }
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
        int slot = (edge * SPREAD) >>> shift;
        while (edges[slot] != edge && edges[slot] != 0) slot = (slot + 1) & (edges.length - 1);
        return slot;
    }

    /** The node behind an edge; 0 where there is none. */
    private int child(int node, char c) {
        int edge = edge(node, c);
        int slot = (edge * SPREAD) >>> shift;
        int found = edges[slot];
        if (found == edge) return targets[slot];
        return found == 0 ? 0 : targets[slot(edge)];
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
        if (at >= to || !beginnings.has(text[at])) return null;
        if (at + 1 == to || !beginsPair(text[at], text[at + 1])) return single(text[at]);
        int best = 0;
        int node = ROOT;
        for (int i = at; i < to && (node = child(node, text[i])) != 0; i++) if (ends[node]) best = node;
        return nodes[best];
    }

    /** In a tree made by {@link #backwards}: the longest phrase that ends at {@code end} and begins at {@code from} or later. */
    @Nullable
    Node<V> findBack(char[] text, int from, int end) {
        if (end <= from || !beginnings.has(text[end - 1])) return null;
        if (end - 1 == from || !beginsPair(text[end - 1], text[end - 2])) return single(text[end - 1]);
        int best = 0;
        int node = ROOT;
        for (int i = end - 1; i >= from && (node = child(node, text[i])) != 0; i--) if (ends[node]) best = node;
        return nodes[best];
    }

    /** The phrase of that one character. */
    private @Nullable Node<V> single(char c) {
        if (!singles.has(c)) return null;
        return nodes[child(ROOT, c)];
    }

    private boolean beginsPair(char first, char second) {
        int pair = pair(first, second);
        return (pairs[pair >> 6] & (1L << pair)) != 0;
    }

    private static int pair(char first, char second) {
        return ((first * 31 + second) * SPREAD) >>> (Integer.SIZE - PAIR_BITS);
    }
}
