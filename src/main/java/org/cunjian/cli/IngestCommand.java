package org.cunjian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cunjian.build.ContentLoader;
import org.cunjian.build.SiteFolder;
import org.cunjian.config.SiteConfig;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.ingest.IngestReport;
import org.cunjian.ingest.Ingester;
import picocli.CommandLine;

/** {@code cunjian ingest PATH…}: raw articles to content files. */
@CommandLine.Command(name = "ingest")
final class IngestCommand extends SiteCommand {
    @CommandLine.Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    private List<String> paths = List.of();

    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, null);
        if (site == null) return ExitCode.WRONG_USAGE;
        List<Path> inputs = new ArrayList<>();
        for (String typed : paths) {
            Path input = path(console, typed);
            if (input == null) return ExitCode.WRONG_USAGE;
            inputs.add(input);
        }
        Outcome<SiteConfig> config = ContentLoader.loadConfig(site);
        if (config.value().isEmpty()) return exitCode(console, config.diagnostics());
        boolean isExcerpt = config.value().get().publishing().isExcerptByDefault();
        IngestReport report =
                Ingester.ingest(inputs, site.root(), isExcerpt ? Rights.EXCERPT : Rights.FULL, console.progress());
        console.clearProgress();
        int code = exitCode(console, report.diagnostics());
        console.say(report.summary(console.messages()));
        return code;
    }
}
