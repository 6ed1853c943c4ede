package org.cunjian.cli;

import org.cunjian.build.BuildReport;
import org.cunjian.build.SiteBuilder;
import org.cunjian.build.SiteFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code cunjian build}: the whole pipeline, published as a whole or not at all. */
@CommandLine.Command(name = "build")
final class BuildCommand extends SiteCommand {
    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @CommandLine.Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
    private @Nullable String output;

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, output);
        if (site == null) return ExitCode.WRONG_USAGE;
        BuildReport report = SiteBuilder.build(site, console.progress());
        return tell(console, site, report);
    }

    /** Diagnostics, what took the time, what was published. */
    static int tell(Console console, SiteFolder site, BuildReport report) {
        console.clearProgress();
        int code = exitCode(console, report.diagnostics());
        console.table(report.stages(), report.total());
        if (report.published().isEmpty()) {
            console.complain(console.messages().text("cli/build-not-published"));
            return ExitCode.CONTENT_ERRORS;
        }
        var published = report.published().get();
        int files = published.written() + published.kept();
        console.say(console.messages()
                .text(
                        published.isUnchanged() ? "cli/build-unchanged" : "cli/build-done",
                        Integer.toString(report.cases()),
                        Integer.toString(report.practices()),
                        Integer.toString(files),
                        Integer.toString(published.written()),
                        Integer.toString(published.kept()),
                        Integer.toString(published.removed())));
        console.say(console.messages()
                .text("cli/build-open", site.output().resolve("index.html").toString()));
        return code;
    }
}
