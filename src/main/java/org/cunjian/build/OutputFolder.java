package org.cunjian.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;

/** Whether a folder may be replaced by a site, and what in it is not ours. */
final class OutputFolder {
    /** In every site that we make: only a folder with it is ever replaced. */
    static final SitePath MARKER = new SitePath(".made-by-cunjian");

    static final String MARKER_TEXT = """
            这个文件夹由村鉴生成，每次生成都会整个替换：请改 content/ 和 templates/ 里的文件，不要改这里的。
            This folder is made by Cunjian and replaced as a whole: change the files in content/ and templates/, not these.
            """;

    private OutputFolder() {}

    /** The folder itself where {@code output} is a link to it. */
    static Path locate(Path output) throws IOException {
        Path absolute = output.toAbsolutePath().normalize();
        return Files.isSymbolicLink(absolute) && Files.exists(absolute) ? absolute.toRealPath() : absolute;
    }

    /** Why {@code output} (as {@link #locate} gave it) must not be replaced. */
    static Optional<Diagnostic> refuse(Path output) throws IOException {
        if (Files.isSymbolicLink(output)) return error("build/output-broken-link", output);
        if (!FileTrees.exists(output)) return Optional.empty();
        if (!FileTrees.isFolder(output)) return error("build/output-not-folder", output);
        if (!Files.isWritable(output)) return error("build/output-not-writable", output);
        if (Files.isRegularFile(output.resolve(MARKER.value()))) return Optional.empty();
        for (String name : names(output))
            if (!name.startsWith(".")) return error("build/output-not-ours", output, name);
        return Optional.empty();
    }

    private static Optional<Diagnostic> error(String code, Path output, String... args) {
        return Optional.of(Diagnostic.error(code, SourceRange.file(output.toString()), args));
    }

    /**
     * Hidden entries that a person or another program put there ({@code .git}, {@code .htaccess}): they stay through a swap.
     */
    static List<String> foreignHidden(Path output, PublishManifest ours, Set<String> coming) throws IOException {
        List<String> foreign = new ArrayList<>();
        for (String name : names(output))
            if (name.startsWith(".") && !isOurs(name, ours.entries().keySet()) && !isOurs(name, coming))
                foreign.add(name);
        foreign.sort(null);
        return foreign;
    }

    private static boolean isOurs(String name, Set<String> paths) {
        String folder = name + "/";
        return name.equals(MARKER.value())
                || paths.contains(name)
                || paths.stream().anyMatch(path -> path.startsWith(folder));
    }

    static boolean isEmptyFolder(Path folder) throws IOException {
        return FileTrees.isFolder(folder) && names(folder).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return names;
    }
}
