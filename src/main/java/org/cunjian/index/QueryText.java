package org.cunjian.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cunjian.webindex.LiteralText;

/**
 * A query cut at its quotation marks: “……”, "……" and 「……」 ask for what they hold, literally. A mark without its partner, and
 * marks around fewer than two characters, mean nothing. The rule stands in {@code FORMAT.md}; the browser does the same.
 */
final class QueryText {
    private static final String OPENING = "\"“”＂";

    private QueryText() {}

    /** A piece as typed; a phrase without its marks. */
    record Piece(String text, Optional<LiteralText> phrase) {}

    static List<Piece> of(String query) {
        List<Piece> pieces = new ArrayList<>();
        int plain = 0;
        for (int at = 0; at < query.length(); at++) {
            int end = closing(query, at);
            if (end < 0) continue;
            LiteralText phrase = LiteralText.of(query.substring(at + 1, end));
            if (phrase.length() >= 2) {
                pieces.add(new Piece(query.substring(plain, at), Optional.empty()));
                pieces.add(new Piece(query.substring(at + 1, end), Optional.of(phrase)));
                plain = end + 1;
            }
            at = end;
        }
        pieces.add(new Piece(query.substring(plain), Optional.empty()));
        return pieces;
    }

    /** Where what opens here ends; -1 where nothing opens, or does not end. */
    private static int closing(String query, int at) {
        char mark = query.charAt(at);
        if (mark == '「') return query.indexOf('」', at + 1);
        if (OPENING.indexOf(mark) < 0) return -1;
        for (int end = at + 1; end < query.length(); end++) if (OPENING.indexOf(query.charAt(end)) >= 0) return end;
        return -1;
    }
}
