package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;

/** Digit formulas whose digits the text explains behind the name. */
final class Explained {
    private static final int FARTHEST = 260;

    private Explained() {}

    static List<Span> digits(ArticleText article, Candidate mention, String name) {
        List<Integer> digits = digits(name);
        if (digits.size() < 2) return List.of();
        List<Span> found = byDigit(article, mention, digits);
        return found.isEmpty() ? byQuotation(article, mention, digits) : found;
    }

    /** 2+6工作法 → 2, 6; empty where an operand is no number. */
    private static List<Integer> digits(String name) {
        List<Integer> digits = new ArrayList<>();
        if (!Character.isDigit(name.charAt(0))) return digits;
        int end = 0;
        while (end < name.length() && (name.charAt(end) == '+' || Character.isDigit(name.charAt(end)))) end++;
        for (String operand : name.substring(0, end).split("\\+")) {
            if (operand.isEmpty() || operand.length() > 2) return List.of();
            digits.add(Integer.valueOf(operand));
        }
        return name.indexOf('+') > 0 ? digits : List.of();
    }

    /** “1”即以村党支部为核心，“2”即老年协会、妇女之家. */
    private static List<Span> byDigit(ArticleText article, Candidate mention, List<Integer> digits) {
        List<Span> found = new ArrayList<>();
        int at = mention.surface().end();
        int limit = Math.min(article.length(), at + FARTHEST);
        for (int digit : digits) {
            int quote = find(article, digit, at, limit);
            if (quote < 0) return List.of();
            int start = quote + String.valueOf(digit).length() + 2;
            while (start < limit && isGlue(article, start)) start++;
            List<Span> parts = parts(article, start, digit);
            if (parts.isEmpty()) return List.of();
            found.addAll(parts);
            at = start;
        }
        return found;
    }

    private static int find(ArticleText article, int digit, int from, int to) {
        for (int i = from; i < to; i++)
            if (QuoteFinder.isOpening(article.at(i))
                    && article.startsWith(String.valueOf(digit), i + 1)
                    && QuoteFinder.isClosing(
                            article.at(i + 1 + String.valueOf(digit).length()))) return i;
        return -1;
    }

    private static boolean isGlue(ArticleText article, int at) {
        return "即是指为以由代表：:，,".indexOf(article.at(at)) >= 0;
    }

    private static List<Span> parts(ArticleText article, int start, int digit) {
        if (digit > 1) {
            ItemList list = ItemList.startingAt(article, start);
            if (list != null && list.items().size() == digit) return list.items();
        }
        Quote quote = article.quoteAt(start);
        if (quote != null && quote.open() == start) return List.of(quote.inner());
        int end = start;
        while (end < article.length()
                && ArticleText.isNameChar(article.at(end))
                && article.at(end) != '为'
                && end - start < 30) end++;
        return end - start >= 2 ? List.of(new Span(start, end)) : List.of();
    }

    /** 即“1个核心”，“2支队伍”: as many quotations in the rest of the sentence as the formula has operands. */
    private static List<Span> byQuotation(ArticleText article, Candidate mention, List<Integer> digits) {
        int from = mention.surface().end();
        int to = article.sentenceAt(Math.max(0, from - 1)).end();
        List<Span> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Quote quote = article.quoteAt(i);
            if (quote == null || quote.open() != i) continue;
            if (quote.inner().length() >= 3) found.add(quote.inner());
            i = quote.close();
        }
        boolean each = found.size() == digits.size();
        for (int i = 0; each && i < found.size(); i++)
            each = found.get(i).of(article.text).contains(String.valueOf(digits.get(i)));
        return each ? found : List.of();
    }
}
