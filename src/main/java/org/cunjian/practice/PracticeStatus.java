package org.cunjian.practice;

import java.util.Locale;

/** Whether a finding is published as it is, or waits for the curator. */
public enum PracticeStatus {
    CONFIRMED,
    CANDIDATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PracticeStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
