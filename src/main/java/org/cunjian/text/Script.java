package org.cunjian.text;

import java.util.Locale;

/** Which Chinese script a text is written in. Open data spells it in lower case. */
public enum Script {
    HANS,
    HANT,
    MIXED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything but hans, hant, mixed */
    public static Script of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
