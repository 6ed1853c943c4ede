package org.cunjian.index;

import java.util.Locale;

/** By what results are narrowed; the code is the parameter of the search page's address. */
public enum FacetKind {
    PLACE,
    PRACTICE,
    THEME,
    YEAR,
    SOURCE,
    SCRIPT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything but the codes above */
    public static FacetKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
