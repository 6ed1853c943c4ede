package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.cunjian.content.ArticleId;

/**
 * Which cases are worth reading beside one another: those that share practices, rare ones weighing more (inverse document
 * frequency), and those whose texts are about the same ({@link AlikeTexts}); shared themes break ties, and fill the list where
 * there is little else; never by place alone. For a practice or theme of many cases only its neighbours in the order of the
 * cases are looked at, so the cost is linear in the number of occurrences.
 */
final class Relations {
    private static final int MOST_RELATED = 6;
    private static final int NEIGHBOURS = 4;
    private static final double THEME_WEIGHT = 0.05;

    /** Three telling terms of one case in a hundred, in both texts, count like a practice of one in seventy. */
    private static final double TERM_WEIGHT = 0.2;

    /** Cases of one theme alone fill the list up to so many. */
    private static final int FEW_RELATED = 3;

    private final List<Case> cases;
    /** For each practice the numbers of its cases, ascending. */
    private final int[][] casesOf;
    /** For each case: practice, place of the case in {@code casesOf} of it, and so on. */
    private final int[][] practicesOf;

    private final List<Practice> practices;
    private final AlikeTexts texts;

    /** For each theme the numbers of its cases, ascending. */
    private final Map<String, int[]> casesOfTheme;

    private Relations(List<Case> cases, List<Practice> practices) {
        this.cases = cases;
        this.practices = practices;
        List<TellingTerms> texts = cases.stream()
                .map(c -> c.duplicateOf() == null ? c.tellingTerms() : TellingTerms.NONE)
                .toList();
        int originals =
                (int) cases.stream().filter(c -> c.duplicateOf() == null).count();
        this.texts = new AlikeTexts(texts, originals);
        this.casesOfTheme = casesOfThemes(cases);
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

    static Map<ArticleId, List<Related>> between(List<Case> cases, PracticeMerger.Merged merged) {
        Relations relations = new Relations(cases, merged.practices());
        Map<ArticleId, List<Related>> related = new ConcurrentHashMap<>(2 * cases.size());
        ThreadLocal<Tally> tallies = ThreadLocal.withInitial(Tally::new);
        IntStream.range(0, cases.size()).parallel().forEach(i -> {
            List<Related> closest = relations.closest(i, tallies.get());
            if (!closest.isEmpty()) related.put(cases.get(i).id(), closest);
        });
        return related;
    }

    private static Map<String, int[]> casesOfThemes(List<Case> cases) {
        Map<String, IntStream.Builder> all = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).duplicateOf() != null) continue;
            for (ThemeFinding found : cases.get(i).themeFindings())
                all.computeIfAbsent(found.theme(), t -> IntStream.builder()).add(i);
        }
        Map<String, int[]> numbers = new HashMap<>();
        all.forEach((theme, some) -> numbers.put(theme, some.build().toArray()));
        return numbers;
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

    private record Scored(int to, double score, boolean isAlike) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Integer.compare(to, other.to);
        }
    }

    private List<Related> closest(int from, Tally tally) {
        tally.clear();
        int[] own = practicesOf[from];
        for (int i = 0; i < own.length; i += 2) {
            int[] at = casesOf[own[i]];
            double idf = Math.log(1 + (double) cases.size() / at.length);
            int here = own[i + 1];
            for (int k = Math.max(0, here - NEIGHBOURS); k <= Math.min(at.length - 1, here + NEIGHBOURS); k++)
                if (k != here) tally.add(at[k], idf);
        }
        texts.count(from, tally);
        List<Scored> scored = new ArrayList<>(tally.size());
        for (int i = 0; i < tally.size(); i++) {
            boolean isAlike = tally.shared(i) >= AlikeTexts.LEAST_SHARED;
            if (tally.points(i) == 0 && !isAlike) continue;
            double score = tally.points(i) + (isAlike ? TERM_WEIGHT * tally.weight(i) : 0);
            scored.add(new Scored(tally.to(i), score + THEME_WEIGHT * sharedThemes(from, tally.to(i)), isAlike));
        }
        scored.sort(null);
        List<Scored> best = new ArrayList<>(scored.subList(0, Math.min(MOST_RELATED, scored.size())));
        if (best.size() < FEW_RELATED && cases.get(from).duplicateOf() == null) addOfOneTheme(from, best);
        List<Related> closest = new ArrayList<>(best.size());
        for (Scored s : best) closest.add(related(from, s));
        return List.copyOf(closest);
    }

    private int sharedThemes(int from, int to) {
        int shared = 0;
        for (ThemeFinding theirs : cases.get(to).themeFindings())
            for (ThemeFinding ours : cases.get(from).themeFindings())
                if (ours.theme().equals(theirs.theme())) shared++;
        return shared;
    }

    /** Neighbours in the theme that this case is most about. */
    private void addOfOneTheme(int from, List<Scored> to) {
        List<ThemeFinding> themes = cases.get(from).themeFindings();
        if (themes.isEmpty()) return;
        int[] numbers = casesOfTheme.getOrDefault(themes.get(0).theme(), new int[0]);
        int here = Arrays.binarySearch(numbers, from);
        for (int step = 1; step <= NEIGHBOURS && to.size() < FEW_RELATED; step++)
            for (int k : new int[] {here + step, here - step})
                if (k >= 0
                        && k < numbers.length
                        && to.size() < FEW_RELATED
                        && to.stream().noneMatch(s -> s.to() == numbers[k])) to.add(new Scored(numbers[k], 0, false));
    }

    private Related related(int from, Scored scored) {
        List<Integer> shared = new ArrayList<>();
        int[] own = practicesOf[from];
        int[] theirs = practicesOf[scored.to()];
        for (int i = 0, k = 0; i < own.length && k < theirs.length; ) { // both ascend
            if (own[i] == theirs[k]) shared.add(own[i]);
            int at = own[i];
            if (at <= theirs[k]) i += 2;
            if (theirs[k] <= at) k += 2;
        }
        shared.sort(Comparator.comparingInt((Integer p) -> casesOf[p].length).thenComparing(p -> p));
        List<String> themes = cases.get(from).themes();
        return new Related(
                cases.get(scored.to()).id(),
                shared.stream()
                        .limit(Related.MOST_NAMED)
                        .map(p -> practices.get(p).id())
                        .toList(),
                cases.get(scored.to()).themes().stream()
                        .filter(themes::contains)
                        .toList(),
                scored.isAlike());
    }
}
