package org.cunjian.practice;

import java.util.Set;
import java.util.function.Consumer;
import org.cunjian.practice.Lexicon.Grade;
import org.cunjian.practice.Lexicon.Head;
import org.cunjian.text.Span;

/**
 * Unquoted names with a formal head noun: 健全外来客商联系制度 → 外来客商联系制度; 成立红白事劝导队 → 红白事劝导队. The left edge is where
 * {@link NameBoundary} finds it.
 */
final class HeadNounNames implements CandidateGenerator {
    private static final int LONGEST = 20;

    private static final String DATE_UNITS = "年月日";

    private static final String POINTS = "积分";

    /** What is done with points is no name of a system of points. */
    private static final Set<String> SPENDING = Set.of(
            "公开", "评议", "公示", "兑现", "获得", "获取", "赢得", "奖励", "扣除", "扣减", "累计", "累积", "查询", "使用", "积攒", "赚取", "记录", "核算",
            "成", "攒", "赚", "扣", "加", "挣", "得");

    /** After one of these a head noun is part of another word: 制度化, 工程师, 行动力, 中心村. */
    private static final String GOES_ON = "化改师款力性者员长村书量般型式级区司法学生内外上下里中处部局院校户数";

    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        Lexicon lexicon = Lexicon.shared();
        for (int end = 2; end <= article.length(); end++) {
            Head head = lexicon.headEnding(article.chars, Math.max(0, end - 8), end);
            if (head == null
                    || head.grade() == Grade.TAIL
                    || head.grade() == Grade.INNER
                    || head.word().length() < 2) continue;
            int headStart = end - head.word().length();
            if (GOES_ON.indexOf(article.at(end)) >= 0 && !article.cue(end).breaksName()) continue;
            Head longer = lexicon.headEnding(article.chars, headStart, Math.min(article.length(), end + 1));
            if (longer != null && longer.grade() != Grade.INNER) continue;
            if (isShortQuote(article, end - 1)) continue;
            int start = afterDate(
                    article,
                    NameBoundary.left(article, headStart, LONGEST - head.word().length()),
                    headStart);
            if (QuoteFinder.isClosing(article.at(start - 1)) && start > 0) continue;
            if (POINTS.equals(head.word()) && SPENDING.contains(article.sub(start, headStart))) continue;
            if (end - start < 3 || (start == headStart && head.word().length() < 4)) continue;
            Span span = new Span(start, end);
            found.accept(new Candidate("head", span, span, new Span(end, end), head));
        }
    }

    /** 2022年青石村党群服务中心: when it was so is no part of its name. */
    private static int afterDate(ArticleText article, int from, int to) {
        int at = from;
        for (int parts = 0; parts < DATE_UNITS.length(); parts++) {
            int digits = at;
            while (digits < to && Character.isDigit(article.at(digits))) digits++;
            if (digits == at || digits >= to || DATE_UNITS.indexOf(article.at(digits)) < 0) break;
            at = digits + 1;
        }
        return at;
    }

    private static boolean isShortQuote(ArticleText article, int at) {
        QuoteFinder.Quote quote = article.quoteAt(at);
        return quote != null && quote.close() - quote.open() < 24;
    }
}
