package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts that stand right beside a name. */
final class Beside {
    private static final PhraseTrie<Boolean> LEADS = PhraseTrie.of(
            "即", "即：", "包括", "包含", "涵盖", "分别是", "分别为", "具体为", "具体是", "也就是", "就是", "指", "是指", "指的是", "主要包括", "具体包括",
            "主要有");

    private static final int LONGEST_CLAUSE = 24;
    private static final int LONGEST_DESCRIPTION = 8;
    private static final PhraseTrie<Boolean> COMPOSED = PhraseTrie.of("组成", "构成", "组建");

    /** What may stand between a list and the name it explains; true where the list is what the named thing consists of. */
    private static final PhraseTrie<Boolean> LINKS = PhraseTrie.backwards(Map.ofEntries(
            Map.entry("的", false),
            Map.entry("相结合的", false),
            Map.entry("结合的", false),
            Map.entry("相融合的", false),
            Map.entry("融合的", false),
            Map.entry("一体的", false),
            Map.entry("并重的", false),
            Map.entry("联动的", false),
            Map.entry("等", false),
            Map.entry("组成的", true),
            Map.entry("共同组成的", true),
            Map.entry("组成", true),
            Map.entry("组建的", true),
            Map.entry("组建", true),
            Map.entry("构成的", true),
            Map.entry("为成员的", true),
            Map.entry("为骨干的", true),
            Map.entry("为主体的", true),
            Map.entry("为队员的", true),
            Map.entry("为组员的", true),
            Map.entry("参与的", true),
            Map.entry("参加的", true)));

    private static final PhraseTrie<Boolean> GATHERS = PhraseTrie.backwards(Map.of(
            "由", true, "以", true, "把", true, "将", true, "吸纳", true, "邀请", true, "选派", true, "组织", true, "动员", true));

    private Beside() {}

    static List<Span> right(ArticleText article, Candidate mention, @Nullable Integer declared) {
        int at = described(article, mention);
        char next = article.at(at);
        boolean bracket = next == '（' || next == '(';
        boolean colon = next == '：' || next == ':';
        boolean dash = next == '—' && article.at(at + 1) == '—';
        if (bracket || colon) at++;
        if (dash) at += 2;
        if (next == '，' || next == ',') at++;
        List<Span> members = members(article, at, declared);
        if (!members.isEmpty()) return members;
        int led = skipLead(article, at);
        boolean lead = led > at;
        if (!(bracket || colon || dash || lead)) return List.of();
        List<Span> formula = operandsAt(article, led);
        if (formula.size() >= 2 && (bracket || lead)) return formula;
        ItemList list = ItemList.startingAt(article, led);
        List<Span> items = list == null ? List.of() : fit(article, list.items(), declared);
        if (declared == null || declared < 2) return items.size() >= 3 && !colon ? items : List.of();
        if (items.size() == declared) return items;
        List<Span> clauses = clauses(article, led, declared);
        if (!clauses.isEmpty()) return clauses;
        return lead && items.size() < declared ? items : List.of();
    }

    /** “1+3+N”|网格员队伍，即…: what a quoted name is said to be, where an explanation follows; else the end of the name. */
    private static int described(ArticleText article, Candidate mention) {
        int end = mention.surface().end();
        if (!mention.isQuoted() || !mention.tail().isEmpty()) return end;
        int at = end;
        while (at - end < LONGEST_DESCRIPTION
                && ArticleText.isNameChar(article.at(at))
                && !article.cue(at).governsNames()) at++;
        boolean explained =
                article.startsWith("，即", at) || article.startsWith("（即", at) || article.startsWith("，包括", at);
        return explained ? at : end;
    }

    /** 由村支书担任片长、党员担任组长 → 片长, 组长. */
    static List<Span> roles(ArticleText article, List<Span> items) {
        List<Span> roles = new ArrayList<>();
        for (Span item : items) {
            int at = item.of(article.text).lastIndexOf("任");
            if (at < 1 || at + 1 >= item.length()) return items;
            roles.add(new Span(item.start() + at + 1, item.end()));
        }
        return roles;
    }

