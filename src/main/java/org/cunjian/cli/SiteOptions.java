package org.cunjian.cli;

import java.nio.file.Path;
import org.cunjian.build.SiteFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code --site} and {@code --output}. */
final class SiteOptions {
    @CommandLine.Option(names = "--site", paramLabel = "DIR", descriptionKey = "site", defaultValue = ".")
    private String site = ".";

    /** The site's folder, or null after telling that there is no such path. */
    @Nullable
    Path root(Console console) {
        return SiteCommand.path(console, site);
    }

    @Nullable
    SiteFolder folder(Console console, @Nullable String output) {
        Path root = root(console);
        if (root == null) return null;
        if (output == null) return SiteFolder.of(root);
        Path out = SiteCommand.path(console, output);
        return out == null ? null : new SiteFolder(root, out);
    }
}
