package org.cunjian.practice;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Parts of names that count classes of things: 三亮三比 → 亮身份、亮承诺、亮标准，比作风、比技能、比业绩; 两代表一委员 → 党代表、人大代表、政协委员.
 * For each class as many phrases in a row as its number says, each with the class word in it, shortly behind the name, or
 * nothing: the class word in every phrase is what proves that they are the parts.
 */
final class Counted {
    private static final int FARTHEST = 240;
    private static final int LONGEST_PHRASE = 24;
    private static final int LONGEST_CLASS = 3;
    private static final String NUMERALS = "零一二三四五六七八九十";

    /** They measure; every phrase or none has them. */
    private static final String MEASURES = "个大项条种件步级类位维度型方面点次张支份套体元核";

    /** How many of what. */
    private record Group(int count, String word) {}

    private Counted() {}

    /** How many parts a name that counts two classes or more has in all; null for other names, and for 五化创五星. */
    static @Nullable Integer total(String name) {
        List<Group> groups = groupsOf(name);
        int total = sum(groups);
        return groups.size() < 2 || total < 3 ? null : total;
    }

    private static int sum(List<Group> groups) {
        int sum = 0;
        for (Group group : groups) sum += group.count();
        return sum;
    }

    /** 一约两会 → 一约, 两会; empty for names that count one class or none. */
    static List<String> pieces(String name) {
        String key = NameForm.key(name);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (Group group : groupsOf(key)) {
            pieces.add(key.substring(start, start + 1 + group.word().length()));
            start += 1 + group.word().length();
        }
        return pieces.size() > 1 ? pieces : List.of();
    }

    /** Two phrases prove little; three in all do. */
    static List<Span> read(ArticleText article, Candidate mention, String name) {
        List<Group> groups = groupsOf(NameForm.key(name));
        int total = sum(groups);
        if (groups.isEmpty() || total < 3) return List.of();
        List<Span> phrases = phrases(article, mention.surface().end());
        for (int i = 0; i + total <= phrases.size(); i++) {
            List<Span> found = at(article, phrases, i, groups);
            if (!found.isEmpty()) return found;
        }
        return List.of();
    }

    /** With or without a head noun behind: 三线两化一平台, 四议两公开工作法. */
    private static List<Group> groupsOf(String key) {
        if (key.isEmpty() || !NameGroup.isNumeral(key.charAt(0))) return List.of();
        List<Group> groups = groups(NameForm.stem(key));
        return groups.isEmpty() ? groups(key) : groups;
    }

    /** 三亮三比 → 3 亮, 3 比; empty where the name is anything else. */
    private static List<Group> groups(String name) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < name.length(); ) {
            char numeral = name.charAt(i) == '两' || name.charAt(i) == '双' ? '二' : name.charAt(i);
            int count = NUMERALS.indexOf(numeral);
            int end = i + 1;
            while (end < name.length() && !NameGroup.isNumeral(name.charAt(end))) end++;
            String word = name.substring(i + 1, end);
            boolean counts = count > 0 && !word.isEmpty() && word.length() <= LONGEST_CLASS;
            boolean pairs =
                    end < name.length() && word.length() > 1 && QuotedNames.isPairVerb(word.charAt(word.length() - 1));
            if (!counts || pairs || MEASURES.indexOf(word.charAt(0)) >= 0) return List.of();
            groups.add(new Group(count, word));
            i = end;
        }
        boolean single = groups.size() == 1 && groups.get(0).count() < 3;
        return single ? List.of() : groups;
    }

    /** What stands between marks, from {@code from} to the end of the line or {@value #FARTHEST} further on. */
    private static List<Span> phrases(ArticleText article, int from) {
        List<Span> phrases = new ArrayList<>();
        int limit = Math.min(article.length(), from + FARTHEST);
        int start = from;
        for (int i = from; i <= limit; i++) {
            char c = i < limit ? article.at(i) : '\n';
            // 村“两委”会商议 is one phrase; “甲”“乙” are two.
            boolean inside = QuoteFinder.isMark(c) && i > start && ArticleText.isNameChar(article.at(i + 1));
            if (inside || ArticleText.isNameChar(c)) continue;
            if (i > start) phrases.add(new Span(start, i));
            start = i + 1;
            if (c == '\n') break;
        }
        return phrases;
    }

    private static List<Span> at(ArticleText article, List<Span> phrases, int first, List<Group> groups) {
        List<Span> found = new ArrayList<>();
        int next = first;
        for (Group group : groups) {
            List<Span> row = phrases.subList(next, Math.min(phrases.size(), next + group.count()));
            for (Span phrase : row) if (!tells(article, phrase, group.word())) return List.of();
            if (row.size() < group.count()) return List.of();
            next += group.count();
            found.addAll(Beside.roles(article, trimmed(article, row, group.word())));
        }
        return found;
    }

    private static boolean tells(ArticleText article, Span phrase, String word) {
        String text = phrase.of(article.text);
        return phrase.length() > word.length()
                && phrase.length() <= LONGEST_PHRASE
                && !NameGroup.isNumeral(text.charAt(0))
                && text.contains(word);
    }

    /** 邀请党代表 is 党代表, and 着力推进机械化耕作 is 机械化耕作: verbs before the first phrase are not its own. */
    private static List<Span> trimmed(ArticleText article, List<Span> row, String word) {
        boolean opens = row.size() > 1;
        boolean closes = true;
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).of(article.text);
            opens &= i == 0 || text.startsWith(word);
            closes &= i + 1 == row.size() || text.endsWith(word);
            closes &= row.size() > 1 || !text.startsWith(word);
        }
        List<Span> trimmed = new ArrayList<>();
        int usual = row.get(row.size() - 1).length();
        for (Span phrase : row) {
            int at = article.text.indexOf(word, phrase.start());
            int end = closes ? at + word.length() : phrase.end();
            int start = phrase.start();
            if (opens) start = at;
            else if (closes || phrase.length() > usual + 1)
                start = Math.min(at, Math.max(start, NameBoundary.left(article, end, LONGEST_PHRASE)));
            trimmed.add(new Span(start, end));
        }
        return trimmed;
    }
}
