package org.cunjian.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the terms of a field from 0 as they come. Nearly all are bigrams: two UTF-16 units are one key of an open hash table,
 * and no string or bytes are made for a token that was seen before. Longer terms lie in a map.
 */
final class TermTable {
    /** Key in the upper half, number plus one in the lower; 0 for none. */
    private long[] slots = new long[1 << 12];

    private int[] pairs = new int[1 << 11];
    private @Nullable String[] words = new String[1 << 11];
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private int size;

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(slots, 0);
        Arrays.fill(words, 0, size, null);
        wordNumbers.clear();
        size = 0;
    }

    /** The number of {@code text[start, end)}, which is not empty. */
    int numberOf(char[] text, int start, int end) {
        int length = end - start;
        if (length > 2) return numberOfWord(new String(text, start, length));
        return numberOfPair(text[start] << 16 | (length == 2 ? text[start + 1] : 0));
    }

    int numberOf(String text) {
        if (text.length() > 2) return numberOfWord(text);
        return numberOfPair(text.charAt(0) << 16 | (text.length() == 2 ? text.charAt(1) : 0));
    }

    private int numberOfPair(int pair) {
        int mask = slots.length - 1;
        int at = slotOf(pair) & mask;
        for (long slot = slots[at]; slot != 0; slot = slots[at]) {
            if ((int) (slot >>> 32) == pair) return (int) slot - 1;
            at = at + 1 & mask;
        }
        int number = newNumber();
        pairs[number] = pair;
        slots[at] = (long) pair << 32 | size;
        if (size * 2 > slots.length) grow();
        return number;
    }

    private int numberOfWord(String word) {
        Integer known = wordNumbers.get(word);
        if (known != null) return known;
        int number = newNumber();
        pairs[number] = word.charAt(0) << 16 | word.charAt(1);
        words[number] = word;
        wordNumbers.put(word, number);
        return number;
    }

    private int newNumber() {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        return size++;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot == 0) continue;
            int at = slotOf((int) (slot >>> 32)) & mask;
            while (slots[at] != 0) at = at + 1 & mask;
            slots[at] = slot;
        }
    }

    private static int slotOf(int pair) {
        int mixed = pair * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    String text(int number) {
        String word = words[number];
        if (word != null) return word;
        char first = (char) (pairs[number] >>> 16);
        char second = (char) pairs[number];
        return second == 0 ? String.valueOf(first) : String.valueOf(new char[] {first, second});
    }

    /** All numbers in the order of the terms' UTF-8 bytes. */
    int[] inOrder() {
        // by the first two units; the number travels in the lower half
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            long prefix = (long) inByteOrder((char) (pairs[i] >>> 16)) << 16 | inByteOrder((char) pairs[i]);
            keys[i] = (prefix << 32 | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) numbers[i] = (int) keys[i];
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && keys[to] >>> 32 == keys[from] >>> 32) to++;
            if (to - from > 1) sortByText(numbers, from, to);
        }
        return numbers;
    }

    private void sortByText(int[] numbers, int from, int to) {
        record Numbered(String text, int number) {}
        List<Numbered> run = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) run.add(new Numbered(text(numbers[i]), numbers[i]));
        run.sort((a, b) -> IN_BYTE_ORDER.compare(a.text(), b.text()));
        for (int i = from; i < to; i++) numbers[i] = run.get(i - from).number();
    }

    /** UTF-8 sorts by code points, UTF-16 has surrogates before U+E000. */
    static final Comparator<String> IN_BYTE_ORDER = (a, b) -> {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) return Character.compare(inByteOrder(x), inByteOrder(y));
        }
        return Integer.compare(a.length(), b.length());
    };

    private static char inByteOrder(char unit) {
        if (unit < Character.MIN_SURROGATE) return unit;
        return (char) (unit > Character.MAX_SURROGATE ? unit - 0x800 : unit + 0x2000);
    }
}
