package org.cunjian.index;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.TokenRule;

/**
 * The one analysis of the index: the folded text cut by {@link TokenRule}. Tokens are counted when the text is set, so that a
 * document can store its length. Neither offsets nor positions: the text of an article is its positions.
 */
final class RuleTokenStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TokenRule rule = new TokenRule();
    private char[] folded = new char[8192];
    private int[] bounds = new int[8192];
    private int count;
    private int at;

    /** @return the number of tokens in {@code text} */
    int set(String text) {
        String search = SearchFold.fold(text);
        if (search.length() > folded.length) folded = new char[search.length() + search.length() / 4];
        search.getChars(0, search.length(), folded, 0);
        rule.reset(folded, search.length());
        count = 0;
        while (rule.next()) {
            if (count * 2 == bounds.length) bounds = Arrays.copyOf(bounds, bounds.length * 2);
            bounds[count * 2] = rule.start();
            bounds[count * 2 + 1] = rule.end();
            count++;
        }
        return count;
    }

    @Override
    public boolean incrementToken() {
        if (at == count) return false;
        clearAttributes();
        int start = bounds[at * 2];
        term.copyBuffer(folded, start, bounds[at * 2 + 1] - start);
        at++;
        return true;
    }

    @Override
    public void reset() {
        at = 0;
    }
}
