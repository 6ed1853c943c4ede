package org.cunjian.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;

/**
 * A site's templates as they stood when the bake began: what is hashed is what is rendered. Assets are listed only; they are
 * read when they are copied.
 */
final class TemplateSet {
    static final String FOLDER = "templates";
    private static final String ASSETS = "assets";

    private final SortedMap<String, String> sources;
    private final SortedMap<SitePath, Path> assets;
    private final String hash;

    private TemplateSet(SortedMap<String, String> sources, SortedMap<SitePath, Path> assets) {
        this.sources = Collections.unmodifiableSortedMap(sources);
        this.assets = Collections.unmodifiableSortedMap(assets);
        Fingerprint print = new Fingerprint();
        sources.forEach((name, source) -> print.add(name).add(source));
        this.hash = print.hex();
    }

    /** Reads {@code templates/} of a site; files that cannot be used are named in {@code diagnostics}. */
    static TemplateSet read(Path siteRoot, List<Diagnostic> diagnostics) {
        Path folder = real(siteRoot.resolve(FOLDER));
        SortedMap<String, String> sources = new TreeMap<>();
        SortedMap<SitePath, Path> assets = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".ftl")) {
                try {
                    sources.put(name, decode(Files.readAllBytes(file)));
                } catch (CharacterCodingException e) {
                    diagnostics.add(Diagnostic.error("site/template-not-utf8", SourceRange.file(FOLDER + "/" + name)));
                } catch (IOException e) {
                    throw new UncheckedIOException(file.toString(), e);
                }
            } else if (name.startsWith(ASSETS + "/")) {
                assets.put(new SitePath(name), file);
            }
        }
        return new TemplateSet(sources, assets);
    }

    /** Several sites may share one folder of templates through a link. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder, file))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
        return files;
    }

    /** Editors and systems leave .DS_Store, .swp and the like. */
    private static boolean isHidden(Path folder, Path file) {
        for (Path part : folder.relativize(file))
            if (part.toString().startsWith(".") || part.toString().endsWith("~")) return true;
        return false;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        return text.replace("\r\n", "\n");
    }

    SortedMap<String, String> sources() {
        return sources;
    }

    /** Output path to file. */
    SortedMap<SitePath, Path> assets() {
        return assets;
    }

    /** Over the names and texts of all templates: a template includes others, so a page depends on all of them. */
    String hash() {
        return hash;
    }
}
