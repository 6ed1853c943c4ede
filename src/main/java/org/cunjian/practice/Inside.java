package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.Span;

/** Parts that the name itself spells out. */
final class Inside {
    /** Single verbs that names are strung from: 选育管用. */
    private static final String VERBS = "选育管用练评帮带引访听问议办督查改晒比治联推学讲促做解宣教";

    private Inside() {}

    static List<Span> operands(ArticleText article, Candidate mention) {
        return operands(article, mention.inner());
    }

    /** 老党员+大学生 → both; nothing where an operand is a number or is left open (党员+). */
    static List<Span> operands(ArticleText article, Span inner) {
        List<Span> operands = new ArrayList<>();
        int start = inner.start();
        for (int i = inner.start(); i <= inner.end(); i++) {
            if (i < inner.end() && !FormulaNames.isPlus(article.at(i))) continue;
            Span operand = ItemList.bare(article, start, i);
            if (operand.isEmpty() || (Character.isDigit(article.at(operand.start())) && operand.length() <= 2))
                return List.of();
            if ("XxNn".indexOf(article.at(operand.start())) >= 0 && operand.length() == 1) return List.of();
            operands.add(operand);
            start = i + 1;
        }
        return operands.size() >= 2 ? operands : List.of();
    }

    /** “听、问、办”三步工作法 → 听, 问, 办. */
    static List<Span> listed(ArticleText article, Candidate mention) {
        return mention.isListed()
                ? items(
                        article,
                        new Span(mention.surface().start() + 1, mention.inner().start() - 1))
                : List.of();
    }

    /** 一窗收件、全程跟踪模式; 村部—小组—院落—农户组织体系; 选育管用机制. */
    static List<Span> list(ArticleText article, Candidate mention) {
        List<Span> items = items(article, mention.inner());
        boolean arrangement = mention.head() != null
                && mention.head().kind() == PracticeKind.MECHANISM
                && mention.head().isFormal(mention.isQuoted());
        if (items.size() >= 3 || (items.size() == 2 && arrangement)) return items;
        if (!arrangement) return List.of();
        List<Span> phrases = inStep(article, mention.inner());
        return phrases.isEmpty() ? verbs(article, mention.inner()) : phrases;
    }

    static List<Span> items(ArticleText article, Span inner) {
        List<Span> items = new ArrayList<>();
        int start = inner.start();
        for (int i = inner.start(); i <= inner.end(); i++) {
            char c = i < inner.end() ? article.at(i) : '、';
            boolean dash = c == '—' || c == '－' || c == '→';
            if (c != '、' && !dash) continue;
            Span item = ItemList.bare(article, start, i);
            if (!item.isEmpty()) items.add(item);
            start = i + 1;
        }
        long single = items.stream().filter(item -> item.length() == 1).count();
        boolean verbs = single == items.size() && single >= 3;
        return items.size() >= 2 && (single == 0 || verbs) ? items : List.of();
    }

    /** 支部引领 党员带头 群众参与: two or more phrases of one length, parted by spaces or commas. */
    private static List<Span> inStep(ArticleText article, Span inner) {
        List<Span> items = new ArrayList<>();
        int start = inner.start();
        for (int i = inner.start(); i <= inner.end(); i++) {
            char c = i < inner.end() ? article.at(i) : '，';
            if (c != '，' && c != ',' && c != ' ' && c != '\u3000') {
                if (!ArticleText.isNameChar(c)) return List.of();
                continue;
            }
            if (i > start) items.add(new Span(start, i));
            start = i + 1;
        }
        int length = items.get(0).length();
        boolean even = length >= 3 && items.stream().allMatch(item -> item.length() == length);
        return even && items.size() >= 2 ? items : List.of();
    }

    private static List<Span> verbs(ArticleText article, Span inner) {
        List<Span> verbs = new ArrayList<>();
        if (inner.length() < 3 || inner.length() > 4) return verbs;
        for (int i = inner.start(); i < inner.end(); i++) {
            if (VERBS.indexOf(article.at(i)) < 0) return List.of();
            verbs.add(Span.at(i, 1));
        }
        return verbs;
    }
}
