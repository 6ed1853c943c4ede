package org.cunjian.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders: removed, moved, made to last. Never follows a symbolic link. */
final class FileTrees {
    private static final boolean IS_WINDOWS = java.io.File.separatorChar == '\\';

    /** Windows refuses to move a folder while a virus scanner looks into it: that passes. */
    private static final int MOVE_TRIES = 10;

    private static final long MOVE_PAUSE_MILLIS = 100;

    private FileTrees() {}

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes a file or a folder with all that is in it; nothing there is no error. */
    static void delete(Path root) throws IOException {
        if (!exists(root)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) throw failure;
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Renames a file or folder. Never copies: a half-copied site must not be seen. */
    static void move(Path from, Path to) throws IOException {
        for (int left = IS_WINDOWS ? MOVE_TRIES : 1; ; left--) {
            try {
                Files.move(from, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException e) {
                if (left <= 1) throw e;
                pause(e);
            }
        }
    }

    private static void pause(IOException reason) throws IOException {
        try {
            Thread.sleep(MOVE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    /** Has the disk hold a file's bytes before anything that relies on them is done. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Has the disk hold a folder's names, where the system can (Windows cannot, and needs not). */
    static void forceFolder(Path folder) {
        if (IS_WINDOWS) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some network file systems refuse; a kill loses nothing all the same, only a power cut might.
        }
    }

    /** Writes a small file so that a reader sees the whole of it or the one before. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.write(fresh, bytes);
        force(fresh);
        move(fresh, file);
    }
}
