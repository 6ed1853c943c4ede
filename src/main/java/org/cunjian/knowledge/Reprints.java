package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.content.Reprint;
import org.cunjian.content.Rights;
import org.cunjian.place.PlaceFinding;
import org.cunjian.text.Simplifier;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are prints of one another: equal, or the greater part of one is in the other in the same order. What the
 * curator wrote ({@link Reprint}) goes before what is found. Each print points at one original: what may be shown whole
 * first, then the most complete text, then the earliest. The result depends on the set of cases only; nothing is compared
 * pairwise (see {@link CandidatePairs}).
 *
 * <p>Not merged: a report that takes up less than three fifths of another; texts of one pattern about two places; an article
 * that is one of several in a collection.
 */
final class Reprints {
    /** Of two texts of about one length: a reprint with a fifth of its sentences edited and other boilerplate still has this. */
    static final double SHARED = 0.6;

    /** Of an excerpt of half or less, which is cut, and not rewritten. */
    static final double SHARED_BY_EXCERPT = 0.8;

    /** Of texts with fewer than {@value #SHORT_MARKS} marks (650 characters), where little is left to be different. */
    static final double SHARED_BY_SHORT = 0.75;

    static final int SHORT_MARKS = 40;

    /** Of texts that name different places. */
    static final double SHARED_ELSEWHERE = 0.95;

    /** A smaller part of another text is a quotation. */
    static final double SMALLEST_EXCERPT = 0.2;

    private static final double EXCERPT = 0.6;

    /** Boilerplate makes a print longer than what it prints: so much less is as complete. */
    private static final double AS_COMPLETE = 0.95;

    private static final int NONE = -1;

