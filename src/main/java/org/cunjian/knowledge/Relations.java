package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.content.ArticleId;

/**
 * Which cases are worth reading beside one another: those that share practices, rare ones weighing more (inverse document
 * frequency), shared themes breaking ties; never by place alone. For a practice of many cases only its neighbours in the order
 * of the cases are looked at, so the cost is linear in the number of occurrences.
 */
final class Relations {
    private static final int MOST_RELATED = 6;
    private static final int NEIGHBOURS = 4;
    private static final double THEME_WEIGHT = 0.05;

    private Relations() {}

    static Map<ArticleId, List<ArticleId>> between(List<Case> cases, PracticeMerger.Merged merged) {
        Map<ArticleId, Integer> rank = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) rank.put(cases.get(i).id(), i);
        List<Map<Integer, Double>> weights = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) weights.add(new HashMap<>());
        for (Practice p : merged.practices()) {
            int[] at = p.occurrences().stream()
                    .mapToInt(o -> java.util.Objects.requireNonNull(rank.get(o.article())))
                    .sorted()
                    .distinct()
                    .toArray();
            double idf = Math.log(1 + (double) cases.size() / at.length);
            for (int i = 0; i < at.length; i++)
                for (int j = i + 1; j < Math.min(at.length, i + 1 + NEIGHBOURS); j++) {
                    weights.get(at[i]).merge(at[j], idf, Double::sum);
                    weights.get(at[j]).merge(at[i], idf, Double::sum);
                }
        }
        Map<ArticleId, List<ArticleId>> related = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            if (weights.get(i).isEmpty()) continue;
            record Scored(int to, double score) {}
            List<Scored> scored = new ArrayList<>();
            weights.get(i).forEach((to, weight) -> {
                long themes = cases.get(to).themes().stream()
                        .filter(c.themes()::contains)
                        .count();
                scored.add(new Scored(to, weight + THEME_WEIGHT * themes));
            });
            scored.sort(Comparator.comparingDouble((Scored s) -> -s.score()).thenComparingInt(Scored::to));
            related.put(
                    c.id(),
                    scored.stream()
                            .limit(MOST_RELATED)
                            .map(s -> cases.get(s.to()).id())
                            .toList());
        }
        return related;
    }
}
