package org.cunjian.cli;

import java.util.List;
import org.cunjian.build.SiteCheck;
import org.cunjian.build.SiteFolder;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Severity;
import picocli.CommandLine;

/** {@code cunjian check}: says what a build would say and what is worth a look; writes nothing. */
@CommandLine.Command(name = "check")
final class CheckCommand extends SiteCommand {
    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, null);
        if (site == null) return ExitCode.WRONG_USAGE;
        SiteCheck.Report report = SiteCheck.check(site, console.progress());
        console.clearProgress();
        int code = exitCode(console, report.diagnostics());
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
