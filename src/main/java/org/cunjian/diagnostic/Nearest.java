package org.cunjian.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** The known name closest to a mistyped one, for hints. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; case counts for nothing),
     * at most a third of the longer length and at least one; ties go to the first in natural order. Costs the product of the
     * lengths for each candidate.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates.stream().sorted().toList()) {
            int most = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
            int distance = distance(word, candidate);
            if (distance <= most && distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++)
            for (int j = 1; j <= b.length(); j++) {
                int cost = same(a, i - 1, b, j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        return d[a.length()][b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
