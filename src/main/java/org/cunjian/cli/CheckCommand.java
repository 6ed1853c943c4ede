package org.cunjian.cli;

import java.util.List;
import org.cunjian.build.SiteCheck;
import org.cunjian.build.SiteFolder;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Severity;
import picocli.CommandLine;

/**
 * {@code cunjian check}: says what a build would say, and lists what is worth a curator's look, by worth; writes nothing. What is
 * wrong goes to standard error, the list of doubts to standard output.
 */
@CommandLine.Command(name = "check")
final class CheckCommand extends SiteCommand {
    private static final int MOST = 100_000;

    @CommandLine.Option(names = "--limit", paramLabel = "N", descriptionKey = "limit", defaultValue = "20")
    private int limit = 20;

    @CommandLine.Option(names = "--all", descriptionKey = "all")
    private boolean isAll;

    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    int run(Console console) {
        if (limit < 0 || limit > MOST) {
            console.complain(console.messages().text("cli/bad-limit"));
            return ExitCode.WRONG_USAGE;
        }
        SiteFolder site = options.folder(console, null);
        if (site == null) return ExitCode.WRONG_USAGE;
        SiteCheck.Report report = SiteCheck.check(site, console.progress());
        console.clearProgress();
        int code = exitCode(console, report.diagnostics());
        new DoubtList(console.out(), console.messages()).print(report.doubts(), isAll ? Integer.MAX_VALUE : limit);
        console.say(console.messages()
                .text(
                        "cli/check-done",
                        Integer.toString(report.cases()),
                        Integer.toString(report.practices()),
                        count(report.diagnostics(), Severity.ERROR),
                        count(report.diagnostics(), Severity.WARNING),
                        count(report.diagnostics(), Severity.NOTE)));
        return code;
    }

    private static String count(List<Diagnostic> diagnostics, Severity severity) {
        return Long.toString(
                diagnostics.stream().filter(d -> d.severity() == severity).count());
    }
}
