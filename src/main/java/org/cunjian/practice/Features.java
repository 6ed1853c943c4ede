package org.cunjian.practice;

import static org.cunjian.practice.Signs.number;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cunjian.practice.Lexicon.After;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.practice.Lexicon.Grade;
import org.cunjian.text.CharacterSet;
import org.cunjian.text.Span;

/**
 * What a careful reader would notice about a name, as yes/no signs with speaking codes. {@code model.tsv} holds the weight of
 * each, {@code signs.tsv} what it means.
 */
final class Features {
    private static final Pattern SEPARATOR = Pattern.compile("[、，,；; ]");
    private static final CharacterSet SEPARATORS = CharacterSet.of("、，,；; ");
    private static final List<String> RULES = List.of(
            "quote", "quote-book", "quote-nested", "quote-pair", "formula", "numbered", "head", "known", "appositive");

    /** How a name is printed, which decides what the words around it say. */
    private static final class Print {
        static final Print QUOTED = new Print("quoted-");
        static final Print BOOK = new Print("book-");
        static final Print PLAIN = new Print("plain-");

        private final Map<Cue, Integer> after;
        private final Map<Cue, Integer> clause;
        private final int measured;
        private final int afterDe;

        private Print(String prefix) {
            after = byCue(prefix + "after:");
            clause = byCue(prefix + "clause:");
            measured = number(prefix + "measured");
            afterDe = number(prefix + "after-de");
        }

        private static Map<Cue, Integer> byCue(String prefix) {
            Map<Cue, Integer> signs = new EnumMap<>(Cue.class);
            for (Cue cue : Cue.values())
                if (cue.governsNames())
                    signs.put(cue, number(prefix + cue.name().toLowerCase(Locale.ROOT)));
            return signs;
        }
    }

    private static final int[] RULE = Signs.numbers("rule:", RULES);
    private static final Map<PracticeKind, Integer> HEAD = byKind("head:");
    private static final Map<PracticeKind, Integer> TAIL = byKind("tail:");
    private static final int HEAD_FORMAL = number("head-formal");
    private static final int TAIL_FORMAL = number("tail-formal");
    private static final int TAIL_PHRASE = number("tail-phrase");
    private static final int TITLE_ALONE = number("title-alone");
    private static final int SMALL_BIG = number("small-big");
    private static final int QUOTED_AND_PLAIN = number("quoted-and-plain");
    private static final int NOTICE = number("page:notice");
    private static final int TWICE = number("twice");
    private static final int OFTEN = number("often");
    private static final int POLICY = number("policy");
    private static final int KNOWN = number("known");
    private static final int SET_PHRASE = number("set-phrase");
    private static final int IN_TITLE = number("in-title");
    private static final int IN_HEADING = number("in-heading");
    private static final int HEADING_AND_TEXT = number("heading-and-text");
    private static final int IN_LEAD = number("in-lead");
    private static final int IN_LIST = number("in-list");
    private static final int LIST_KIN = number("list-kin");
    private static final int FROM_TO = number("from-to");
    private static final int AFTER_COLON = number("after-colon");
    private static final int OPENS_LINE = number("opens-line");
    private static final int BEFORE_RHETORIC = number("before:rhetoric");
    private static final int BEFORE_CARRIER = number("before:carrier");
    private static final int BEFORE_GRIP = number("before:grip");
    private static final int BEFORE_BIRTH = number("before:birth");
    private static final int BOOK_HEADLESS = number("book-headless");
    private static final int ONE_THING = number("one-thing");
    private static final int NUMBERED_BARE = number("numbered-bare");
    private static final int ONE_BY_ONE = number("one-by-one");
    private static final int OPENS_WITH_FIGURE = number("opens-with-figure");
    private static final int ENDS_CLAUSE = number("ends-clause");
    private static final int BEFORE_BRACKET = number("before-bracket");
    private static final int BEFORE_DE = number("before-de");
    private static final int DIGIT_FORMULA = number("digit-formula");
    private static final int PLUS_FORMULA = number("plus-formula");
    private static final int NUMERAL_FIRST = number("numeral-first");
    private static final int HAS_COMMA = number("has-comma");
    private static final int HAS_LIST = number("has-list");
    private static final int HAS_DE = number("has-de");
    private static final int TALKS = number("talks");
    private static final int OPENS_WITH_VERB = number("opens-with-verb");
    private static final int OPENS_WITH_FUNCTION_WORD = number("opens-with-function-word");
    private static final int ORDINAL = number("ordinal");
    private static final int HONOUR = number("honour");
    private static final int QUOTED_GENERIC_ALL = number("quoted-generic:all");
    private static final int QUOTED_GENERIC_MOST = number("quoted-generic:most");
    private static final int PLAIN_GENERIC_ALL = number("plain-generic:all");
    private static final int PLAIN_GENERIC_MOST = number("plain-generic:most");
    private static final int PLAIN_GENERIC_SHORT = number("plain-generic:short");
    private static final int IN_STEP = number("in-step");
    private static final int IN_STEP_3 = number("in-step:3");
    private static final int MANY_PARTS = number("many-parts");
    static final int HAS_PARTS = number("has-parts");
    static final int PARTS_AS_DECLARED = number("parts-as-declared");
    static final int IS_PART = number("is-part");
    static final int IS_PART_OF_NUMBER = number("is-part-of-number");
    static final int INSIDE_LONGER = number("inside-longer");

