package org.cunjian.practice;

import java.util.List;
import java.util.function.Consumer;
import org.cunjian.text.CharacterSet;
import org.cunjian.text.Span;

/**
 * Unquoted names built on numerals: 一院一策, 两会三评 (numeral–class twice), or a numeral, a class and a word that says what is
 * done with it: 四乱整治, 三长联动.
 */
final class NumberedNames implements CandidateGenerator {
    private static final String NUMERALS = "一二三四五六七八九十两双百千";
    private static final CharacterSet FIRST = CharacterSet.of(NUMERALS);
    private static final List<String> DEEDS =
            List.of("联动", "治理", "整治", "行动", "共治", "融合", "创建", "联建", "机制", "制度", "模式", "工作法", "平台", "法", "制");

    /** After a numeral these count things or time; they name nothing. */
    private static final String MEASURES =
            "个年月日天次名人户位种项条件家村级届度万千百亿元亩岁时分些起直定般样边面切体致旦律共则下向来再二三四五六七八九十零点半里者公只头匹口双套座栋层间处所支批份张本部场期轮";

    @Override
    public void generate(ArticleText article, Consumer<Candidate> found) {
        char[] text = article.chars;
        for (int i = 0; i + 3 < text.length; i++) {
            if (!FIRST.has(text[i]) || article.isInQuote(i)) continue;
            // “听、问、办”三步工作法: what completes a quotation is no name of its own.
            if (i > 0 && QuoteFinder.isClosing(text[i - 1]) && article.isInQuote(i - 1)) continue;
            int end = twice(article, i);
            if (end == 0) end = withDeed(article, i);
            if (end == 0) continue;
            Span span = new Span(i, end);
            int tailEnd = QuotedNames.tailEnd(article, end);
            found.accept(new Candidate(
                    "numbered",
                    new Span(i, tailEnd),
                    span,
                    new Span(end, tailEnd),
                    Lexicon.shared().headEnding(article.chars, end, tailEnd)));
            i = end - 1;
        }
    }

    private static int twice(ArticleText article, int at) {
        boolean ok = NUMERALS.indexOf(article.at(at + 2)) >= 0
                && isClass(article.at(at + 1))
                && isClass(article.at(at + 3))
                && !(article.at(at + 1) == '心' && article.at(at + 3) == '意')
                && article.at(at + 1) != article.at(at + 3);
        if (ok && NUMERALS.indexOf(article.at(at - 1)) >= 0) return 0;
        return ok ? at + 4 : 0;
    }

    private static int withDeed(ArticleText article, int at) {
        // 这一机制, 一做法: one of a thing is that thing.
        if (article.at(at) == '一' || article.wordStart(at) < at) return 0;
        if (!isClass(article.at(at + 1)) || NUMERALS.indexOf(article.at(at + 1)) >= 0) return 0;
        if (article.at(at - 1) == '第' || NUMERALS.indexOf(article.at(at - 1)) >= 0) return 0;
        for (String deed : DEEDS) if (article.startsWith(deed, at + 2)) return at + 2 + deed.length();
        return 0;
    }

    private static boolean isClass(char c) {
        return NameForm.isHan(c) && MEASURES.indexOf(c) < 0;
    }
}
