package org.cunjian.practice;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cunjian.practice.Lexicon.After;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.practice.Lexicon.Grade;
import org.cunjian.text.Span;

/**
 * What a careful reader would notice about a name, as yes/no signs with speaking codes. {@code model.tsv} holds the weight of
 * each, with an example.
 */
final class Features {
    private static final Pattern SEPARATOR = Pattern.compile("[、，,；; ]");

    private Features() {}

    /** “大民生”, “小窗口”: a figure of speech. */
    private static boolean isSmallBig(String name) {
        return name.length() <= 4 && name.length() >= 2 && "小大新好老真硬微".indexOf(name.charAt(0)) >= 0;
    }

    static SortedMap<String, Double> of(ArticleText article, NameGroup group) {
        SortedMap<String, Double> signs = new TreeMap<>();
        List<Candidate> mentions = group.mentions();
        for (Candidate mention : mentions) ofMention(article, mention, signs);
        String name = group.name();
        ofShape(name, group.firstQuoted() == null ? "plain-" : "quoted-", signs);
        if (mentions.stream().noneMatch(m -> article.isInBody(m.surface()))) on(signs, "title-alone");
        Candidate quoted = group.firstQuoted();
        if (quoted != null && quoted.tail().isEmpty() && isSmallBig(name)) on(signs, "small-big");
        if (quoted != null && mentions.stream().anyMatch(m -> !m.isQuoted())) on(signs, "quoted-and-plain");
        if (article.isNotice()) on(signs, "page:notice");
        if (mentions.size() >= 2) on(signs, "twice");
        if (mentions.size() >= 4) on(signs, "often");
        for (String form : group.forms()) {
            int known = Lexicon.shared().known.longest(form, 0, form.length());
            if (known == form.length()) on(signs, Lexicon.shared().policies.contains(form) ? "policy" : "known");
            if (Lexicon.shared().rhetoric.contains(NameForm.key(form))) on(signs, "set-phrase");
        }
        return signs;
    }

    static void on(SortedMap<String, Double> signs, String sign) {
        signs.put(sign, 1.0);
    }

    private static void ofMention(ArticleText article, Candidate mention, SortedMap<String, Double> signs) {
        Span surface = mention.surface();
        on(signs, "rule:" + mention.rule());
        if (article.isInTitle(surface.start())) on(signs, "in-title");
        else if (article.isInHeading(surface.start())) on(signs, "in-heading");
        else if (article.isInLead(surface.start())) on(signs, "in-lead");
        if (mention.head() != null) {
            String where = mention.tail().isEmpty() ? "head" : "tail";
            on(signs, where + ":" + mention.head().kind().code());
            if (mention.head().grade() == Grade.FORMAL) on(signs, where + "-formal");
            if (!mention.tail().isEmpty()
                    && mention.tail().length() > mention.head().word().length()) on(signs, "tail-phrase");
        }
        before(article, surface.start(), how(mention), signs);
        after(article, surface.end(), signs);
    }

    private static String how(Candidate mention) {
        if (mention.rule().equals("quote-book")) return "book-";
        return mention.isQuoted() || mention.rule().equals("formula") ? "quoted-" : "plain-";
    }

    private static void before(ArticleText article, int start, String how, SortedMap<String, Double> signs) {
        int listStart = listStart(article, start);
        if (listStart < start) on(signs, "in-list");
        Cue adjacent = article.cue(listStart - 1);
        Cue nearest = NameBoundary.nearestCue(article, listStart);
        if (adjacent == Cue.ADV || adjacent == Cue.MEASURE || adjacent == Cue.FUNC) adjacent = Cue.NONE;
        if (adjacent != Cue.NONE && adjacent != Cue.SOLID && adjacent != Cue.SOFT)
            on(signs, how + "after:" + code(adjacent));
        else if (nearest != Cue.NONE) on(signs, how + "clause:" + code(nearest));
        if (article.cue(listStart - 1) == Cue.MEASURE) on(signs, how + "measured");
        char previous = article.at(listStart - 1);
        if (previous == '的') on(signs, how + "after-de");
        if (previous == '从' || previous == '变' || previous == '由' || previous == '到' || previous == '让')
            on(signs, "from-to");
        if (previous == '：' || previous == ':') on(signs, "after-colon");
        if (previous == '\n') on(signs, "opens-line");
    }

