package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A list that the article prints: 打谷场、水渠、村道. Items are parted by 、, by the edge of two adjoining quotations, or, before
 * the last one, by 和 or 以及. Spans are of the items alone, without quotation marks around them.
 *
 * @param end where the list ends, what closes it (a quotation mark, 等) not included
 */
record ItemList(List<Span> items, int start, int end) {
    private static final int LONGEST_ITEM = 26;
    private static final int MOST_ITEMS = 16;

    /** The list whose last item ends at {@code end}; null where that is no list of at least two. */
    static @Nullable ItemList endingAt(ArticleText article, int end) {
        List<Span> items = new ArrayList<>();
        int itemEnd = end;
        int at = end;
        while (items.size() < MOST_ITEMS) {
            int separator = separatorBefore(article, at, itemEnd);
            if (separator < 0) break;
            items.add(0, bare(article, separator, itemEnd));
            itemEnd = beforeSeparator(article, separator);
            at = itemEnd;
        }
        if (items.isEmpty()) return null;
        int first = firstItemStart(article, itemEnd, items);
        if (first >= itemEnd) return null;
        items.add(0, bare(article, first, itemEnd));
        return items.stream().anyMatch(Span::isEmpty) ? null : new ItemList(items, first, end);
    }

    /** Where the item that ends at {@code itemEnd} begins, if a separator stands before it; -1 otherwise. */
    private static int separatorBefore(ArticleText article, int at, int itemEnd) {
        QuoteFinder.Quote quote = article.quoteAt(itemEnd - 1);
        if (quote != null && quote.close() == itemEnd - 1) {
            char before = article.at(quote.open() - 1);
            return before == '、' || QuoteFinder.isClosing(before) ? quote.open() : -1;
        }
        for (int i = at - 1; i >= 0 && itemEnd - i <= LONGEST_ITEM; i--) {
            char c = article.at(i);
            if (c == '、') return i + 1;
            if (!isItemChar(c)) return -1;
        }
        return -1;
    }

    private static int beforeSeparator(ArticleText article, int itemStart) {
        return article.at(itemStart - 1) == '、' ? itemStart - 1 : itemStart;
    }

    private static int firstItemStart(ArticleText article, int end, List<Span> others) {
        QuoteFinder.Quote quote = article.quoteAt(end - 1);
        if (quote != null && quote.close() == end - 1) return quote.open();
        QuoteFinder.Quote around = article.quoteAt(end - 1);
        if (around != null && end - around.open() <= LONGEST_ITEM) return around.open() + 1;
        int longest = others.stream().mapToInt(Span::length).max().orElse(4);
        int start = NameBoundary.left(article, end, longest + 6);
        if (end - start > longest + 3) {
            // No word says where the first item begins: its fellows' length does.
            int typical = others.get(0).length();
            return end - start > 2 * longest ? end - typical : start;
        }
        return start;
    }

    /** The list whose first item begins at {@code start}; null where that is no list of at least two. */
    static @Nullable ItemList startingAt(ArticleText article, int start) {
        List<Span> items = new ArrayList<>();
        int at = start;
        int longest = 0;
        while (items.size() < MOST_ITEMS) {
            int end = itemEnd(article, at);
            char stop = article.at(end);
            boolean more = stop == '、' || (QuoteFinder.isClosing(article.at(end - 1)) && QuoteFinder.isOpening(stop));
            if (!more) end = lastItemEnd(article, at, end, longest, items.size() + 1);
            if (end <= at) break;
            Span item = bare(article, at, end);
            if (item.isEmpty()) break;
            items.add(item);
            longest = Math.max(longest, item.length());
            at = end;
            if (!more) break;
            if (stop == '、') at++;
        }
        if (items.size() < 2) return null;
        items.set(0, withoutOpening(article, items.get(0), items.get(1)));
        return new ItemList(items, start, items.get(items.size() - 1).end());
    }

