package org.cunjian.text;

/**
 * A set of UTF-16 units, asked for at every place of every text: one shift and one look into a table of 8 KB, where {@code
 * "…".indexOf(c)} would scan.
 */
public final class CharacterSet {
    private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    private CharacterSet() {}

    /** The units of {@code members}. */
    public static CharacterSet of(CharSequence members) {
        CharacterSet set = new CharacterSet();
        for (int i = 0; i < members.length(); i++) set.bits[members.charAt(i) >> 6] |= 1L << members.charAt(i);
        return set;
    }

    /** The first units of {@code words}: where no word can begin none needs to be compared. */
    public static CharacterSet ofFirst(Iterable<? extends CharSequence> words) {
        StringBuilder first = new StringBuilder();
        for (CharSequence word : words) if (!word.isEmpty()) first.append(word.charAt(0));
        return of(first);
    }

    public boolean has(char c) {
        return (bits[c >> 6] & (1L << c)) != 0;
    }
}
