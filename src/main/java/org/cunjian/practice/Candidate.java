package org.cunjian.practice;

import org.cunjian.practice.Lexicon.Head;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A string that one rule noticed. Offsets count from the title ({@link ArticleText}).
 *
 * @param rule code of the generator
 * @param surface everything that belongs to the mention: quotation marks and the head noun behind them
 * @param inner the name alone
 * @param tail what completes the name behind a quotation (“……”联动机制); empty where nothing does
 * @param head the head noun of tail or, without one, of inner
 */
record Candidate(
        String rule,
        Span surface,
        Span inner,
        Span tail,
        @Nullable Head head) {

    /** True for “听、问、办”三步工作法: the name stands behind the quotation that lists its parts. */
    boolean isListed() {
        return isQuoted() && inner.end() == surface.end() && inner.start() > surface.start();
    }

    boolean isQuoted() {
        return rule.startsWith("quote");
    }
}