    private static final int LONGEST_CARRIER = 12;

    /** Names as long as this, and longer than the one before, share a sign. */
    private static final int[] LENGTHS = {1, 2, 3, 4, 6, 9, 14, Integer.MAX_VALUE};

    private static final int[] LENGTH =
            Signs.numbers("length:", List.of("1", "2", "3", "4", "5-6", "7-9", "10-14", "15+"));

    private Features() {}

    /** No head noun is of the two kinds left out. */
    private static Map<PracticeKind, Integer> byKind(String prefix) {
        Map<PracticeKind, Integer> signs = new EnumMap<>(PracticeKind.class);
        for (PracticeKind kind : PracticeKind.values())
            if (kind != PracticeKind.FORMULA && kind != PracticeKind.N_SYSTEM)
                signs.put(kind, number(prefix + kind.code()));
        return signs;
    }

    static Signs of(ArticleText article, NameGroup group) {
        Signs signs = new Signs();
        List<Candidate> mentions = group.mentions();
        boolean inTitleAlone = true;
        boolean plain = false;
        boolean inHeading = false;
        boolean inText = false;
        for (Candidate mention : mentions) {
            ofMention(article, mention, signs);
            boolean inBody = article.isInBody(mention.surface());
            boolean heading = inBody && article.isInHeading(mention.surface().start());
            inTitleAlone &= !inBody;
            inHeading |= heading;
            inText |= inBody && !heading;
            plain |= !mention.isQuoted();
        }
        String name = group.name();
        Candidate quoted = group.firstQuoted();
        ofShape(name, quoted != null, signs);
        signs.on(TITLE_ALONE, inTitleAlone);
        signs.on(inText ? HEADING_AND_TEXT : IN_HEADING, inHeading);
        signs.on(SMALL_BIG, quoted != null && isHeadless(quoted) && isSmallBig(name));
        signs.on(QUOTED_AND_PLAIN, quoted != null && plain);
        signs.on(NOTICE, article.isNotice());
        signs.on(TWICE, mentions.size() >= 2);
        signs.on(OFTEN, mentions.size() >= 4);
        for (String form : group.forms()) ofForm(form, signs);
        return signs;
    }

    private static void ofForm(String form, Signs signs) {
        Lexicon lexicon = Lexicon.shared();
        if (lexicon.isKnown(form)) signs.on(lexicon.policies.contains(form) ? POLICY : KNOWN);
        signs.on(SET_PHRASE, lexicon.rhetoric.contains(NameForm.key(form)));
    }

    /** “大民生”, “小窗口”: a figure of speech. */
    private static boolean isSmallBig(String name) {
        return name.length() <= 3 && name.length() >= 2 && "小大新好老真硬微".indexOf(name.charAt(0)) >= 0;
    }

    private static boolean isHeadless(Candidate mention) {
        Lexicon.Head head = mention.head();
        return head == null || (mention.tail().isEmpty() && head.grade() == Grade.TAIL);
    }

    private static void ofMention(ArticleText article, Candidate mention, Signs signs) {
        Span surface = mention.surface();
        signs.on(RULE[RULES.indexOf(mention.rule())]);
        if (article.isInTitle(surface.start())) signs.on(IN_TITLE);
        else if (!article.isInHeading(surface.start()) && article.isInLead(surface.start())) signs.on(IN_LEAD);
        // A book's title is the name of a document; the weak word behind it (系列标准, 有关要求) says nothing about it.
        boolean isBook = mention.rule().equals("quote-book");
        Lexicon.Head head = mention.head();
        boolean headless = head == null || head.grade() == Grade.TAIL;
        signs.on(BOOK_HEADLESS, isBook && headless);
        if (head != null && !(isBook && headless)) {
            boolean inside = mention.tail().isEmpty();
            signs.on((inside ? HEAD : TAIL).get(head.kind()));
            signs.on(inside ? HEAD_FORMAL : TAIL_FORMAL, head.isFormal(mention.isQuoted()));
            signs.on(
                    TAIL_PHRASE,
                    !inside && mention.tail().length() > head.word().length());
        }
        signs.on(NUMBERED_BARE, head == null && mention.rule().equals("numbered"));
        before(article, surface.start(), print(mention), signs);
        after(article, surface.end(), signs);
    }

