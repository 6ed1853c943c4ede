package org.cunjian.cli;

import java.nio.file.Path;
import java.util.List;
import org.cunjian.build.Scaffold;
import org.cunjian.diagnostic.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code cunjian new DIR}: a site to fill. */
@CommandLine.Command(name = "new")
final class NewCommand extends SiteCommand {
    @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private @Nullable String folder;

    @Override
    int run(Console console) {
        Path path = path(console, java.util.Objects.requireNonNull(folder));
        if (path == null) return ExitCode.WRONG_USAGE;
        Outcome<List<String>> made = Scaffold.create(path);
        int code = exitCode(console, made.diagnostics());
        made.value().ifPresent(files -> {
            String shown = path.toString();
            console.say(console.messages().text("cli/new-made", shown, Integer.toString(files.size())));
            console.say(console.messages().text("cli/new-next", shown));
        });
        return code;
    }
}
