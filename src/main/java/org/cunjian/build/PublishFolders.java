package org.cunjian.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cunjian.io.ContentHash;

/**
 * Where one output's publishing is recorded, and the folders it needs: {@code next}, in which the new site grows; {@code
 * old}, to which the previous one is moved; and {@code spare}, the site before that, whose folders and links the next build
 * uses again (making and removing 12,000 folders takes 1.4 s, checking them 0.1 s). The folders lie on the output's file
 * system, so that a move is one rename.
 *
 * @param record below the site's state folder: manifest and journal
 * @param trees holds next, old and spare; the same as {@code record} where that is on the output's file system
 */
record PublishFolders(Path output, Path record, Path trees) {

    /**
     * Makes them, with the trees beside the output where a folder cannot be renamed from the state folder to its place.
     *
     * @throws IOException if one of them cannot be written
     */
    static PublishFolders prepare(Path output, Path stateDir) throws IOException {
        Path parent = parent(output);
        Files.createDirectories(parent);
        Path record = recordFolder(output, stateDir);
        Files.createDirectories(record);
        PublishFolders inside = new PublishFolders(output, record, record);
        if (inside.reaches(parent)) return inside;
        PublishFolders beside = new PublishFolders(output, record, besideFolder(output));
        Files.createDirectories(beside.trees);
        return beside;
    }

    /** The folders that an earlier build used, as far as they exist. */
    static PublishFolders find(Path output, Path stateDir) {
        Path record = recordFolder(output, stateDir);
        Path beside = besideFolder(output);
        return new PublishFolders(output, record, FileTrees.isFolder(beside) ? beside : record);
    }

    private static Path besideFolder(Path output) {
        return output.resolveSibling("." + output.getFileName() + ".cunjian");
    }

    /** Named by the path from the site, so that a site keeps its manifest when it is moved. */
    private static Path recordFolder(Path output, Path stateDir) {
        Path site = parent(stateDir);
        String name = (output.startsWith(site) ? site.relativize(output) : output)
                .toString()
                .replace('\\', '/');
        return stateDir.resolve("publish").resolve(ContentHash.of(name).substring(0, 12));
    }

    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) throw new IllegalArgumentException("no folder holds " + path);
        return parent;
    }

    /** One device may be mounted twice: only a rename tells. */
    private boolean reaches(Path parent) throws IOException {
        Path here = record.resolve("probe");
        Path there = parent.resolve("." + output.getFileName() + ".cunjian-probe");
        FileTrees.delete(here);
        FileTrees.delete(there);
        Files.createDirectory(here);
        try {
            FileTrees.move(here, there);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            FileTrees.delete(here);
            return false;
        }
        FileTrees.delete(there);
        return true;
    }

    boolean areBesideTheOutput() {
        return !trees.equals(record);
    }

    Path next() {
        return trees.resolve("next");
    }

    Path old() {
        return trees.resolve("old");
    }

    Path spare() {
        return trees.resolve("spare");
    }

    Path spareList() {
        return record.resolve("spare.list");
    }

    Path journal() {
        return record.resolve("swap");
    }

    Path manifest() {
        return record.resolve("manifest");
    }

    Path nextManifest() {
        return record.resolve("manifest.next");
    }
}
