package org.cunjian.webindex;

import org.cunjian.text.SearchFold;

/** A whole name as one token: folded, separators left out: “五化”创“五星” is 五化创五星. */
public final class NameToken {
    /** A longer name is no name; no query is compared with it. UTF-16 units. */
    public static final int MOST_CHARS = 60;

    private NameToken() {}

    /** Empty where the name has no Han or word character, or too many. */
    public static String of(String name) {
        return ofFolded(SearchFold.fold(name));
    }

    public static String ofFolded(String folded) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            if (TokenRule.isTokenCharacter(codePoint)) token.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return token.length() > MOST_CHARS ? "" : token.toString();
    }
}
