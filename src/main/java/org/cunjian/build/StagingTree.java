package org.cunjian.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cunjian.build.Checkpoint.Step;
import org.cunjian.io.OutputSink;
import org.jspecify.annotations.Nullable;

/**
 * The new site while it grows. It may begin as an older site (the spare): what is in its way is replaced, never written
 * into, because its files are hard links to those of the site that is online; what does not belong is removed at the end.
 */
final class StagingTree {

    /** Makes {@code link} another name of {@code existing}. */
    @FunctionalInterface
    interface Linker {
        void link(Path link, Path existing) throws IOException;
    }

    private final Path root;
    private final Path published;
    private final boolean isReused;
    private final Linker linker;
    private final Checkpoint checkpoint;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private volatile boolean linksWork = true;

    /** @param published the site whose files are kept */
    StagingTree(Path root, Path published, boolean isReused, Linker linker, Checkpoint checkpoint) {
        this.root = root;
        this.published = published;
        this.isReused = isReused;
        this.linker = linker;
        this.checkpoint = checkpoint;
    }

    boolean linksWork() {
        return linksWork;
    }

    BasicFileAttributes write(String path, byte[] bytes) throws IOException {
        return write(path, out -> out.write(bytes), 1);
    }

    /** A large file, as it comes: a site's open data would not fit in memory. */
    BasicFileAttributes write(String path, OutputSink.Content content) throws IOException {
        return write(path, content, 1 << 16);
    }

    byte[] read(String path) throws IOException {
        return Files.readAllBytes(root.resolve(path));
    }