    private static Print print(Candidate mention) {
        if (mention.rule().equals("quote-book")) return Print.BOOK;
        return mention.isQuoted() || mention.rule().equals("formula") ? Print.QUOTED : Print.PLAIN;
    }

    private static void before(ArticleText article, int start, Print print, Signs signs) {
        int listStart = listStart(article, start);
        signs.on(IN_LIST, listStart < start);
        signs.on(LIST_KIN, print == Print.QUOTED && hasKin(article, listStart, start));
        Cue adjacent = article.cue(listStart - 1);
        signs.on(print.after.get(adjacent));
        if (!adjacent.governsNames()) signs.on(print.clause.get(NameBoundary.nearestCue(article, listStart)));
        signs.on(print.measured, adjacent == Cue.MEASURE);
        switch (article.at(listStart - 1)) {
            case '的' -> signs.on(print.afterDe);
            case '从', '变', '由', '到', '让' -> signs.on(FROM_TO);
            case '：', ':' -> signs.on(AFTER_COLON);
            case '\n' -> signs.on(OPENS_LINE);
            default -> {}
        }
    }

    /** The start of the list (“甲”“乙”、“丙”) that an item at {@code start} belongs to. */
    private static int listStart(ArticleText article, int start) {
        int at = start;
        for (int items = 0; items < 12; items++) {
            int end = at;
            while (end > 0 && (article.at(end - 1) == '、' || article.at(end - 1) == '和' || article.at(end - 1) == '与'))
                end--;
            QuoteFinder.Quote previous = article.quoteAt(end - 1);
            if (previous == null || previous.close() != end - 1) return at;
            at = previous.open();
        }
        return at;
    }

    /** True where another name of the list that {@code start} stands in is known or ends in a formal head noun: lists are of one kind. */
    private static boolean hasKin(ArticleText article, int listStart, int start) {
        int at = listStart;
        for (int items = 0; items < 12; items++) {
            while (article.at(at) == '、' || article.at(at) == '和' || article.at(at) == '与') at++;
            QuoteFinder.Quote item = article.quoteAt(at);
            if (item == null || item.open() != at) return false;
            if (at != start && isArrangement(item.inner(), article)) return true;
            at = item.close() + 1;
        }
        return false;
    }

    private static boolean isArrangement(Span name, ArticleText article) {
        Lexicon.Head head = Lexicon.shared().headEnding(article.chars, name.start(), name.end());
        return (head != null && head.isFormal(true)) || Lexicon.shared().isArrangement(name.of(article.text));
    }

    private static void after(ArticleText article, int end, Signs signs) {
        int at = end;
        for (int items = 0; items < 12; items++) {
            while (article.at(at) == '、' || article.at(at) == '和') at++;
            QuoteFinder.Quote next = article.quoteAt(at);
            if (next == null || next.open() != at) break;
            at = next.close() + 1;
        }
        After found = Lexicon.shared().after.value(article.chars, at, article.length());
        signs.on(BEFORE_RHETORIC, found == After.RHETORIC);
        signs.on(BEFORE_CARRIER, found == After.CARRIER);
        signs.on(BEFORE_BIRTH, found == After.BIRTH);
        signs.on(BEFORE_GRIP, found == After.GRIP || reachesGrip(article, at));
        switch (article.at(end)) {
            case '，', '。', '；', '\n' -> signs.on(ENDS_CLAUSE);
            case '（', '(', '：' -> signs.on(BEFORE_BRACKET);
            case '的' -> signs.on(isCarried(article, end + 1) ? BEFORE_CARRIER : BEFORE_DE);
            default -> {}
        }
    }

    /** “……”的晒谷场轮用模式, “……”的审调结合模式: what follows 的 closes with a formal head noun. */
    private static boolean isCarried(ArticleText article, int at) {
        for (int end = at + 1; end <= at + LONGEST_CARRIER && ArticleText.isNameChar(article.at(end - 1)); end++) {
            if (article.at(end - 1) == '的') return false;
            Lexicon.Head head = Lexicon.shared().headEnding(article.chars, at, end);
            if (head != null && head.isFormal(true) && head.kind() == PracticeKind.MECHANISM) return true;
        }
        return false;
    }

