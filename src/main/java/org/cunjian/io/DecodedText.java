package org.cunjian.io;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Bytes read as text.
 *
 * @param text without byte order mark; line ends as they were
 * @param hasBom whether a byte order mark told the charset
 * @param flaws offsets (UTF-16) of U+FFFD put in for bytes that make no character, at most {@value #MOST_FLAWS}
 */
public record DecodedText(String text, Charset charset, boolean hasBom, List<Integer> flaws) {
    static final int MOST_FLAWS = 100;

    public DecodedText {
        flaws = List.copyOf(flaws);
    }
}
