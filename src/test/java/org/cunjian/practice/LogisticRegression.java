package org.cunjian.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** L2-regularised logistic regression by Newton's method: deterministic, no random start, a few dozen lines. */
final class LogisticRegression {
    /** One example: its signs, whether it is a practice, and how much it counts. */
    record Example(Signs signs, boolean isPractice, double weight) {}

    private static final int STEPS = 12;

    private LogisticRegression() {}

    /** Weights by sign, “base” among them; {@code l2} is the strength of the pull towards 0 (the base is free). */
    static Map<String, Double> train(List<Example> examples, double l2, int rarest) {
        int[] counts = new int[Signs.count()];
        for (Example example : examples) example.signs().forEach(sign -> counts[sign]++);
        Map<String, Integer> index = new LinkedHashMap<>();
        index.put(Signs.BASE, 0);
        int[] columnOf = new int[Signs.count()];
        for (int sign = 0; sign < counts.length; sign++) {
            if (counts[sign] < rarest) continue;
            columnOf[sign] = index.size();
            index.put(Signs.code(sign), index.size());
        }
        int n = index.size();
        List<int[]> columns = new ArrayList<>();
        for (Example example : examples) {
            List<Integer> at = new ArrayList<>(List.of(0));
            example.signs().forEach(sign -> {
                if (columnOf[sign] > 0) at.add(columnOf[sign]);
            });
            columns.add(at.stream().mapToInt(i -> i).toArray());
        }
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) newton(examples, columns, weights, l2);
        Map<String, Double> named = new LinkedHashMap<>();
        index.forEach((sign, i) -> named.put(sign, weights[i]));
        return named;
    }

    private static void newton(List<Example> examples, List<int[]> columns, double[] weights, double l2) {
        int n = weights.length;
        double[][] hessian = new double[n][n];
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            double pull = i == 0 ? 1e-6 : l2;
            hessian[i][i] = pull;
            gradient[i] = -pull * weights[i];
        }
        for (int e = 0; e < examples.size(); e++) {
            int[] at = columns.get(e);
            double score = 0;
            for (int i = 0; i < at.length; i++) score += weights[at[i]];
            double p = 1 / (1 + Math.exp(-score));
            double importance = examples.get(e).weight();
            double miss = importance * ((examples.get(e).isPractice() ? 1 : 0) - p);
            double bend = importance * Math.max(1e-9, p * (1 - p));
            for (int i = 0; i < at.length; i++) {
                gradient[at[i]] += miss;
                for (int j = 0; j < at.length; j++) hessian[at[i]][at[j]] += bend;
            }
        }
        double[] move = solve(hessian, gradient);
        for (int i = 0; i < n; i++) weights[i] += Math.max(-2, Math.min(2, move[i]));
    }

    /** Gaussian elimination with pivots. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) pivot = r;
            double[] row = a[c];
            a[c] = a[pivot];
            a[pivot] = row;
            double swap = b[c];
            b[c] = b[pivot];
            b[pivot] = swap;
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / a[c][c];
                if (factor == 0) continue;
                for (int k = c; k < n; k++) a[r][k] -= factor * a[c][k];
                b[r] -= factor * b[c];
            }
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int k = r + 1; k < n; k++) b[r] -= a[r][k] * b[k];
            b[r] /= a[r][r];
        }
        return b;
    }
}
