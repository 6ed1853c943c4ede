package org.cunjian.diagnostic;

import java.util.Comparator;
import java.util.List;

/**
 * One thing to tell the person who keeps the articles. {@code code} is {@code area/name}, stable and greppable; the area is
 * the package it comes from, whose {@code messages_zh.properties} and {@code messages_en.properties} hold the sentence
 * under the key {@code area/name} and the remedy under {@code area/name.hint}, with {@code {0}} … for {@code args}.
 */
public record Diagnostic(Severity severity, String code, SourceRange range, List<String> args)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::range)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(d -> String.join("\u0000", d.args()));

    public Diagnostic {
        args = List.copyOf(args);
        if (code.indexOf('/') < 1) throw new IllegalArgumentException("code without area: " + code);
    }

    public static Diagnostic error(String code, SourceRange range, String... args) {
        return new Diagnostic(Severity.ERROR, code, range, List.of(args));
    }

    public static Diagnostic warning(String code, SourceRange range, String... args) {
        return new Diagnostic(Severity.WARNING, code, range, List.of(args));
    }

    public static Diagnostic note(String code, SourceRange range, String... args) {
        return new Diagnostic(Severity.NOTE, code, range, List.of(args));
    }

    /** By path, line and column, then severity and code: the order in which they are printed. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