    private BasicFileAttributes write(String path, OutputSink.Content content, int bufferBytes) throws IOException {
        checkpoint.reach(Step.WRITE_FILE);
        Path file = root.resolve(path);
        makeFolder(file.getParent());
        try (OutputStream out = new BufferedOutputStream(create(file), bufferBytes)) {
            content.writeTo(out);
        }
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Never through a hard link into the published site: what stands there is removed first. */
    private static OutputStream create(Path file) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            FileTrees.delete(file);
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    void delete(String path) throws IOException {
        Files.deleteIfExists(root.resolve(path));
    }

    /**
     * Brings the tree to exactly {@code kept} and {@code written}: removes what is neither, makes the folders, and links the
     * kept files from the published site.
     *
     * @return how each kept file looks now
     */
    Map<String, BasicFileAttributes> complete(Map<String, BasicFileAttributes> kept, Set<String> written)
            throws IOException {
        Map<String, Set<String>> folders = folders(kept.keySet(), written);
        List<String> names = new ArrayList<>(new TreeSet<>(folders.keySet()));
        Set<String> present = ConcurrentHashMap.newKeySet();
        if (isReused)
            Parallel.forEach(names, folder -> {
                if (clean(folder, folders.getOrDefault(folder, Set.of()))) present.add(folder);
            });
        for (String folder : names)
            if (!present.contains(folder)) makeFolder(folder.isEmpty() ? root : root.resolve(folder));
        Map<String, BasicFileAttributes> placed = new ConcurrentHashMap<>(2 * kept.size());
        List<String> paths = new ArrayList<>(kept.keySet());
        paths.sort(null);
        Parallel.forEach(paths, path -> {
            BasicFileAttributes original = kept.get(path);
            if (original != null) placed.put(path, place(path, original));
        });
        return placed;
    }

    /** Links files that the tree lacks from the published site. @return how they look now */
    Map<String, BasicFileAttributes> link(List<String> missing, Map<String, BasicFileAttributes> kept)
            throws IOException {
        Map<String, BasicFileAttributes> placed = new ConcurrentHashMap<>(2 * missing.size());
        for (String path : missing) makeFolder(root.resolve(path).getParent());
        Parallel.forEach(missing, path -> {
            BasicFileAttributes original = kept.get(path);
            if (original != null) placed.put(path, place(path, original));
        });
        return placed;
    }

    void prune(String path) throws IOException {
        checkpoint.reach(Step.CLEAN_SPARE);
        prune(root, path);
    }

    /** Removes a file, and the folders that only held it. */
    static void prune(Path tree, String path) throws IOException {
        FileTrees.delete(tree.resolve(path));
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            try {
                Files.deleteIfExists(tree.resolve(path.substring(0, slash)));
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Whether a site has no file or folder besides {@code paths} and hidden entries at the top. */
    static boolean holdsOnly(Path site, Set<String> paths) throws IOException {
        Map<String, Set<String>> folders = folders(paths, Set.of());
        AtomicBoolean isForeign = new AtomicBoolean();
        Parallel.forEach(List.copyOf(folders.entrySet()), folder -> {
            String at = folder.getKey();
            String[] found = (at.isEmpty() ? site : site.resolve(at)).toFile().list();
            if (found == null) isForeign.set(true);
            else
                for (String name : found)
                    if (!folder.getValue().contains(name) && !(at.isEmpty() && name.startsWith(".")))
                        isForeign.set(true);
        });
        return !isForeign.get();
    }

    /**
     * Whether every folder that holds one of {@code paths} was last changed before {@code time} (clocks of file systems tick in
     * milliseconds, so the same time counts as later), and the site's own folder has nothing but theirs and hidden entries. Looks
     * at each folder's time and reads no names but those of the site's own folder.
     */
    static boolean areFoldersOlder(Path site, Set<String> paths, FileTime time) throws IOException {
        Set<String> below = new HashSet<>();
        Set<String> tops = new HashSet<>();
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            while (slash > 0 && below.add(path.substring(0, slash))) slash = path.lastIndexOf('/', slash - 1);
            int top = path.indexOf('/');
            tops.add(top < 0 ? path : path.substring(0, top));
        }
        String[] found = site.toFile().list();
        if (found == null) return false;
        for (String name : found) if (!name.startsWith(".") && !tops.contains(name)) return false;
        AtomicBoolean isYounger = new AtomicBoolean();
        Parallel.forEach(List.copyOf(below), folder -> {
            BasicFileAttributes seen = attributes(site.resolve(folder));
            if (seen == null || !seen.isDirectory() || seen.lastModifiedTime().compareTo(time) >= 0)
                isYounger.set(true);
        });
        return !isYounger.get();
    }

    /** The names that each folder holds in the end; the root is the empty string. */
    private static Map<String, Set<String>> folders(Set<String> kept, Set<String> written) {
        Map<String, Set<String>> folders = new HashMap<>();
        folders.put("", new HashSet<>());
        for (Set<String> paths : List.of(kept, written))
            for (String path : paths) {
                String child = path;
                while (true) {
                    int slash = child.lastIndexOf('/');
                    String folder = slash < 0 ? "" : child.substring(0, slash);
                    boolean isKnown = folders.containsKey(folder);
                    folders.computeIfAbsent(folder, at -> new HashSet<>(4)).add(child.substring(slash + 1));
                    if (isKnown) break;
                    child = folder;
                }
            }
        return folders;
    }

    /** Removes what does not belong into a folder. @return whether the folder is there */
    private boolean clean(String folder, Set<String> expected) throws IOException {
        Path path = folder.isEmpty() ? root : root.resolve(folder);
        String[] found = path.toFile().list();
        if (found == null) return false;
        Set<String> missing = null;
        for (String name : found) {
            if (expected.contains(name)) continue;
            if (missing == null) {
                missing = new HashSet<>(expected);
                for (String present : found) missing.remove(present);
            }
            checkpoint.reach(Step.CLEAN_SPARE);
            String written = otherSpelling(path, name, missing);
            if (written == null) FileTrees.delete(path.resolve(name));
            else respell(path, name, written);
        }
        return true;
    }

    /** On a file system that ignores case (or composes accents), an older name may be the same file as an expected one. */
    private static @Nullable String otherSpelling(Path folder, String name, Set<String> missing) throws IOException {
        for (String expected : missing)
            if (FileTrees.exists(folder.resolve(expected))
                    && Files.isSameFile(folder.resolve(expected), folder.resolve(name))) return expected;
        return null;
    }

    private static void respell(Path folder, String name, String expected) throws IOException {
        Path between = folder.resolve(name + ".respelled");
        FileTrees.move(folder.resolve(name), between);
        FileTrees.move(between, folder.resolve(expected));
    }

    private BasicFileAttributes place(String path, BasicFileAttributes original) throws IOException {
        Path file = root.resolve(path);
        if (isReused) {
            BasicFileAttributes found = attributes(file);
            if (found != null) {
                if (isSame(found, original)) return found;
                FileTrees.delete(file);
            }
        }
        checkpoint.reach(Step.LINK_FILE);
        Path source = published.resolve(path);
        if (linksWork) {
            try {
                linker.link(file, source);
                return original;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException | UnsupportedOperationException e) {
                linksWork = false;
                Files.deleteIfExists(file);
            }
        }
        Files.copy(source, file, StandardCopyOption.COPY_ATTRIBUTES);
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** By identity where the system has it; else by size and time, as the manifest does. */
    private static boolean isSame(BasicFileAttributes a, BasicFileAttributes b) {
        if (!a.isRegularFile()) return false;
        if (a.fileKey() != null && b.fileKey() != null) return a.fileKey().equals(b.fileKey());
        return a.size() == b.size() && a.lastModifiedTime().equals(b.lastModifiedTime());
    }

    private void makeFolder(@Nullable Path folder) throws IOException {
        if (folder == null || made.contains(folder)) return;
        if (!folder.equals(root)) makeFolder(folder.getParent());
        checkpoint.reach(Step.MAKE_FOLDER);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            replaceByFolder(folder);
        }
        made.add(folder);
    }

    /** A file of the spare stands where a folder must be; several writers may find it at once. */
    private synchronized void replaceByFolder(Path folder) throws IOException {
        if (FileTrees.isFolder(folder)) return;
        FileTrees.delete(folder);
        Files.createDirectory(folder);
    }
}