    private static final Comparator<Case> EARLIEST = Comparator.comparing(
                    (Case c) -> c.article().metadata().date(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Case::id);

    private static final Comparator<Case> MOST_COMPLETE = Comparator.comparing(
                    (Case c) -> c.article().rights() != Rights.FULL)
            .thenComparing(c -> -c.fingerprint().chars())
            .thenComparing(EARLIEST);

    /** Originals by the print that points at them; how many pairs of texts were compared. */
    record Found(Map<ArticleId, ArticleId> originalOf, int compared) {}

    /** A print and what it may be a print of, by rank. */
    private record Edge(int print, int original, double contained, boolean isExcerpt, int from, int end) {}

    private final Case[] cases;
    private final Map<ArticleId, Integer> rankOf = new HashMap<>();
    private final int[] parent;
    private final boolean[] isSettled;
    private final Set<Long> denied = new HashSet<>();
    private int compared;

    private Reprints(List<Case> all) {
        cases = all.toArray(Case[]::new);
        Arrays.sort(cases, MOST_COMPLETE);
        for (int i = 0; i < cases.length; i++) rankOf.put(cases[i].id(), i);
        parent = new int[cases.length];
        Arrays.fill(parent, NONE);
        isSettled = new boolean[cases.length];
    }

    static Found find(List<Case> cases) {
        return new Reprints(cases).run();
    }

    private Found run() {
        takeCuratorsWord();
        takeEqualTexts();
        takeSimilarTexts();
        chooseOriginals();
        Map<ArticleId, ArticleId> originalOf = new HashMap<>();
        for (int i = 0; i < cases.length; i++)
            if (parent[i] != NONE) originalOf.put(cases[i].id(), cases[root(i)].id());
        return new Found(originalOf, compared);
    }

    private int root(int rank) {
        int at = rank;
        while (parent[at] != NONE) at = parent[at];
        return at;
    }

    // What the curator says

    private void takeCuratorsWord() {
        for (int i = 0; i < cases.length; i++) {
            Reprint said = cases[i].article().curation().reprint();
            for (ArticleId other : said.notOf()) {
                Integer at = rankOf.get(other);
                if (at != null) denied.add(pair(i, at));
            }
            Integer original = said.of() == null ? null : rankOf.get(said.of());
            if (original == null || original == i) continue;
            parent[i] = original;
            isSettled[i] = true;
        }
        breakCircles();
    }

    /** Of articles that point at one another in a circle the first by rank stays. */
    private void breakCircles() {
        int[] seenBy = new int[cases.length];
        for (int i = 0; i < cases.length; i++) {
            int at = i;
            while (at != NONE && seenBy[at] == 0) {
                seenBy[at] = i + 1;
                at = parent[at];
            }
            if (at == NONE || seenBy[at] != i + 1) continue;
            int first = at;
            for (int next = parent[at]; next != at; next = parent[next]) first = Math.min(first, next);
            parent[first] = NONE;
            isSettled[first] = false;
        }
    }

    private boolean isDenied(int a, int b) {
        return !denied.isEmpty() && denied.contains(pair(a, b));
    }

    private static long pair(int a, int b) {
        return (long) Math.max(a, b) << 32 | Math.min(a, b);
    }

    // Equal texts

    private void takeEqualTexts() {
        Map<String, Integer> first = new HashMap<>(2 * cases.length);
        for (int i = 0; i < cases.length; i++) {
            String whole = cases[i].fingerprint().whole();
            if (isSettled[i] || whole.isEmpty()) continue;
            Integer original = first.putIfAbsent(whole, i);
            if (original == null || isDenied(i, original)) continue;
            parent[i] = original;
            isSettled[i] = true;
        }
    }

    // Similar texts

    private void takeSimilarTexts() {
        int[][] marks = new int[cases.length][];
        long total = 0;
        for (int i = 0; i < cases.length; i++) {
            marks[i] = isSettled[i] ? new int[0] : cases[i].fingerprint().ownMarks();
            total += marks[i].length;
        }
        long[] pairs = CandidatePairs.of(marks);
        if (pairs.length == 0) return;
        MarkCounts counts = new MarkCounts(total);
        for (int[] own : marks) counts.add(own);
        SameText sameText = new SameText(counts);
        double[] weights = new double[cases.length];
        List<Edge> edges = new ArrayList<>();
        int taken = NONE;
        for (long pair : pairs) {
            int print = (int) (pair >>> 32);
            int original = (int) pair;
            if (isDenied(print, original)) continue;
            if (print != taken) sameText.take(marks[print]);
            taken = print;
            Edge edge = compare(sameText, marks, weights, print, original);
            if (edge != null) edges.add(edge);
        }
        link(edges, collections(edges));
    }

    private @Nullable Edge compare(SameText sameText, int[][] marks, double[] weights, int print, int original) {
        compared++;
        SameText.Shared shared = sameText.with(marks[original]);
        double own = weight(sameText, marks, weights, print);
        double other = weight(sameText, marks, weights, original);
        double least = Math.min(own, other);
        double ratio = least / Math.max(own, other);
        double contained = shared.weight() / least;
        int fewest = Math.min(marks[print].length, marks[original].length);
        if (ratio < SMALLEST_EXCERPT || contained < needed(ratio, fewest)) return null;
        if (contained < SHARED_ELSEWHERE && isElsewhere(cases[print], cases[original])) return null;
        return new Edge(print, original, contained, ratio < EXCERPT, shared.from(), shared.end());
    }

    private static double weight(SameText sameText, int[][] marks, double[] weights, int rank) {
        if (weights[rank] == 0) weights[rank] = sameText.weight(marks[rank]);
        return weights[rank];
    }

    /** From {@link #SHARED} for texts of about one length to {@link #SHARED_BY_EXCERPT} for one of half the other's. */
    private static double needed(double ratio, int fewestMarks) {
        double cut = Math.min(1, Math.max(0, (0.8 - ratio) / 0.3));
        double needed = SHARED + cut * (SHARED_BY_EXCERPT - SHARED);
        return fewestMarks < SHORT_MARKS ? Math.max(needed, SHARED_BY_SHORT) : needed;
    }

    /** True where the main place of neither can be one of the other's. */
    private static boolean isElsewhere(Case a, Case b) {
        if (a.places().isEmpty() || b.places().isEmpty()) return false;
        return !names(a, b.places().get(0)) && !names(b, a.places().get(0));
    }

    private static boolean names(Case c, PlaceFinding wanted) {
        for (PlaceFinding found : c.places()) if (fits(found, wanted)) return true;
        return false;
    }

    private static boolean fits(PlaceFinding a, PlaceFinding b) {
        List<@Nullable String> levels = a.place().levels();
        List<@Nullable String> others = b.place().levels();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            String other = others.get(i);
            if (level != null
                    && other != null
                    && !Simplifier.toSimplified(level).equals(Simplifier.toSimplified(other))) return false;
        }
        return true;
    }

