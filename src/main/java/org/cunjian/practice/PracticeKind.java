package org.cunjian.practice;

import java.util.Locale;

/** What sort of arrangement a practice is; open data spells it in lower case with a hyphen. */
public enum PracticeKind {
    /** 1+3+1, 党建+X. */
    FORMULA,
    /** A number and a class of things: 五长制, 一约四会. */
    N_SYSTEM,
    MECHANISM,
    PLATFORM,
    CAMPAIGN,
    ORGANISATION,
    SERVICE,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for anything but the codes above */
    public static PracticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
