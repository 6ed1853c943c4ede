package org.cunjian.practice;

import org.cunjian.practice.Lexicon.Cue;

/** Where an unquoted name begins: after the last word that no name can stretch over (a verb that makes, a preposition, 的). */
final class NameBoundary {
    private NameBoundary() {}

    /** The leftmost offset, at least {@code end - longest}, from which a name can run unbroken up to {@code end}. */
    static int left(ArticleText article, int end, int longest) {
        int start = end;
        while (start > 0 && end - start < longest) {
            int previous = start - 1;
            if (!ArticleText.isNameChar(article.at(previous))) break;
            int wordStart = article.wordStart(previous);
            if (breaks(article, previous, wordStart)) break;
            if (end - wordStart > longest) break;
            start = wordStart;
        }
        return start;
    }

    private static boolean breaks(ArticleText article, int at, int wordStart) {
        Cue cue = article.cue(at);
        if (cue != Cue.SOFT) return cue.breaksName();
        Cue before = article.cue(wordStart - 1);
        boolean noun = ArticleText.isNameChar(article.at(wordStart - 1)) && (before == Cue.NONE || before == Cue.SOLID);
        return !noun || article.wordStart(wordStart - 1) == 0;
    }

    /** The end of the unbroken run of name characters at {@code start}, at most {@code longest} further on. */
    static int right(ArticleText article, int start, int longest) {
        int end = start;
        while (end < article.length() && end - start < longest) {
            if (!ArticleText.isNameChar(article.at(end)) || article.cue(end).breaksName()) break;
            end = article.wordEnd(end);
        }
        return Math.min(end, start + longest);
    }

    /** The cue word nearest to the left of {@code at} in its clause, adverbs and measure words skipped; NONE where there is none. */
    static Cue nearestCue(ArticleText article, int at) {
        int clause = article.clauseStart(at);
        for (int i = at - 1; i >= clause; i = article.wordStart(i) - 1) {
            Cue cue = article.cue(i);
            if (cue.governsNames()) return cue;
        }
        return Cue.NONE;
    }
}
