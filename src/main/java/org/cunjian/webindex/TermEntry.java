package org.cunjian.webindex;

import java.util.Comparator;
import java.util.List;

/**
 * A line of the dictionary: a term with its postings; or without data a character and those that most often follow it, or an
 * everyday word and what articles write for it.
 */
record TermEntry(String text, String data) {
    static final Comparator<TermEntry> ORDER = Comparator.comparing(TermEntry::text);

    /** So many terms stand for a query of one character. */
    static final int MOST_CONTINUATIONS = 8;

    private static final IndexField[] FIELDS = IndexField.values();

    /** Marks an entry that lists how a character goes on. Never a token. */
    private static final char CONTINUATIONS = '=';

    /** Marks an everyday word and its official terms. Never a token. */
    private static final char SYNONYM = '^';

    /** About what it adds to a block, in bytes. */
    int weight() {
        return text.length() * 2 + data.length();
    }

    /** Whether it has no postings. */
    boolean isBare() {
        return text.charAt(0) == CONTINUATIONS || text.charAt(0) == SYNONYM;
    }

    /** By what it is found: a name lies beside its first bigram, what goes on from a character beside that character alone. */
    DictionaryShape.Place place() {
        int start = isBare() ? 1 : 0;
        String first = characterAt(start);
        String second = text.charAt(0) == CONTINUATIONS ? "" : characterAt(start + first.length());
        if (isBare()) return DictionaryShape.Place.of(first, second, "");
        String third = characterAt(first.length() + second.length());
        String fourth = characterAt(first.length() + second.length() + third.length());
        return DictionaryShape.Place.of(first, second, third + fourth);
    }

    private String characterAt(int at) {
        return at == text.length() ? "" : Character.toString(text.codePointAt(at));
    }

    static String continuationsOf(int character) {
        return CONTINUATIONS + Character.toString(character);
    }

    /** @param tokens terms of two characters that begin with {@code character}, most frequent first */
    static TermEntry continuations(int character, List<String> tokens) {
        StringBuilder text = new StringBuilder(continuationsOf(character));
        int first = Character.charCount(character);
        for (String token : tokens) text.append(token, first, token.length());
        return new TermEntry(text.toString(), "");
    }

    static TermEntry synonym(String everyday, List<String> terms) {
        return new TermEntry(SYNONYM + everyday + "\t" + String.join("\t", terms), "");
    }

    /** Whether a term counts as a way in which its first character goes on. */
    static boolean isBigram(String term) {
        return term.length() >= 2 && term.length() <= 4 && term.codePointCount(0, term.length()) == 2;
    }

    /** In how many documents a term stands, by the field where it does so most. */
    static int frequency(int[] countByField) {
        int most = 0;
        for (int f = 0; f < FIELDS.length; f++) if (FIELDS[f].isText()) most = Math.max(most, countByField[f]);
        return most;
    }
}
