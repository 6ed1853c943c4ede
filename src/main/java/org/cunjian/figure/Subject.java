package org.cunjian.figure;

import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** What a figure counts, in the article's words: the noun behind a count (200余户|农户), the phrase before a measure (人均收入|达). */
final class Subject {
    private static final int LONGEST = 12;
    private static final String STOPS = "，,；;。、：:！？!?（）()《》“”‘’「」\n \u3000的了和与及在将把被从对以由为是等并还也都已共约近超达到至";
    private static final String CHANGES = "下上降升增减提扩缩";
    private static final String[] VERBS = {
        "达", "达到", "为", "突破", "超过", "提高", "提升", "下降", "增长", "增加", "实现", "完成", "预计", "累计"
    };

    private Subject() {}

    static @Nullable String of(String text, Span sentence, Span figure) {
        int end = figure.end();
        while (end < sentence.end() && end - figure.end() < LONGEST && STOPS.indexOf(text.charAt(end)) < 0) end++;
        boolean changes = CHANGES.indexOf(end > figure.end() ? text.charAt(figure.end()) : ' ') >= 0; // 51.4岁|下降至
        if (end - figure.end() >= 2 && !changes) return whole(text, figure.end(), end);
        int to = figure.start();
        while (to > sentence.start() && "约近超达到至为了共计由".indexOf(text.charAt(to - 1)) >= 0) to--;
        for (String verb : VERBS)
            if (text.startsWith(verb, Math.max(0, to - verb.length())) && to - verb.length() > sentence.start())
                to -= verb.length();
        int start = to;
        while (start > sentence.start() && to - start < LONGEST && STOPS.indexOf(text.charAt(start - 1)) < 0) start--;
        return to - start >= 2 ? whole(text, start, to) : null;
    }

    /** Never half a surrogate pair. */
    private static @Nullable String whole(String text, int from, int to) {
        int start = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        int end = Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
        return start < end ? text.substring(start, end) : null;
    }
}
