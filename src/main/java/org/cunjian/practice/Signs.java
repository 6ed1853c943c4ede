package org.cunjian.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The signs that were seen on one name: a set over the codes of {@code signs.tsv}. Each code has a number, in the order of the
 * codes, so that a set is a few words of memory and weighing one is a few additions.
 */
final class Signs {
    /** The start value of every score: a row of the tables, but no sign. */
    static final String BASE = "base";

    private static final List<String> CODES = read();
    private static final Map<String, Integer> NUMBERS = numbers();

    private final long[] seen = new long[(CODES.size() + Long.SIZE - 1) / Long.SIZE];

    private static List<String> read() {
        List<String> codes = new ArrayList<>();
        for (String[] row : Lexicon.rows("signs.tsv")) if (!row[0].equals(BASE)) codes.add(row[0]);
        Collections.sort(codes);
        return List.copyOf(codes);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String code : CODES) numbers.put(code, numbers.size());
        return Map.copyOf(numbers);
    }

    /** How many signs there are. */
    static int count() {
        return CODES.size();
    }

    static String code(int sign) {
        return CODES.get(sign);
    }

    /** @throws IllegalArgumentException for a code that {@code signs.tsv} does not explain */
    static int number(String code) {
        Integer number = NUMBERS.get(code);
        if (number == null) throw new IllegalArgumentException("signs.tsv has no row for " + code);
        return number;
    }

    /** The numbers of the codes that {@code prefix} makes with each of {@code ends}. */
    static int[] numbers(String prefix, List<String> ends) {
        return ends.stream().mapToInt(end -> number(prefix + end)).toArray();
    }

    void on(int sign) {
        seen[sign >> 6] |= 1L << sign;
    }

    /** Does nothing for null: a table had no sign for what was seen. */
    void on(@Nullable Integer sign) {
        if (sign != null) on(sign.intValue());
    }

    void on(int sign, boolean isSeen) {
        if (isSeen) on(sign);
    }

    /** In the order of the codes. */
    void forEach(IntConsumer consumer) {
        for (int word = 0; word < seen.length; word++)
            for (long rest = seen[word]; rest != 0; rest &= rest - 1)
                consumer.accept(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
    }

    /** The sum of the weights of the signs seen, {@code start} among them, added in the order of the codes. */
    double sum(double start, double[] weights) {
        double sum = start;
        for (int word = 0; word < seen.length; word++)
            for (long rest = seen[word]; rest != 0; rest &= rest - 1)
                sum += weights[word * Long.SIZE + Long.numberOfTrailingZeros(rest)];
        return sum;
    }
}
