package org.cunjian.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;

/**
 * Finds the files below some paths: sorted, each once however many links lead to it, following symbolic links. Names that begin
 * with a dot are passed over; what cannot be read, loops or is larger than the limit becomes a diagnostic, and the walk goes on.
 */
public final class FileWalker {
    /** No article is larger; reading a 200 MB file into memory to say so would cost more than the whole run. */
    public static final long MOST_BYTES = 64L << 20;

    /**
     * One file found.
     *
     * @param label the path as the person gave it, with {@code /}: for messages and for sorting
     */
    public record FoundFile(Path path, String label, FileStamp stamp) {}

    /** What was found, by label, and what could not be taken. */
    public record Walk(List<FoundFile> files, List<Diagnostic> diagnostics) {
        public Walk {
            files = List.copyOf(files);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private final long mostBytes;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Map<Path, Path> realFolders = new HashMap<>();

    private FileWalker(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public static Walk walk(List<Path> roots) {
        return walk(roots, MOST_BYTES);
    }

    /** @param mostBytes a larger file is not taken */
    public static Walk walk(List<Path> roots, long mostBytes) {
        FileWalker walker = new FileWalker(mostBytes);
        for (Path root : roots) walker.walkRoot(root);
        walker.files.sort(Comparator.comparing(FoundFile::label));
        walker.diagnostics.sort(null);
        return new Walk(walker.files, walker.diagnostics);
    }

    /** {@code path} with {@code /} on every system. */
    public static String label(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void walkRoot(Path root) {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root));
        } catch (IOException e) {
            tell("io/unreadable", root, reason(e));
        }
    }

    private void take(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            tell("io/not-a-file", file);
        } else if (attributes.size() > mostBytes) {
            tell("io/too-large", file, mebibytes(attributes.size()), mebibytes(mostBytes));
        } else if (!Files.isReadable(file)) {
            tell("io/no-permission", file);
        } else if (seen.add(real(file))) {
            files.add(new FoundFile(file, label(file), FileStamp.of(attributes)));
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1048576.0);
    }

    /** A file that is no link itself is where its folder really is, which is asked once for all of them. */
    private Path real(Path file) {
        Path folder = file.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null || Files.isSymbolicLink(file)) return resolved(file);
        return realFolders.computeIfAbsent(folder, FileWalker::resolved).resolve(name);
    }

    private static Path resolved(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private void tell(String code, Path path, String... args) {
        diagnostics.add(Diagnostic.error(code, SourceRange.file(label(path)), args));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file)) take(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) tell("io/link-loop", file);
            else if (e instanceof AccessDeniedException) tell("io/no-permission", file);
            else if (e instanceof NoSuchFileException && Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                tell("io/broken-link", file);
            else if (e instanceof NoSuchFileException) tell("io/no-such-file", file);
            else tell("io/unreadable", file, reason(e));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            if (e != null) tell("io/unreadable", folder, reason(e));
            return FileVisitResult.CONTINUE;
        }

        /** A path that somebody named is taken whatever its name. */
        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().startsWith(".");
        }
    }
}
