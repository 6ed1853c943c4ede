package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.Span;

/**
 * Parts that the text counts out behind a name that declares how many they are: “五步议事法”：一是收集议题，二是公布议题 …; 第一，…第二，…;
 * ① … ② …. As many as declared, from the sentence of the name or the next one on, or none.
 */
final class Enumerated {
    /** The first item begins at most this far behind the name. */
    private static final int NEAREST = 60;
    /** An item with all that is said about it. */
    private static final int LONGEST_STEP = 600;

    private static final int LONGEST_ITEM = 30;
    private static final int MOST = 10;
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";

    private Enumerated() {}

    static List<Span> read(ArticleText article, Candidate mention, int declared) {
        if (declared < 2 || declared > MOST) return List.of();
        int end = mention.surface().end();
        for (int at = end; at <= end + NEAREST && at < article.length(); at++) {
            int marker = markerEnd(article, at, 1);
            if (marker > 0 && opensClause(article, at)) return items(article, marker, declared);
        }
        return List.of();
    }

    private static List<Span> items(ArticleText article, int first, int declared) {
        List<Span> items = new ArrayList<>();
        int at = first;
        for (int number = 1; number <= declared; number++) {
            Span item = item(article, at);
            if (item.length() < 2) return List.of();
            items.add(item);
            at = next(article, item.end(), number + 1);
            if (at < 0) return number == declared ? items : List.of();
        }
        return List.of(); // one more than declared
    }

    private static Span item(ArticleText article, int from) {
        int start = from;
        while (start < from + 2 && !ArticleText.isNameChar(article.at(start)) && !QuoteFinder.isMark(article.at(start)))
            start++;
        int end = start;
        while (end < article.length() && end - start < LONGEST_ITEM && !ArticleText.partsClauses(article.at(end)))
            end++;
        return ItemList.bare(article, start, end);
    }

    private static int next(ArticleText article, int from, int number) {
        for (int at = from; at <= from + LONGEST_STEP && at < article.length(); at++) {
            int marker = markerEnd(article, at, number);
            if (marker > 0 && opensClause(article, at)) return marker;
        }
        return -1;
    }

    /** Where the marker with that number ends that begins at {@code at}; 0 where none does. */
    private static int markerEnd(ArticleText article, int at, int number) {
        if (number > MOST) return 0;
        char c = article.at(at);
        if (c == CIRCLED.charAt(number - 1)) return at + 1;
        if (c == NUMERALS.charAt(number - 1) && article.at(at + 1) == '是') return at + 2;
        boolean ordinal = c == '第' && article.at(at + 1) == NUMERALS.charAt(number - 1);
        char stop = ordinal ? article.at(at + 2) : 0;
        if (stop == '，' || stop == '、' || stop == '：') return at + 3;
        return ordinal && stop == '步' && "，是：".indexOf(article.at(at + 3)) >= 0 ? at + 4 : 0;
    }

    private static boolean opensClause(ArticleText article, int at) {
        char before = article.at(at - 1);
        return ArticleText.partsClauses(before) || before == '—' || before == '（' || Character.isWhitespace(before);
    }
}
