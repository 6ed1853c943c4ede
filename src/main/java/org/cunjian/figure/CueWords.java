package org.cunjian.figure;

/** A few dozen words to look for in one pass over a text: only where one of them may begin are they compared. */
final class CueWords {
    private final String[] words;
    /** A bit for each character that begins a word. */
    private final long[] beginnings = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    CueWords(String... words) {
        this.words = words;
        for (String word : words) beginnings[word.charAt(0) >> 6] |= 1L << word.charAt(0);
    }

    /** Where the last of the words begins that lie between {@code from} and {@code to}; -1 where none does. */
    int last(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            char c = text.charAt(i);
            if ((beginnings[c >> 6] & (1L << c)) == 0) continue;
            for (String word : words) if (i + word.length() <= to && text.startsWith(word, i)) return i;
        }
        return -1;
    }
}
