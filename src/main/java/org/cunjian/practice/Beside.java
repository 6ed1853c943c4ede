package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts that stand right beside a name. */
final class Beside {
    private static final PhraseTrie<Boolean> LEADS = PhraseTrie.of(
            "即", "即：", "包括", "包含", "涵盖", "分别是", "分别为", "具体为", "具体是", "也就是", "就是", "指", "是指", "指的是", "主要包括", "具体包括",
            "主要有");

    private Beside() {}

    static List<Span> right(ArticleText article, Candidate mention, @Nullable Integer declared) {
        int at = mention.surface().end();
        char next = article.at(at);
        boolean bracket = next == '（' || next == '(';
        boolean colon = next == '：' || next == ':';
        boolean dash = next == '—' && article.at(at + 1) == '—';
        if (bracket || colon) at++;
        if (dash) at += 2;
        if (next == '，' || next == ',') at++;
        int led = skipLead(article, at);
        boolean lead = led > at;
        if (!(bracket || colon || dash || lead)) return List.of();
        List<Span> formula = operandsAt(article, led);
        if (formula.size() >= 2 && (bracket || lead)) return formula;
        ItemList list = ItemList.startingAt(article, led);
        if (list == null) return List.of();
        List<Span> items = fit(article, list.items(), declared);
        if (declared != null && declared > 1)
            return items.size() == declared || (lead && items.size() < declared) ? items : List.of();
        return items.size() >= 3 && !colon ? items : List.of();
    }

    private static int skipLead(ArticleText article, int at) {
        int end = at + LEADS.longest(article.chars, at, article.length());
        if (end == at + 1 && article.at(end) == '将') return at;
        if (end > at && (article.at(end) == '：' || article.at(end) == ':')) end++;
        return end;
    }

    /** 即村干部+乡贤+志愿者. */
    private static List<Span> operandsAt(ArticleText article, int from) {
        List<Span> operands = new ArrayList<>();
        int start = from;
        int at = from;
        for (; at < article.length() && at - from < 60; at++) {
            char c = article.at(at);
            if (FormulaNames.isPlus(c)) {
                operands.add(ItemList.bare(article, start, at));
                start = at + 1;
            } else if (!ArticleText.isNameChar(c) && !QuoteFinder.isMark(c)) break;
        }
        if (operands.isEmpty()) return operands;
        operands.add(ItemList.bare(article, start, at));
        return operands.stream().anyMatch(s -> s.length() < 1) ? List.of() : operands;
    }

    static List<Span> left(ArticleText article, Candidate mention, @Nullable Integer declared) {
        int end = mention.surface().start();
        boolean of = article.at(end - 1) == '的';
        if (of) end--;
        Quote quote = article.quoteAt(end - 1);
        if (of && quote != null && quote.close() == end - 1) {
            List<Span> formula = Inside.operands(article, quote.inner());
            if (formula.size() >= 2) return formula;
            List<Span> quoted = Inside.items(article, quote.inner());
            if (quoted.size() >= 3 && (declared == null || declared == quoted.size())) return quoted;
        }
        if (declared == null || declared < 2) return List.of();
        ItemList list = ItemList.endingAt(article, end);
        if (list == null) return List.of();
        List<Span> items = fit(article, list.items(), declared);
        if (items.size() > declared && items.size() <= declared + 2)
            items = items.subList(items.size() - declared, items.size());
        return items.size() == declared ? items : List.of();
    }

    /** 甲、乙和丙 is three where three are declared. */
    private static List<Span> fit(ArticleText article, List<Span> items, @Nullable Integer declared) {
        if (declared == null || items.size() != declared - 1) return items;
        Span last = items.get(items.size() - 1);
        for (int i = last.start() + 1; i + 1 < last.end(); i++) {
            boolean two = article.startsWith("以及", i);
            if (!two && article.at(i) != '和' && article.at(i) != '与' && article.at(i) != '及') continue;
            List<Span> fitted = new ArrayList<>(items.subList(0, items.size() - 1));
            fitted.add(new Span(last.start(), i));
            fitted.add(new Span(i + (two ? 2 : 1), last.end()));
            return fitted;
        }
        return items;
    }
}