    /**
     * Articles that hold two others, one after the other and each with a title of its own: those are parts of a collection, and
     * cases themselves. Pages of one article have its title.
     */
    private boolean[] collections(List<Edge> edges) {
        boolean[] isCollection = new boolean[cases.length];
        List<Edge> parts = new ArrayList<>();
        for (Edge edge : edges) if (edge.isExcerpt()) parts.add(edge);
        parts.sort(Comparator.comparingInt(Edge::original)
                .thenComparingInt(Edge::end)
                .thenComparingInt(Edge::print));
        for (int from = 0; from < parts.size(); ) {
            int whole = parts.get(from).original();
            Edge first = null; // that ends first, under a title of its own
            int end = from;
            for (; end < parts.size() && parts.get(end).original() == whole; end++) {
                Edge part = parts.get(end);
                if (isTitledLike(part.print(), whole)) continue;
                if (first == null) first = part;
                else if (part.from() >= first.end() && !isTitledLike(part.print(), first.print()))
                    isCollection[whole] = true;
            }
            from = end;
        }
        return isCollection;
    }

    /** One title begins with the other: …（二）, …_某网. */
    private boolean isTitledLike(int a, int b) {
        String one = title(cases[a]);
        String other = title(cases[b]);
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String title(Case c) {
        Metadata metadata = c.article().metadata();
        StringBuilder letters = new StringBuilder();
        Simplifier.toSimplified(metadata.title())
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Each print, the most complete first, to the original of which it has most; a print is no original of others. */
    private void link(List<Edge> edges, boolean[] isCollection) {
        edges.sort(Comparator.comparingInt(Edge::print)
                .thenComparing(Edge::contained, Comparator.reverseOrder())
                .thenComparingInt(Edge::original));
        for (Edge edge : edges) {
            boolean isPart = edge.isExcerpt() && isCollection[edge.original()];
            if (isPart || isSettled[edge.print()] || parent[edge.original()] != NONE) continue;
            parent[edge.print()] = edge.original();
            isSettled[edge.print()] = true;
        }
    }

    // The original

    /** Among prints that are about as complete, and may be shown as much, the earliest; one the curator points at stays. */
    private void chooseOriginals() {
        int[] chosen = new int[cases.length];
        Arrays.fill(chosen, NONE);
        boolean[] isNamed = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++) {
            Reprint said = cases[i].article().curation().reprint();
            if (said.of() != null && parent[i] != NONE) isNamed[parent[i]] = true;
        }
        for (int i = 0; i < cases.length; i++) {
            if (parent[i] == NONE || !denied.isEmpty()) continue;
            int root = root(i);
            int best = chosen[root] == NONE ? root : chosen[root];
            boolean isAsComplete =
                    cases[i].article().rights() == cases[root].article().rights()
                            && cases[i].fingerprint().chars()
                                    >= AS_COMPLETE * cases[root].fingerprint().chars();
            boolean isMovable =
                    !isNamed[root] && cases[i].article().curation().reprint().of() == null;
            if (isAsComplete && isMovable && EARLIEST.compare(cases[i], cases[best]) < 0) chosen[root] = i;
        }
        for (int i = 0; i < cases.length; i++) {
            if (chosen[i] == NONE) continue;
            parent[chosen[i]] = NONE;
            parent[i] = chosen[i];
        }
    }
}