    /** 指|自治、法治, 评选|最美家庭、最美婆媳: a word that leads to the list is no part of its first item, which is as long as the second. */
    private static Span withoutOpening(ArticleText article, Span first, Span second) {
        int word = article.wordEnd(first.start());
        Cue cue = article.cue(first.start());
        boolean verb = first.end() - word == second.length() && (cue == Cue.SOFT || cue.governsNames());
        if (verb && article.cue(second.start()) != cue) return new Span(word, first.end());
        boolean opens =
                first.length() == second.length() + 1 && "指即是把将从对由按以让为如".indexOf(article.at(first.start())) >= 0;
        return opens ? new Span(first.start() + 1, first.end()) : first;
    }

    private static int itemEnd(ArticleText article, int from) {
        QuoteFinder.Quote quote = article.quoteAt(from);
        if (quote != null && quote.open() == from && article.at(quote.close() + 1) != '的') {
            char next = article.at(quote.close() + 1);
            if (next == '、' || QuoteFinder.isOpening(next)) return quote.close() + 1;
        }
        int end = from;
        int depth = 0;
        while (end < article.length() && end - from <= LONGEST_ITEM) {
            char c = article.at(end);
            if (QuoteFinder.isOpening(c) || c == '（' || c == '(') depth++;
            else if (QuoteFinder.isClosing(c) || c == '）' || c == ')') {
                if (depth == 0) break;
                depth--;
            } else if (depth == 0 && !isItemChar(c)) break;
            end++;
        }
        return end;
    }

    /** The last item of a list ends before 等, and before words that go on with the sentence when it grows too long. */
    private static int lastItemEnd(ArticleText article, int from, int limit, int longest, int count) {
        for (int i = from + 1; i < limit; i++) {
            if (i > from + 1 && article.at(i) == '等' && article.at(i + 1) != '级' && article.at(i - 1) != '平') return i;
            if (count > 1 && isSum(article, i, count)) return i;
        }
        if (longest == 0 || limit - from <= longest + 2) return limit;
        for (int i = article.wordEnd(from); i < limit; i = article.wordEnd(i))
            if (i - from >= 2
                    && article.cue(i).breaksName()
                    && article.cue(i) != Cue.FUNC
                    && !(article.cue(i).governsNames() && article.wordEnd(i) == limit)
                    && !article.startsWith("以及", i)) return i;
        return limit;
    }

    /** 甲、乙、丙|三项: the list says itself how long it is. */
    static boolean isSum(ArticleText article, int at, int count) {
        int digit = "零一二三四五六七八九十".indexOf(article.at(at));
        boolean two = count == 2 && article.at(at) == '两';
        return (two || digit == count || article.at(at) - '0' == count)
                && "项类种个大级步支方位名".indexOf(article.at(at + 1)) >= 0;
    }

    private static boolean isItemChar(char c) {
        return ArticleText.isNameChar(c)
                || c == '·'
                || c == '—'
                || c == '+'
                || c == '-'
                || c == '“'
                || c == '”'
                || c == '‘'
                || c == '’';
    }

    /** Without the quotation marks around it. */
    static Span bare(ArticleText article, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (QuoteFinder.isMark(article.at(start)) || Character.isWhitespace(article.at(start)))) {
            if (QuoteFinder.isOpening(article.at(start)) && inside(article, start, end)) break;
            start++;
        }
        while (end > start
                && (QuoteFinder.isMark(article.at(end - 1)) || Character.isWhitespace(article.at(end - 1)))) {
            if (QuoteFinder.isClosing(article.at(end - 1)) && inside(article, start, end)) break;
            end--;
        }
        return new Span(start, end);
    }

    /** True where a mark at the edge belongs to a quotation that ends or begins within the item: “三公”经费. */
    private static boolean inside(ArticleText article, int start, int end) {
        QuoteFinder.Quote left = article.quoteAt(start);
        QuoteFinder.Quote right = article.quoteAt(end - 1);
        boolean opensHere = left != null && left.open() == start && left.close() < end - 1;
        boolean closesHere = right != null && right.close() == end - 1 && right.open() > start;
        return opensHere || closesHere;
    }
}
