package org.cunjian.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Severity;
import org.cunjian.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What all commands share: {@code --quiet}, the console, exit codes. */
abstract class SiteCommand implements Callable<Integer> {
    /** Set by {@link CommandFactory} before anything runs. */
    @Nullable
    Console console;

    @CommandLine.Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    private boolean isQuiet;

    abstract int run(Console console);

    @Override
    public final Integer call() {
        Console set = java.util.Objects.requireNonNull(console, "console");
        if (isQuiet) set.beQuiet();
        return run(set);
    }

    /** Prints diagnostics; 1 where one of them is an error. */
    static int exitCode(Console console, List<Diagnostic> diagnostics) {
        console.print(diagnostics);
        boolean hasError = diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        return hasError ? ExitCode.CONTENT_ERRORS : ExitCode.DONE;
    }

    /** A path as typed; one that the system cannot name is the caller's mistake, told like any other. */
    static @Nullable Path path(Console console, String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            console.print(List.of(Diagnostic.error("cli/bad-path", SourceRange.file(typed))));
            return null;
        }
    }
}
