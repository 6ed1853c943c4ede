package org.cunjian.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cunjian.io.SitePath;

/**
 * The site that is online, and what its manifest says of it: which of its files a build may take over. A file that somebody
 * touched since (size and time) is as good as absent. Thread-safe.
 */
final class PreviousSite {
    private final Path folder;
    private final Path manifestFile;
    private final PublishManifest manifest;

    PreviousSite(PublishFolders folders, PublishManifest manifest) {
        this.folder = folders.output();
        this.manifestFile = folders.manifest();
        this.manifest = manifest;
    }

    PublishManifest manifest() {
        return manifest;
    }

    boolean lists(String path) {
        return manifest.entries().containsKey(path);
    }

    /** How the file looks that was made from {@code key}; empty where there is none. */
    Optional<BasicFileAttributes> look(SitePath path, String key) {
        return manifest.find(path.value())
                .filter(entry -> entry.isMadeFrom(key))
                .flatMap(entry -> untouched(path.value(), entry));
    }

    /** The file that was made from {@code key}. */
    Optional<Path> file(SitePath path, String key) {
        return look(path, key).map(file -> folder.resolve(path.value()));
    }

    Optional<byte[]> bytes(SitePath path) {
        PublishManifest.Entry entry = manifest.find(path.value()).orElse(null);
        if (entry == null || untouched(path.value(), entry).isEmpty()) return Optional.empty();
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path.value())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How all files below a folder look, but for some; empty where one of them was touched. */
    Optional<Map<String, BasicFileAttributes>> below(SitePath folder, Set<SitePath> except) {
        Map<String, BasicFileAttributes> found = new HashMap<>();
        String prefix = folder.value() + "/";
        for (Map.Entry<String, PublishManifest.Entry> entry : manifest.entries().entrySet()) {
            String path = entry.getKey();
            if (!path.startsWith(prefix) || except.contains(new SitePath(path))) continue;
            Optional<BasicFileAttributes> file = untouched(path, entry.getValue());
            if (file.isEmpty()) return Optional.empty();
            found.put(path, file.get());
        }
        return Optional.of(found);
    }

    /** The files that a new site has no more. */
    List<String> without(Predicate<String> isInNewSite) {
        List<String> gone = new ArrayList<>();
        for (String path : manifest.entries().keySet()) if (!isInNewSite.test(path)) gone.add(path);
        return gone;
    }

    private Optional<BasicFileAttributes> untouched(String path, PublishManifest.Entry entry) {
        try {
            BasicFileAttributes found = StagingTree.attributes(folder.resolve(path));
            return found == null || !entry.isUntouched(found) ? Optional.empty() : Optional.of(found);
        } catch (IOException e) {
            return Optional.empty(); // unreadable: it is made anew, and the write says so if it cannot be
        }
    }

    /** Whether nobody put a file into the site online: its folders are no younger than the manifest, which was written after them. */
    boolean isAsPublished() throws IOException {
        BasicFileAttributes written = StagingTree.attributes(manifestFile);
        return written != null
                && StagingTree.areFoldersOlder(folder, manifest.entries().keySet(), written.lastModifiedTime());
    }
}
