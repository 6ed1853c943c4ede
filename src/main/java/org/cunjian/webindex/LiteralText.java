package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.text.SearchFold;

/**
 * Text as quoted phrases are compared: folded, a stretch of white space as one space and none at the ends, separators as they
 * stand. Separators fold by rule only (full-width ASCII), because the browser's tables hold nothing of them.
 */
public final class LiteralText {
    private final String text;

    private LiteralText(String text) {
        this.text = text;
    }

    public static LiteralText of(String text) {
        StringBuilder literal = new StringBuilder(text.length());
        boolean isSpace = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
            if (c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x3000) {
                if (!isSpace) literal.append(' ');
                isSpace = true;
                continue;
            }
            String folded = SearchFold.fold(c);
            if (folded.isEmpty()) continue;
            isSpace = false;
            if (folded.codePoints().anyMatch(TokenRule::isTokenCharacter)) literal.append(folded);
            else literal.appendCodePoint(c);
        }
        if (isSpace && !literal.isEmpty()) literal.setLength(literal.length() - 1);
        return new LiteralText(literal.toString());
    }

    /** Code points. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    public boolean contains(LiteralText phrase) {
        return text.contains(phrase.text);
    }

    /**
     * Tokens of every text that holds this one: its bigrams, and a character that stands alone inside. Those at the ends may be
     * parts of longer runs, and words of longer words.
     */
    public List<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        TokenRule rule = new TokenRule();
        rule.reset(text.toCharArray(), text.length());
        while (rule.next()) {
            String token = text.substring(rule.start(), rule.end());
            int length = token.codePointCount(0, token.length());
            if (length == 2 || (length == 1 && standsAlone(rule.start(), rule.end()))) tokens.add(token);
        }
        return new ArrayList<>(tokens);
    }

    /** A full stop beside a digit may belong to a number. */
    private boolean standsAlone(int start, int end) {
        return start > 0 && end < text.length() && text.charAt(start - 1) != '.' && text.charAt(end) != '.';
    }

    /** Whether a text that has the only token has this, too. */
    public boolean isToken() {
        List<String> tokens = tokens();
        return tokens.size() == 1 && tokens.get(0).equals(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiteralText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
