package org.cunjian.figure;

import java.util.List;
import org.cunjian.text.CharacterSet;

/** A few dozen words to look for in one pass over a text: only where one of them may begin are they compared. */
final class CueWords {
    private final String[] words;
    private final CharacterSet beginnings;

    CueWords(String... words) {
        this.words = words;
        this.beginnings = CharacterSet.ofFirst(List.of(words));
    }

    /** Where the last of the words begins that lie between {@code from} and {@code to}; -1 where none does. */
    int last(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (!beginnings.has(text.charAt(i))) continue;
            for (String word : words) if (i + word.length() <= to && text.startsWith(word, i)) return i;
        }
        return -1;
    }
}
