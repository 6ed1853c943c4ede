package org.cunjian.figure;

import java.util.regex.Pattern;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Tells where one figure follows from another: 由51.4岁下降至42.1岁, 从38起降到6起, 28.6%下降到4.5%. */
final class Comparison {
    private static final int LONGEST_LINK = 20;
    private static final int LONGEST_LEAD = 16;

    private static final Pattern CHANGE = Pattern.compile(
            "[^，。；、：]{0,12}?(?:降|减|缩|升|增|涨|提高|扩|发展|跃|变|翻|压)[^，。；、：]{0,6}?(?:到|至|为|成)(?:了)?[^，。；、：\\d]{0,6}");

    /** 由38起（2019年）到6起: without a verb the lead word must say that a way begins. */
    private static final Pattern REACH = Pattern.compile("[^。；、：]{0,10}?(?:到|至|变为)(?:了)?[^，。；、：\\d]{0,6}");

    /** Stands between the verb and what it leads to: 下降到2022年的6起. */
    private static final Pattern YEAR = Pattern.compile("(?:\\d{4}年|去年|今年|如今|目前|现在)底?的?");

    private Comparison() {}

    /** The figure before, if the text says that it became this one. */
    static @Nullable Figure of(String text, Span sentence, @Nullable Figure before, String unit, Span figure) {
        if (before == null || before.span().start() < sentence.start() || !unit.equals(before.unit())) return null;
        int gap = figure.start() - before.span().end();
        if (gap < 1 || gap > LONGEST_LINK) return null;
        if (!reaches(text, before.span().end(), figure.start())) return null;
        String link = YEAR.matcher(text.substring(before.span().end(), figure.start()))
                .replaceAll("");
        if (CHANGE.matcher(link).matches()) return before;
        return hasLead(text, sentence, before.span().start())
                        && REACH.matcher(link).matches()
                ? before
                : null;
    }

    /** Both forms have one of these words. */
    private static boolean reaches(String text, int from, int to) {
        for (int i = from; i < to; i++) if ("到至为成".indexOf(text.charAt(i)) >= 0) return true;
        return false;
    }

    private static boolean hasLead(String text, Span sentence, int at) {
        int from = Math.max(sentence.start(), at - LONGEST_LEAD);
        for (int i = at - 1; i >= from && "，。；：".indexOf(text.charAt(i)) < 0; i--)
            if (text.charAt(i) == '由' || text.charAt(i) == '从') return true;
        return false;
    }
}
