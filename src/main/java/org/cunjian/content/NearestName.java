package org.cunjian.content;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known name somebody probably meant: the one with the fewest letters to change. */
final class NearestName {
    private NearestName() {}

    /** Empty where more than a third of the letters would have to change; case does not count. */
    static Optional<String> of(String written, List<String> known) {
        if (written.length() > 40) return Optional.empty();
        String lower = written.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {}
        return known.stream()
                .map(name -> new Near(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= Math.max(1, near.name().length() / 3))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** Letters to insert, delete, replace or swap with the next one. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                best = Math.min(best, cost[i - 1][j - 1] + replace);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
