package org.cunjian.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.FileWalker;

/** Makes a new site: configuration, templates, empty content folders, everyday words, other lexicon files with comments only. */
public final class Scaffold {
    private static final String HOME = "/org/cunjian/scaffold/";
    private static final List<String> LEXICON = List.of("synonyms.tsv", "aliases.tsv", "never.tsv");

    private Scaffold() {}

    /**
     * Writes a site into {@code folder}, which must not exist or be empty.
     *
     * @return the files written, relative to the folder, sorted
     */
    public static Outcome<List<String>> create(Path folder) {
        SourceRange where = SourceRange.file(FileWalker.label(folder));
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder))
                return Outcome.failed(Diagnostic.error("build/new-not-folder", where));
            if (Files.isDirectory(folder) && !isEmpty(folder))
                return Outcome.failed(Diagnostic.error("build/new-not-empty", where));
            Map<String, byte[]> files = new TreeMap<>(templates());
            files.put(SiteFolder.CONFIG, resource("site-config.properties"));
            for (String name : LEXICON) files.put("content/lexicon/" + name, resource("lexicon/" + name));
            files.put(".gitignore", "output/\n.cunjian/\n".getBytes(StandardCharsets.UTF_8));
            for (String empty : List.of("content/cases", "content/practices", "content/courses"))
                Files.createDirectories(folder.resolve(empty));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue());
            }
            return Outcome.of(List.copyOf(files.keySet()));
        } catch (IOException e) {
            return Outcome.failed(Diagnostic.error("build/new-failed", where, Objects.toString(e.getMessage(), "")));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst().isEmpty();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Scaffold.class.getResourceAsStream(HOME + name)) {
            if (in == null) throw new IllegalStateException("the program lacks " + name);
            return in.readAllBytes();
        }
    }

    /** The templates inside the program's archive, or beside its classes where it runs from those. */
    private static Map<String, byte[]> templates() throws IOException {
        URL home = Objects.requireNonNull(Scaffold.class.getResource(HOME + "templates/lib.ftl"), "templates");
        try {
            URI uri = home.toURI();
            if (!uri.getScheme().equals("jar"))
                return templatesIn(Objects.requireNonNull(Path.of(uri).getParent()));
            try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
                return templatesIn(archive.getPath(HOME + "templates"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(home.toString(), e);
        }
    }

    private static Map<String, byte[]> templatesIn(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList())
                files.put("templates/" + FileWalker.label(folder.relativize(file)), Files.readAllBytes(file));
        }
        return files;
    }
}
