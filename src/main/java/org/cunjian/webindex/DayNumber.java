package org.cunjian.webindex;

import java.time.LocalDate;

/** A day as results are sorted by it: 1 is 1 January of the year 1, as in the calendar of today. 0 stands for no date. */
public final class DayNumber {
    /** Three digits of 93: a day of the year 2203. */
    static final int MOST = 93 * 93 * 93 - 1;

    private static final long BEFORE_FIRST = LocalDate.of(1, 1, 1).toEpochDay() - 1;

    private DayNumber() {}

    /**
     * Days that are further away count as the first or the last.
     *
     * @param date as {@link LocalDate} writes it; empty for none
     */
    public static int of(String date) {
        if (date.isEmpty()) return 0;
        long day = LocalDate.parse(date).toEpochDay() - BEFORE_FIRST;
        return (int) Math.max(1, Math.min(MOST, day));
    }
}
