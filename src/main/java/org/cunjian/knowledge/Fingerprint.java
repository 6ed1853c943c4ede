package org.cunjian.knowledge;

import java.util.Arrays;
import org.cunjian.io.ChangeHash;
import org.cunjian.text.Simplifier;

/**
 * What prints of one article have in common, whatever their title, script, punctuation and frame. Only letters and digits
 * count, in Simplified, narrow and lower case. From them come the hash of the whole, and <em>marks</em>: hashes of stretches
 * of {@value #STRETCH} characters chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that two texts with the same
 * {@value #SURE} characters in a row have a mark in common, wherever those stand. Immutable.
 */
public final class Fingerprint {
    /** Shorter texts say too little to be called the same. */
    static final int FEWEST_CHARS = 30;

    /** Long enough that set phrases (以习近平新时代…) give few marks, short enough that an edit costs few. */
    static final int STRETCH = 12;

    /** One stretch of so many neighbours is kept: on average a mark every 16 or 17 characters. */
    static final int WINDOW = 32;

    static final int SURE = STRETCH + WINDOW - 1;

    /** Texts with fewer marks (some 200 characters) are the same only where they are equal: notices are written by pattern. */
    static final int FEWEST_MARKS = 12;

    /** Those of some 270,000 characters; what follows is in the hash of the whole only. */
    static final int MOST_MARKS = 1 << 14;

    /** Of a text that says too little. */
    public static final Fingerprint NONE = new Fingerprint("", 0, new int[0]);

    private static final int BASE = 0x01000193;
    private static final int BASE_TO_STRETCH = power(STRETCH);

    private final String whole;
    private final int chars;
    private final int[] marks;

    private Fingerprint(String whole, int chars, int[] marks) {
        this.whole = whole;
        this.chars = chars;
        this.marks = marks;
    }

    /** Of a body as the content file has it. One pass; some 20 µs for an article of 3,000 characters. */
    public static Fingerprint of(String body) {
        char[] text = body.toCharArray();
        int length = 0;
        for (char c : text) {
            boolean isHan = c >= '\u4e00' && c <= '\u9fff';
            if (isHan) text[length++] = Simplifier.simplify(c);
            else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c))
                text[length++] = Simplifier.simplify(Character.toLowerCase(narrow(c)));
        }
        if (length < FEWEST_CHARS) return NONE;
        String whole = new ChangeHash().add(new String(text, 0, length)).toString();
        return new Fingerprint(whole, length, marks(text, length));
    }

    /** As {@link #whole()}, {@link #chars()} and {@link #marks()} gave it. @throws IllegalArgumentException if they cannot have */
    public static Fingerprint of(String whole, int chars, int[] marks) {
        if (whole.isEmpty() != (chars == 0) || marks.length > chars)
            throw new IllegalArgumentException(marks.length + " marks of " + chars + " characters");
        return whole.isEmpty() ? NONE : new Fingerprint(whole, chars, marks.clone());
    }

    /** 32 hexadecimal digits, the same for equal letters and digits; empty for a text of fewer than {@value #FEWEST_CHARS}. */
    public String whole() {
        return whole;
    }

    /** How many letters and digits there are, in UTF-16 units. */
    public int chars() {
        return chars;
    }

    /** In text order, each once; none where there are fewer than {@value #FEWEST_MARKS}. A copy. */
    public int[] marks() {
        return marks.clone();
    }

    /** The array itself, for readers in this package. */
    int[] ownMarks() {
        return marks;
    }

    private static char narrow(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) power *= BASE;
        return power;
    }

    private static int[] marks(char[] text, int length) {
        int count = length - STRETCH + 1;
        if (count < FEWEST_MARKS) return NONE.marks;
        int[] hashes = new int[count];
        int rolling = 0;
        for (int i = 0; i < length; i++) {
            rolling = rolling * BASE + text[i];
            if (i >= STRETCH) rolling -= text[i - STRETCH] * BASE_TO_STRETCH;
            if (i >= STRETCH - 1) hashes[i - STRETCH + 1] = mixed(rolling);
        }
        Distinct chosen = new Distinct(Math.min(MOST_MARKS, 16 + count / 12));
        int least = 0;
        int last = -1;
        for (int end = 0; end < count && chosen.size < MOST_MARKS; end++) {
            // Of equal ones the first stays while the window has it: monotonous text gives few marks.
            if (hashes[end] < hashes[least]) least = end;
            else if (least <= end - WINDOW) least = rightmostLeast(hashes, end - WINDOW + 1, end);
            if (end >= WINDOW - 1 && least != last) {
                chosen.add(hashes[least]);
                last = least;
            }
        }
        return chosen.size < FEWEST_MARKS ? NONE.marks : chosen.toArray();
    }

    private static int rightmostLeast(int[] hashes, int from, int to) {
        int least = from;
        for (int i = from + 1; i <= to; i++) if (hashes[i] <= hashes[least]) least = i;
        return least;
    }

    /** Murmur3's finaliser: neighbours in text are strangers in value. */
    static int mixed(int value) {
        int h = value;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** Numbers in the order of their first coming. */
    private static final class Distinct {
        private int[] values;
        private int[] table;
        private int size;

        Distinct(int expected) {
            values = new int[expected];
            table = new int[Integer.highestOneBit(expected) << 2];
        }

        void add(int value) {
            int mask = table.length - 1;
            int slot = (value * 0x9E3779B9) >>> 7 & mask;
            for (; table[slot] != 0; slot = slot + 1 & mask) if (values[table[slot] - 1] == value) return;
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                regrow();
                add(value);
                return;
            }
            values[size++] = value;
            table[slot] = size;
        }

        private void regrow() {
            table = new int[2 * table.length];
            int mask = table.length - 1;
            for (int i = 0; i < size; i++) {
                int slot = (values[i] * 0x9E3779B9) >>> 7 & mask;
                while (table[slot] != 0) slot = slot + 1 & mask;
                table[slot] = i + 1;
            }
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint f
                && whole.equals(f.whole)
                && chars == f.chars
                && Arrays.equals(marks, f.marks);
    }

    @Override
    public int hashCode() {
        return whole.hashCode();
    }

    @Override
    public String toString() {
        return whole + " (" + chars + " characters, " + marks.length + " marks)";
    }
}
