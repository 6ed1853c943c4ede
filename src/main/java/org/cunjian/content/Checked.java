package org.cunjian.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a curator has compared with the paper and found to be as it stands there: {@code cunjian check} asks about it no more. Nothing that
 * is published changes by it; two figures for one thing are still shown side by side.
 */
public enum Checked {
    /** Two figures for one thing. */
    FIGURES,
    /** Characters that look damaged. */
    TEXT,
    /** A place that is not named, or not in the gazetteer. */
    PLACE,
    /** No date. */
    DATE,
    /** No source. */
    SOURCE;

    /** The word in the front matter: {@code figures}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Checked> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Stream.of(values()).map(Checked::code).toList();
    }
}
