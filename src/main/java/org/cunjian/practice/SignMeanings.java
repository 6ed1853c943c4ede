package org.cunjian.practice;

import java.util.HashMap;
import java.util.Map;

/** What each sign means, in Chinese, for {@code cunjian explain}; from {@code signs.tsv}. */
final class SignMeanings {
    private static final Map<String, String> MEANINGS = read();

    private SignMeanings() {}

    private static Map<String, String> read() {
        Map<String, String> meanings = new HashMap<>();
        for (String[] row : Lexicon.rows("signs.tsv")) meanings.put(row[0], row[1]);
        return Map.copyOf(meanings);
    }

    /** The meaning of a sign; the code itself where the table has none. */
    static String of(String sign) {
        return MEANINGS.getOrDefault(sign, sign);
    }
}
