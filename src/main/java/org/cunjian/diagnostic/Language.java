package org.cunjian.diagnostic;

import java.util.Locale;

/** The language of messages and help; independent of the language of the articles. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
