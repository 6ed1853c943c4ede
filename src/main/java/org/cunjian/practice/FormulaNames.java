package org.cunjian.practice;

import java.util.function.Consumer;
import org.cunjian.text.Span;

/**
 * Unquoted formulas joined by plus signs: 采取田长+护林员模式 → 田长+护林员; 2+6工作法 → 2+6. Quoted ones come from {@link
 * QuotedNames}.
 */
final class FormulaNames implements CandidateGenerator {
    private static final int LONGEST_OPERAND = 8;

    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        int done = 0;
        char[] text = article.chars;
        for (int i = 1; i + 1 < text.length; i++) {
            if (!isPlus(text[i]) || i < done || article.isInQuote(i)) continue;
            int start = NameBoundary.left(article, i, LONGEST_OPERAND);
            int end = i;
            while (isPlus(article.at(end))) {
                int next = NameBoundary.right(article, end + 1, LONGEST_OPERAND);
                if (next == end + 1) break;
                end = next;
            }
            done = end;
            if (start == i || end <= i + 1 || explains(article, start)) continue;
            int tailEnd = QuotedNames.tailEnd(article, end);
            Span inner = new Span(start, end);
            found.accept(new Candidate(
                    "formula",
                    new Span(start, tailEnd),
                    inner,
                    new Span(end, tailEnd),
                    Lexicon.shared().headEnding(article.chars, end, tailEnd)));
        }
    }

    /** “B+T”建设（即标准+特色）: words that explain a formula are no other one. */
    private static boolean explains(ArticleText article, int start) {
        return article.at(start - 1) == '即' || article.startsWith("也就是", start - 3);
    }

    static boolean isPlus(char c) {
        return c == '+' || c == '＋';
    }
}
