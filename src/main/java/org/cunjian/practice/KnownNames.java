package org.cunjian.practice;

import java.util.function.Consumer;
import org.cunjian.text.Span;

/** Names known all over the country ({@code known.tsv}), wherever they stand unquoted. */
final class KnownNames implements CandidateGenerator {
    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        PhraseTrie<PracticeKind> known = Lexicon.shared().known;
        for (int i = 0; i < article.length(); i++) {
            int length = known.longest(article.chars, i, article.length());
            if (length == 0 || article.isInQuote(i)) continue;
            Span span = Span.at(i, length);
            if (Lexicon.shared().policies.contains(span.of(article.text))) continue;
            int tailEnd = QuotedNames.tailEnd(article, span.end());
            found.accept(new Candidate(
                    "known",
                    new Span(i, tailEnd),
                    span,
                    new Span(span.end(), tailEnd),
                    Lexicon.shared().headEnding(article.chars, i, tailEnd)));
            i += length - 1;
        }
    }
}