    private static String code(Cue cue) {
        return cue.name().toLowerCase(java.util.Locale.ROOT);
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

    private static void after(ArticleText article, int end, SortedMap<String, Double> signs) {
        int at = end;
        for (int items = 0; items < 12; items++) {
            while (article.at(at) == '、' || article.at(at) == '和') at++;
            QuoteFinder.Quote next = article.quoteAt(at);
            if (next == null || next.open() != at) break;
            at = next.close() + 1;
        }
        Lexicon lexicon = Lexicon.shared();
        After found = lexicon.after.value(article.text, at, article.text.length());
        if (found == After.RHETORIC) on(signs, "before:rhetoric");
        if (found == After.CARRIER) on(signs, "before:carrier");
        if (found == After.GRIP || reachesGrip(article, at)) on(signs, "before:grip");
        char next = article.at(end);
        if (next == '，' || next == '。' || next == '；' || next == '\n') on(signs, "ends-clause");
        if (next == '（' || next == '(' || next == '：') on(signs, "before-bracket");
        if (next == '的') on(signs, isCarried(article, end + 1) ? "before:carrier" : "before-de");
    }

    /** “……”的晒谷场轮用模式: what follows 的 closes with a formal head noun. */
    private static boolean isCarried(ArticleText article, int at) {
        int end = QuotedNames.tailEnd(article, at);
        Lexicon.Head head = Lexicon.shared().headEnding(article.text, at, end);
        return head != null && head.grade() == Grade.FORMAL && head.kind() == PracticeKind.MECHANISM;
    }

    private static boolean reachesGrip(ArticleText article, int at) {
        int clause = article.clauseEnd(at);
        for (int i = at; i < clause && i < at + 8; i++)
            if (article.at(i) == '为' && Lexicon.shared().after.value(article.text, i, clause) == After.GRIP)
                return true;
        return false;
    }

    private static void ofShape(String name, String how, SortedMap<String, Double> signs) {
        String key = NameForm.key(name);
        int length = key.length();
        on(
                signs,
                length <= 1
                        ? "length:1"
                        : length <= 2
                                ? "length:2"
                                : length <= 3
                                        ? "length:3"
                                        : length <= 4
                                                ? "length:4"
                                                : length <= 6
                                                        ? "length:5-6"
                                                        : length <= 9
                                                                ? "length:7-9"
                                                                : length <= 14 ? "length:10-14" : "length:15+");
        if (name.indexOf('+') >= 0) on(signs, Character.isDigit(name.charAt(0)) ? "digit-formula" : "plus-formula");
        else if (NameGroup.isNumeral(name.charAt(0))) on(signs, "numeral-first");
        int commas = 0;
        for (int i = 0; i < name.length(); i++) if ("，,；！？!? ".indexOf(name.charAt(i)) >= 0) commas++;
        if (commas > 0) on(signs, "has-comma");
        if (name.indexOf('、') >= 0) on(signs, "has-list");
        if (name.indexOf("的") >= 0) on(signs, "has-de");
        for (int i = 0; i < name.length(); i++)
            if ("不没我你他要让吗呢吧是就还也很都别莫怎啥谁什".indexOf(name.charAt(i)) >= 0) on(signs, "talks");
        segments(name, signs);
        Cue first = Lexicon.shared().cues.value(name, 0, name.length());
        if (first == Cue.BUILD || first == Cue.RUN || first == Cue.FRAME || first == Cue.KEEP)
            on(signs, "opens-with-verb");
        if (first == Cue.ADV || first == Cue.FUNC || first == Cue.MEASURE) on(signs, "opens-with-function-word");
        if (name.startsWith("第")) on(signs, "ordinal");
        if (name.startsWith("全国") || name.startsWith("国家级") || name.startsWith("省级")) on(signs, "honour");
        double share = genericShare(name);
        if (share >= 0.99) on(signs, how + "generic:all");
        else if (share >= 0.6) on(signs, how + "generic:most");
    }

    /** 抓班子、带队伍、促发展: slogans go in step. */
    private static void segments(String name, SortedMap<String, Double> signs) {
        if (!SEPARATOR.matcher(name).find()) return;
        String[] parts = SEPARATOR.split(name);
        if (parts.length < 2) return;
        boolean even = true;
        for (String part : parts) even &= part.length() == parts[0].length();
        if (even && parts[0].length() == 3) on(signs, "in-step:3");
        else if (even) on(signs, "in-step");
        if (parts.length >= 4) on(signs, "many-parts");
    }

    /** The share of the name's characters that common words of this kind of writing cover. */
    static double genericShare(String name) {
        PhraseTrie<Boolean> generic = Lexicon.shared().generic;
        int covered = 0;
        for (int i = 0; i < name.length(); ) {
            int length = generic.longest(name, i, name.length());
            covered += length;
            i += Math.max(1, length);
        }
        return name.isEmpty() ? 0 : (double) covered / name.length();
    }
}
