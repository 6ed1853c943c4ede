package org.cunjian.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.cunjian.text.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * What a query means that has one character of a similar shape in it: 网各 is 网格. Only where the words that the index knows leave room
 * for one wrong character. The rule stands in {@code FORMAT.md}; the browser does the same.
 */
final class ShapeSlips {
    /** Longer names are no slips of one character that nobody would see. */
    private static final int MOST_NAME = 8;

    /** Words that all stand somewhere in the index are mostly a question: only short ones may be a name with a slip in it. */
    private static final int MOST_UNDOUBTED = 4;

    /** A bound on the work that a pasted sentence makes. */
    private static final int MOST_RUN = 24;

    private static final int MOST_NAMES = 3;

    private final QueryPlan.Dictionary dictionary;
    private final ToIntFunction<String> asName;
    private final ToIntFunction<String> inText;
    private final int leastSlip;

    /**
     * What may have been meant, best first.
     *
     * @param areNames whole names; else a single text whose bigrams are frequent
     */
    record Found(List<String> texts, boolean areNames) {
        static final Found NOTHING = new Found(List.of(), false);

        Found {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param asName in how many documents a token is a whole name or a tag
     * @param inText in how many texts a bigram stands
     * @param leastSlip texts that a bigram must be in to be meant
     */
    ShapeSlips(
            QueryPlan.Dictionary dictionary,
            ToIntFunction<String> asName,
            ToIntFunction<String> inText,
            int leastSlip) {
        this.dictionary = dictionary;
        this.asName = asName;
        this.inText = inText;
        this.leastSlip = leastSlip;
    }

    Found find(QueryPlan plan) {
        List<String> runs = plan.runs();
        if (runs.stream().anyMatch(ShapeSlips::hasLatin)) return Found.NOTHING;
        Doubt doubt = doubt(runs);
        if (doubt == null) return Found.NOTHING;
        int[] run = runs.get(doubt.run()).codePoints().toArray();
        Map<String, Integer> names = new LinkedHashMap<>();
        String likely = "";
        int mostFrequent = leastSlip - 1;
        for (int place = doubt.from(); place <= doubt.to(); place++)
            for (int meant : Shapes.like(run[place]).codePoints().toArray()) {
                int[] changed = run.clone();
                changed[place] = meant;
                String text = new String(changed, 0, changed.length);
                int count = changed.length <= MOST_NAME ? asName.applyAsInt(text) : 0;
                if (count > 0) names.put(text, count);
                if (!doubt.isCertain() || !names.isEmpty()) continue;
                int frequency = frequency(changed, place);
                if (frequency <= mostFrequent) continue;
                mostFrequent = frequency;
                likely = text;
            }
        if (!names.isEmpty()) return new Found(asked(runs, doubt.run(), mostOften(names)), true);
        return likely.isEmpty() ? Found.NOTHING : new Found(asked(runs, doubt.run(), List.of(likely)), false);
    }

    /** Which places of which run may be wrong; {@code isCertain} where the index lacks something that stands there. */
    private record Doubt(int run, int from, int to, boolean isCertain) {}

    /** Every bigram that the index lacks holds the wrong character. */
    private @Nullable Doubt doubt(List<String> runs) {
        Doubt doubt = null;
        for (int r = 0; r < runs.size(); r++) {
            int[] run = runs.get(r).codePoints().toArray();
            for (int i = 0; i + 1 < run.length; i++) {
                if (dictionary.contains(new String(run, i, 2))) continue;
                if (run.length > MOST_RUN || (doubt != null && (doubt.run() != r || doubt.to() < i))) return null;
                doubt = doubt == null ? new Doubt(r, i, i + 1, true) : new Doubt(r, i, doubt.to(), true);
            }
        }
        if (doubt != null || runs.size() != 1) return doubt;
        int length = runs.get(0).codePointCount(0, runs.get(0).length());
        return length < 2 || length > MOST_UNDOUBTED ? null : new Doubt(0, 0, length - 1, false);
    }

    /** In how many texts the rarer of the bigrams at a place is. */
    private int frequency(int[] run, int place) {
        int least = Integer.MAX_VALUE;
        for (int i = Math.max(0, place - 1); i <= place && i + 1 < run.length; i++)
            least = Math.min(least, inText.applyAsInt(new String(run, i, 2)));
        return least;
    }

    private static List<String> mostOften(Map<String, Integer> names) {
        return names.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .limit(MOST_NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> asked(List<String> runs, int run, List<String> meant) {
        List<String> asked = new ArrayList<>();
        for (String text : meant) {
            List<String> all = new ArrayList<>(runs);
            all.set(run, text);
            asked.add(String.join(" ", all));
        }
        return asked;
    }

    private static boolean hasLatin(String run) {
        return run.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
