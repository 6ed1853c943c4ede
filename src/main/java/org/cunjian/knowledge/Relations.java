package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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

    private final List<Case> cases;
    /** For each practice the numbers of its cases, ascending. */
    private final int[][] casesOf;
    /** For each case: practice, place of the case in {@code casesOf} of it, and so on. */
    private final int[][] practicesOf;

    private Relations(List<Case> cases, List<Practice> practices) {
        this.cases = cases;
        Map<ArticleId, Integer> rank = new HashMap<>(2 * cases.size());
        for (int i = 0; i < cases.size(); i++) rank.put(cases.get(i).id(), i);
        this.casesOf = new int[practices.size()][];
        int[] sizes = new int[cases.size()];
        for (int p = 0; p < casesOf.length; p++) {
            casesOf[p] = ranks(practices.get(p), rank);
            for (int at : casesOf[p]) sizes[at] += 2;
        }
        this.practicesOf = new int[cases.size()][];
        for (int i = 0; i < sizes.length; i++) practicesOf[i] = new int[sizes[i]];
        Arrays.fill(sizes, 0);
        for (int p = 0; p < casesOf.length; p++)
            for (int k = 0; k < casesOf[p].length; k++) {
                int at = casesOf[p][k];
                practicesOf[at][sizes[at]++] = p;
                practicesOf[at][sizes[at]++] = k;
            }
    }

    static Map<ArticleId, List<ArticleId>> between(List<Case> cases, PracticeMerger.Merged merged) {
        Relations relations = new Relations(cases, merged.practices());
        Map<ArticleId, List<ArticleId>> related = new ConcurrentHashMap<>(2 * cases.size());
        IntStream.range(0, cases.size()).parallel().forEach(i -> {
            List<ArticleId> closest = relations.closest(i);
            if (!closest.isEmpty()) related.put(cases.get(i).id(), closest);
        });
        return related;
    }

    private static int[] ranks(Practice practice, Map<ArticleId, Integer> rank) {
        int[] ranks = new int[practice.occurrences().size()];
        int size = 0;
        for (Practice.Occurrence o : practice.occurrences())
            ranks[size++] = Objects.requireNonNull(rank.get(o.article()));
        Arrays.sort(ranks);
        int distinct = 0;
        for (int i = 0; i < size; i++) if (i == 0 || ranks[i] != ranks[i - 1]) ranks[distinct++] = ranks[i];
        return Arrays.copyOf(ranks, distinct);
    }

    private record Scored(int to, double score) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Integer.compare(to, other.to);
        }
    }

    private List<ArticleId> closest(int from) {
        int[] own = practicesOf[from];
        if (own.length == 0) return List.of();
        Map<Integer, Double> weights = new HashMap<>();
        for (int i = 0; i < own.length; i += 2) {
            int[] at = casesOf[own[i]];
            double idf = Math.log(1 + (double) cases.size() / at.length);
            int here = own[i + 1];
            for (int k = Math.max(0, here - NEIGHBOURS); k <= Math.min(at.length - 1, here + NEIGHBOURS); k++)
                if (k != here) weights.merge(at[k], idf, Double::sum);
        }
        List<Scored> scored = new ArrayList<>(weights.size());
        List<String> themes = cases.get(from).themes();
        weights.forEach((to, weight) -> {
            int shared = 0;
            for (String theme : cases.get(to).themes()) if (themes.contains(theme)) shared++;
            scored.add(new Scored(to, weight + THEME_WEIGHT * shared));
        });
        scored.sort(null);
        List<ArticleId> closest = new ArrayList<>(MOST_RELATED);
        for (Scored s : scored.subList(0, Math.min(MOST_RELATED, scored.size())))
            closest.add(cases.get(s.to()).id());
        return List.copyOf(closest);
    }
}
