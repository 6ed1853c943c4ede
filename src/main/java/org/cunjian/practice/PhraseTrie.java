package org.cunjian.practice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Longest match of known phrases at a place in a text, in time linear in the phrase. Immutable once built. */
final class PhraseTrie<V> {
    /** A place in the tree; where {@code value} is set a phrase of {@code depth} characters ends. */
    static final class Node<V> {
        char[] letters = new char[0];

        @SuppressWarnings({"unchecked", "rawtypes"})
        Node<V>[] children = new Node[0];

        @Nullable
        V value;

        int depth;

        @Nullable
        Node<V> child(char c) {
            char[] here = letters;
            for (int i = 0; i < here.length && here[i] <= c; i++) if (here[i] == c) return children[i];
            return null;
        }

        void put(char c, Node<V> child) {
            int at = -Arrays.binarySearch(letters, c) - 1;
            char[] wider = Arrays.copyOf(letters, letters.length + 1);
            Node<V>[] more = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(letters, at, wider, at + 1, letters.length - at);
            System.arraycopy(children, at, more, at + 1, children.length - at);
            wider[at] = c;
            more[at] = child;
            letters = wider;
            children = more;
        }
    }

    private final Node<V>[] first;
    /** A bit for each character that begins a phrase: most places of a text begin none, and this table stays in the nearest cache. */
    private final long[] beginnings;

    private final Map<Character, Node<V>> rare = new HashMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    PhraseTrie(Map<String, V> phrases) {
        first = new Node[HAN_END - HAN_START];
        beginnings = new long[(Character.MAX_VALUE + 1) / Long.SIZE];
        phrases.forEach(this::put);
    }

    /** A tree that only tells phrases from other text. */
    static PhraseTrie<Boolean> of(String... phrases) {
        Map<String, Boolean> all = new HashMap<>();
        for (String phrase : phrases) all.put(phrase, true);
        return new PhraseTrie<>(all);
    }

    private static final int HAN_START = 0x4E00;
    private static final int HAN_END = 0xA000;

    private void put(String phrase, V value) {
        if (!phrase.isEmpty()) beginnings[phrase.charAt(0) >> 6] |= 1L << phrase.charAt(0);
        Node<V> node = null;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            Node<V> child = node == null ? root(c) : node.child(c);
            if (child == null) {
                child = new Node<>();
                child.depth = i + 1;
                if (node != null) node.put(c, child);
                else if (c >= HAN_START && c < HAN_END) first[c - HAN_START] = child;
                else rare.put(c, child);
            }
            node = child;
        }
        if (node != null) node.value = value;
    }

    private @Nullable Node<V> root(char c) {
        if ((beginnings[c >> 6] & (1L << c)) == 0) return null;
        return c >= HAN_START && c < HAN_END ? first[c - HAN_START] : rare.get(c);
    }

    /** Length of the longest phrase that begins at {@code at} and ends by {@code to}; 0 where there is none. */
    int longest(String text, int at, int to) {
        Node<V> found = find(text, at, to);
        return found == null ? 0 : found.depth;
    }

    /** The value of the phrase that {@link #longest} measures. */
    @Nullable
    V value(String text, int at, int to) {
        Node<V> found = find(text, at, to);
        return found == null ? null : found.value;
    }

    /** The longest phrase that begins at {@code at} and ends by {@code to}; null where there is none. */
    @Nullable
    Node<V> find(String text, int at, int to) {
        Node<V> best = null;
        Node<V> node = at < to ? root(text.charAt(at)) : null;
        for (int i = at + 1; node != null; i++) {
            if (node.value != null) best = node;
            if (i >= to) break;
            node = node.child(text.charAt(i));
        }
        return best;
    }

    /** In a tree of phrases put in back to front: the longest that ends at {@code end} and begins at {@code from} or later. */
    @Nullable
    Node<V> findBack(String text, int from, int end) {
        Node<V> best = null;
        Node<V> node = end > from ? root(text.charAt(end - 1)) : null;
        for (int i = end - 2; node != null; i--) {
            if (node.value != null) best = node;
            if (i < from) break;
            node = node.child(text.charAt(i));
        }
        return best;
    }
}
