package org.cunjian.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.text.Simplifier;

/**
 * Two figures of one article that say the same thing differently: 组织动员党员602人，…组织动员党员200余人. Shown, not settled. Told by
 * the words before them in their clauses: the same ones, six at least within one paragraph, nine in different ones; same unit,
 * both claimed as reached, no time that tells them apart.
 */
public record FigureConflict(Figure first, Figure second) {
    private static final int SAME_PARAGRAPH = 6;
    private static final int ANYWHERE = 9;
    private static final int LONGEST = 30;

    /** At most one conflict for each thing said, in text order. {@code figures} are those of {@code body}, in text order. */
    public static List<FigureConflict> find(String body, List<Figure> figures) {
        List<FigureConflict> found = new ArrayList<>();
        if (figures.size() < 2) return found;
        String text = Simplifier.toSimplified(body);
        Map<String, Figure> said = new HashMap<>();
        for (Figure figure : figures) {
            String words = words(text, figure);
            if (figure.isProjected() || figure.from() != null || words.length() < SAME_PARAGRAPH) continue;
            Figure earlier = said.putIfAbsent(words + "\n" + figure.unit(), figure);
            if (earlier == null || !differ(earlier, figure)) continue;
            boolean near = text.indexOf('\n', earlier.span().end()) < 0
                    || text.indexOf('\n', earlier.span().end()) > figure.span().start();
            if (near || words.length() >= ANYWHERE) {
                found.add(new FigureConflict(earlier, figure));
                said.put(words + "\n" + figure.unit(), figure);
            }
        }
        return found;
    }

    /** What stands before the figure in its clause. */
    private static String words(String text, Figure figure) {
        int end = figure.span().start();
        int start = end;
        while (start > 0 && end - start < LONGEST && "，,。；;、：:！？!?\n（(".indexOf(text.charAt(start - 1)) < 0) start--;
        while (end > start && "达到约近为了共计有".indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(start, end);
    }

    private static boolean differ(Figure a, Figure b) {
        Double first = a.value();
        Double second = b.value();
        if (first == null || second == null || first.equals(second)) return false;
        boolean sameTime =
                a.period() == null || b.period() == null || a.period().equals(b.period());
        double larger = Math.max(Math.abs(first), Math.abs(second));
        // 200余人 and 208人 agree.
        boolean agrees = !(a.hedge() + b.hedge()).isEmpty() && Math.abs(first - second) <= 0.1 * larger;
        return sameTime && !agrees;
    }
}
