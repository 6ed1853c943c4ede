package org.cunjian.practice;

import java.util.Set;
import java.util.function.Consumer;
import org.cunjian.practice.Lexicon.Grade;
import org.cunjian.practice.Lexicon.Head;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quoted strings, with the noun phrase behind them where it ends in a head noun.
 *
 * <ul>
 *   <li>推行“周三夜谈”议事机制 → 周三夜谈, tail 议事机制
 *   <li>《晒谷场管护公约》 → 晒谷场管护公约 (rule quote-book)
 *   <li>“听、问、办”三步工作法 → 三步工作法
 *   <li>以“三清”促“三美” → 三清促三美 (rule quote-pair) beside 三清 and 三美
 * </ul>
 */
final class QuotedNames implements CandidateGenerator {
    private static final int LONGEST_NAME = 42;
    private static final int LONGEST_TAIL = 16;
    private static final String PAIR_VERBS = "创促带引建连融推强惠富润护聚";
    private static final Set<String> PROCESSES = Set.of("流程", "程序", "标准", "要求", "原则", "方式", "方法", "思路");
    private static final String NUMERALS = "一二三四五六七八九十两双百千万0123456789";

    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        Quote before = null;
        for (Quote quote : article.quotes) {
            Candidate candidate = candidate(article, quote);
            if (candidate != null) found.accept(candidate);
            if (before != null && isPair(article, before, quote)) {
                Span whole = new Span(before.open(), quote.close() + 1);
                found.accept(new Candidate("quote-pair", whole, whole, new Span(whole.end(), whole.end()), null));
            }
            before = quote;
        }
    }

    private static @Nullable Candidate candidate(ArticleText article, Quote quote) {
        Span inner = quote.inner();
        if (inner.isEmpty() || inner.length() > LONGEST_NAME || isSpeech(article, inner)) return null;
        if (isNever(article, inner)) return null;
        int tailEnd = tailEnd(article, quote.close() + 1);
        Span tail = new Span(quote.close() + 1, tailEnd);
        // “一站式”矛盾调解中心 goes on; “三多”矛盾 does not.
        if (tail.isEmpty() && (inner.length() == 1 || isBrandOrTrouble(article, quote.close() + 1))) return null;
        Head head = Lexicon.shared()
                .headEnding(
                        article.chars,
                        tail.isEmpty() ? inner.start() : tail.start(),
                        tail.isEmpty() ? inner.end() : tailEnd);
        if (isNumber(article, inner) && !isNumberedName(inner, head)) return null;
        String rule = quote.isBook() ? "quote-book" : quote.depth() > 0 ? "quote-nested" : "quote";
        if (head != null && !tail.isEmpty() && isList(article, inner)) {
            // “定题、约人、表决”流程 tells how something is done that has its name elsewhere.
            if (PROCESSES.contains(head.word())) return null;
            if (tail.length() >= 3 && NameGroup.isNumeral(article.at(tail.start())))
                return new Candidate(rule, new Span(quote.open(), tailEnd), tail, new Span(tailEnd, tailEnd), head);
        }
        return new Candidate(rule, new Span(quote.open(), tailEnd), inner, tail, head);
    }

    private static boolean isList(ArticleText article, Span inner) {
        for (int i = inner.start(); i < inner.end(); i++) if (article.at(i) == '、') return true;
        return false;
    }

    /** “鹭洲人家”民宿, “杨家红”商标, “三多”难题. */
    private static boolean isBrandOrTrouble(ArticleText article, int at) {
        Lexicon.After after = Lexicon.shared().after.value(article.chars, at, article.length());
        return after == Lexicon.After.BRAND || after == Lexicon.After.TROUBLE;
    }

    private static boolean isNever(ArticleText article, Span inner) {
        return Lexicon.shared().neverNames.contains(NameForm.key(inner.of(article.text)));
    }

    /** “135”网格治理工作法: two digits or more are a name where a head noun says so. */
    private static boolean isNumberedName(Span inner, @Nullable Head head) {
        return inner.length() >= 2
                && inner.length() <= 5
                && head != null
                && head.kind() == PracticeKind.MECHANISM
                && head.isFormal(true);
    }

    /** “1”即…, “5·12”: digits name nothing. */
    private static boolean isNumber(ArticleText article, Span inner) {
        for (int i = inner.start(); i < inner.end(); i++)
            if (!Character.isDigit(article.at(i)) && "·.．-、 \u3000".indexOf(article.at(i)) < 0) return false;
        return true;
    }

    /** A quotation with a full stop inside is somebody talking. */
    private static boolean isSpeech(ArticleText article, Span inner) {
        for (int i = inner.start(); i < inner.end(); i++) {
            char c = article.at(i);
            if (c == '。' || c == '\n' || ((c == '？' || c == '！') && inner.length() > 12)) return true;
        }
        char last = article.at(inner.end() - 1);
        return last == '，' || last == '；';
    }

    /** The end of the noun phrase at {@code from} that a head noun closes; {@code from} itself where there is none. */
    static int tailEnd(ArticleText article, int from) {
        int end = from;
        int limit = Math.min(article.length(), from + LONGEST_TAIL);
        for (int i = from; i < limit; ) {
            if (!ArticleText.isNameChar(article.at(i))) break;
            int wordEnd = Math.min(limit, article.wordEnd(i));
            if (article.cue(i).breaksName() && !isHead(article, i, wordEnd)) break;
            for (int j = i + 1; j <= wordEnd; j++) if (closes(article, from, j)) end = j;
            i = wordEnd;
        }
        return end;
    }

    /** True where the whole stretch is a head noun. */
    private static boolean isHead(ArticleText article, int from, int to) {
        Head head = Lexicon.shared().headEnding(article.chars, from, to);
        return head != null && head.grade() != Grade.INNER && head.word().length() == to - from;
    }

    private static boolean closes(ArticleText article, int from, int to) {
        Head head = Lexicon.shared().headEnding(article.chars, from, to);
        return head != null && head.grade() != Grade.INNER;
    }

    /** 促 in 三化促三优. */
    static boolean isPairVerb(char c) {
        return PAIR_VERBS.indexOf(c) >= 0;
    }

    private static boolean isPair(ArticleText article, Quote left, Quote right) {
        return right.open() == left.close() + 2
                && isPairVerb(article.at(left.close() + 1))
                && NUMERALS.indexOf(article.at(left.open() + 1)) >= 0
                && NUMERALS.indexOf(article.at(right.open() + 1)) >= 0
                && left.inner().length() <= 5
                && right.inner().length() <= 5;
    }
}
