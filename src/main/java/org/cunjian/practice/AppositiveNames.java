package org.cunjian.practice;

import java.util.function.Consumer;
import org.cunjian.practice.Lexicon.Head;
import org.cunjian.text.Span;

/** Unquoted names that a dash introduces behind a head noun: 开发便民服务平台——村事通，… → 村事通. */
final class AppositiveNames implements CandidateGenerator {
    private static final int LONGEST = 8;

    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        char[] text = article.chars;
        for (int i = 2; i + 3 < text.length; i++) {
            if (text[i] != '—' || text[i + 1] != '—' || article.isInQuote(i)) continue;
            Head head = Lexicon.shared().headEnding(text, Math.max(0, i - 8), i);
            int end = NameBoundary.right(article, i + 2, LONGEST);
            if (head == null || !head.isFormal(true) || end - i - 2 < 2) continue;
            Span span = new Span(i + 2, end);
            found.accept(new Candidate(
                    "appositive",
                    span,
                    span,
                    new Span(end, end),
                    Lexicon.shared().headEnding(text, span.start(), end)));
        }
    }
}
