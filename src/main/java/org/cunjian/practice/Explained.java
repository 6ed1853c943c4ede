package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;

/** Formulas of digits and letters, and names that count several classes, whose pieces the text explains behind the name. */
final class Explained {
    private static final int FARTHEST = 260;

    private Explained() {}

    static List<Span> operands(ArticleText article, Candidate mention, String name) {
        List<String> operands = operands(name);
        if (operands.size() < 2) return oneByOne(article, mention, Counted.pieces(name));
        List<Span> found = oneByOne(article, mention, operands);
        return found.isEmpty() ? byQuotation(article, mention, operands) : found;
    }

    /** 2+6工作法 → 2, 6; 1+N → 1, N; empty where an operand is a word, or none is a number. */
    private static List<String> operands(String name) {
        int plus = name.indexOf('+');
        if (plus < 1 || plus > 2) return List.of();
        int end = 0;
        while (end < name.length() && (name.charAt(end) == '+' || isSymbol(name.charAt(end)))) end++;
        boolean hasDigit = false;
        List<String> operands = new ArrayList<>();
        for (String operand : name.substring(0, end).split("\\+")) {
            if (operand.isEmpty() || operand.length() > 2) return List.of();
            hasDigit |= Character.isDigit(operand.charAt(0));
            operands.add(operand);
        }
        return hasDigit ? operands : List.of();
    }

    private static boolean isSymbol(char c) {
        return Character.isDigit(c) || "NXnx".indexOf(c) >= 0;
    }

    /** “1”即以村党支部为核心，“2”即老年协会、妇女之家，“N”指各类志愿者; “一约”即村规民约，“两会”即…. */
    private static List<Span> oneByOne(ArticleText article, Candidate mention, List<String> operands) {
        if (operands.isEmpty()) return List.of();
        List<Span> found = new ArrayList<>();
        int at = mention.surface().end();
        int limit = Math.min(article.length(), at + FARTHEST);
        for (String operand : operands) {
            int quote = find(article, operand, at, limit);
            if (quote < 0) return List.of();
            int start = quote + operand.length() + 2;
            while (start < limit && isGlue(article, start)) start++;
            List<Span> parts = parts(article, start, operand);
            if (parts.isEmpty()) return List.of();
            found.addAll(parts);
            at = start;
        }
        return found;
    }

    private static int find(ArticleText article, String operand, int from, int to) {
        for (int i = from; i < to; i++)
            if (QuoteFinder.isOpening(article.at(i))
                    && article.text.regionMatches(true, i + 1, operand, 0, operand.length())
                    && QuoteFinder.isClosing(article.at(i + 1 + operand.length()))) return i;
        return -1;
    }

    private static boolean isGlue(ArticleText article, int at) {
        return "即是指为以由代表：:，,".indexOf(article.at(at)) >= 0;
    }

    private static List<Span> parts(ArticleText article, int start, String operand) {
        if (!operand.equals("1") && !operand.startsWith("一")) {
            ItemList list = ItemList.startingAt(article, start);
            if (list != null) return list.items();
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
    private static List<Span> byQuotation(ArticleText article, Candidate mention, List<String> operands) {
        int from = mention.surface().end();
        int to = article.sentenceAt(Math.max(0, from - 1)).end();
        List<Span> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Quote quote = article.quoteAt(i);
            if (quote == null || quote.open() != i) continue;
            if (quote.inner().length() >= 3) found.add(quote.inner());
            i = quote.close();
        }
        boolean each = found.size() == operands.size();
        for (int i = 0; each && i < found.size(); i++)
            each = found.get(i).of(article.text).contains(operands.get(i));
        return each ? found : List.of();
    }
}