    /** “和事堂”由村干部、老党员、乡贤组成. */
    private static List<Span> members(ArticleText article, int at, @Nullable Integer declared) {
        if (article.at(at) != '由') return List.of();
        ItemList list = ItemList.startingAt(article, at + 1);
        if (list == null || (declared != null && list.items().size() != declared)) return List.of();
        int end = list.end();
        for (String word : List.of("等", "共同")) if (article.startsWith(word, end)) end += word.length();
        int composed = COMPOSED.longest(article.chars, end, article.length());
        // 由老党员、乡贤组成“评卡小组”: then they are the parts of what follows.
        return composed > 0 && ArticleText.partsClauses(article.at(end + composed)) ? list.items() : List.of();
    }

    /** 即提议、商议，决议公开，结果公开。: as many phrases up to the end of the sentence or bracket as the name declares. */
    private static List<Span> clauses(ArticleText article, int from, int declared) {
        List<Span> items = new ArrayList<>();
        int start = from;
        for (int i = from; i - start <= LONGEST_CLAUSE; i++) {
            char c = article.at(i);
            boolean ends = "。；;）)\n！？".indexOf(c) >= 0;
            if (!ends && c != '、' && c != '，' && c != ',') continue;
            Span item = ItemList.bare(article, start, i);
            if (item.length() < 2 || items.size() == declared) return List.of();
            items.add(item);
            start = i + 1;
            if (ends && c != '；' && c != ';') return items.size() == declared ? items : List.of();
        }
        return List.of();
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
        PhraseTrie.Node<Boolean> link = LINKS.findBack(article.chars, 0, end);
        if (link != null) end -= link.depth;
        boolean composed = link != null && Boolean.TRUE.equals(link.value);
        Quote quote = article.quoteAt(end - 1);
        if (link != null && quote != null && quote.close() == end - 1) {
            List<Span> formula = Inside.operands(article, quote.inner());
            if (formula.size() >= 2) return formula;
            List<Span> quoted = Inside.items(article, quote.inner());
            if (quoted.size() >= 3 && (declared == null || declared == quoted.size())) return quoted;
        }
        if (!composed && (declared == null || declared < 2)) return List.of();
        if (article.at(end - 1) == '等') end--;
        ItemList list = ItemList.endingAt(article, end);
        if (list == null) return List.of();
        List<Span> items = fit(article, list.items(), declared);
        if (declared == null || declared < 2) {
            if (isGathered(article, list.start())) return items;
            Span leader = leader(article, list.start());
            return leader.isEmpty() ? List.of() : joined(leader, items);
        }
        if (items.size() > declared && items.size() <= declared + 2)
            items = items.subList(items.size() - declared, items.size());
        // 甲村、乙村等村创成“三星村”: who did it, not of what it consists.
        for (Span item : items) if (item.of(article.text).indexOf('等') > 0) return List.of();
        return items.size() == declared ? items : List.of();
    }

    /** 以第一书记为队长，|选调生、村医为成员的: the leader before the list, or an empty span. */
    private static Span leader(ArticleText article, int listStart) {
        int end = listStart;
        if (ArticleText.partsClauses(article.at(end - 1)) || article.at(end - 1) == '、') end--;
        int clause = article.clauseStart(end);
        int role = article.text.lastIndexOf('为', end - 1);
        if (role <= clause || !article.startsWith("长", end - 1)) return new Span(end, end);
        int from = article.text.lastIndexOf('以', role);
        return from >= clause && role - from > 2 ? new Span(from + 1, role) : new Span(end, end);
    }

    private static List<Span> joined(Span first, List<Span> others) {
        List<Span> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    /** 由|党员、乡贤、村医组成的: only a word that gathers people tells that the list begins with it. */
    private static boolean isGathered(ArticleText article, int start) {
        return GATHERS.findBack(article.chars, 0, start) != null;
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
