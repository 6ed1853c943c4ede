package org.cunjian.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How cases are ordered; the code is the parameter {@code sort} of the search page's address. Cases without a date come last in both orders by date,
 * those of one day by relevance. Practices have no date: they always stand by relevance.
 */
public enum SearchOrder {
    RELEVANCE,
    NEW,
    OLD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order with a code; nothing for anything but the codes above. */
    public static Optional<SearchOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }
}
