package org.cunjian.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * What a stage could make of its input, and what went wrong with the rest. The value is absent only where nothing at all
 * could be made; then at least one diagnostic says why.
 */
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {

    public Outcome {
        diagnostics = List.copyOf(diagnostics);
        if (value.isEmpty() && diagnostics.isEmpty())
            throw new IllegalArgumentException("nothing made and no reason given");
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
        return new Outcome<>(Optional.of(value), diagnostics);
    }

    public static <T> Outcome<T> failed(Diagnostic... diagnostics) {
        return new Outcome<>(Optional.empty(), List.of(diagnostics));
    }

    public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
        return new Outcome<>(Optional.empty(), diagnostics);
    }
}
