package org.cunjian.ingest;

import org.cunjian.io.ChangeHash;

/**
 * Title and text without spaces and marks: two saved copies of one article differ in those. Two of {@code n} articles share one by chance
 * about once in 2^128 / n². One made to collide would only be taken for the article that it copies.
 */
record ArticleKey(long high, long low) {

    /** Linear in the text. */
    static ArticleKey of(String title, String body) {
        StringBuilder words = new StringBuilder(body.length());
        for (int i = 0, c; i < body.length(); i += Character.charCount(c)) {
            c = body.codePointAt(i);
            if (Han.isWord(c)) words.appendCodePoint(c);
        }
        ChangeHash hash = new ChangeHash().add(TitleText.bare(title)).add(words.toString());
        return new ArticleKey(hash.high(), hash.low());
    }
}