    private static boolean reachesGrip(ArticleText article, int at) {
        int clause = article.clauseEnd(at);
        for (int i = at; i < clause && i < at + 8; i++)
            if (article.at(i) == '为' && Lexicon.shared().after.value(article.chars, i, clause) == After.GRIP)
                return true;
        return false;
    }

    private static void ofShape(String name, boolean quoted, Signs signs) {
        int length = NameForm.key(name).length();
        int step = 0;
        while (length > LENGTHS[step]) step++;
        signs.on(LENGTH[step]);
        char opening = name.charAt(0);
        if (name.indexOf('+') >= 0) signs.on(Character.isDigit(opening) ? DIGIT_FORMULA : PLUS_FORMULA);
        else if (name.length() == 4 && opening == '一' && name.charAt(2) == '一') signs.on(ONE_BY_ONE);
        else if (name.length() > 2 && opening == '一' && "个张根支条项群把份本盏扇道块座股盘".indexOf(name.charAt(1)) >= 0)
            signs.on(ONE_THING);
        else signs.on(NUMERAL_FIRST, NameGroup.isNumeral(opening));
        for (int i = 0; i < name.length(); i++) ofCharacter(name.charAt(i), signs);
        segments(name, signs);
        char[] chars = name.toCharArray();
        Cue first = Lexicon.shared().cues.value(chars, 0, chars.length);
        signs.on(OPENS_WITH_VERB, first == Cue.BUILD || first == Cue.RUN);
        signs.on(OPENS_WITH_FIGURE, first == Cue.FRAME || first == Cue.KEEP);
        boolean counts = first == Cue.MEASURE && NameGroup.isNumeral(opening); // 六个一
        signs.on(OPENS_WITH_FUNCTION_WORD, first == Cue.ADV || first == Cue.FUNC || (first == Cue.MEASURE && !counts));
        signs.on(ORDINAL, opening == '第');
        signs.on(HONOUR, name.startsWith("全国") || name.startsWith("国家级") || name.startsWith("省级"));
        double share = Lexicon.shared().isArrangement(name) ? 0 : genericShare(chars);
        if (share >= 0.99) {
            signs.on(quoted ? QUOTED_GENERIC_ALL : PLAIN_GENERIC_ALL);
            signs.on(PLAIN_GENERIC_SHORT, !quoted && length <= 6);
        } else if (share >= 0.6) signs.on(quoted ? QUOTED_GENERIC_MOST : PLAIN_GENERIC_MOST);
    }

    private static void ofCharacter(char c, Signs signs) {
        switch (c) {
            case '，', ',', '；', '！', '？', '!', '?', ' ' -> signs.on(HAS_COMMA);
            case '、' -> signs.on(HAS_LIST);
            case '的' -> signs.on(HAS_DE);
            case '不',
                    '没',
                    '我',
                    '你',
                    '他',
                    '要',
                    '让',
                    '吗',
                    '呢',
                    '吧',
                    '是',
                    '就',
                    '还',
                    '也',
                    '很',
                    '都',
                    '别',
                    '莫',
                    '怎',
                    '啥',
                    '谁',
                    '什',
                    '何',
                    '咋' -> signs.on(TALKS);
            default -> {}
        }
    }

    /** 抓班子、带队伍、促发展: slogans go in step. */
    private static void segments(String name, Signs signs) {
        boolean parted = false;
        for (int i = 0; i < name.length() && !parted; i++) parted = SEPARATORS.has(name.charAt(i));
        if (!parted) return;
        String[] parts = SEPARATOR.split(name);
        if (parts.length < 2) return;
        boolean even = true;
        for (String part : parts) even &= part.length() == parts[0].length();
        if (even) signs.on(parts[0].length() == 3 ? IN_STEP_3 : IN_STEP);
        signs.on(MANY_PARTS, parts.length >= 4);
    }

    /** The share of the name's characters that common words of this kind of writing cover. */
    static double genericShare(char[] name) {
        PhraseTrie<Boolean> generic = Lexicon.shared().generic;
        int covered = 0;
        for (int i = 0; i < name.length; ) {
            int length = generic.longest(name, i, name.length);
            covered += length;
            i += Math.max(1, length);
        }
        return name.length == 0 ? 0 : (double) covered / name.length;
    }
}
