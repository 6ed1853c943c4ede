package org.cunjian.preview;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Notices of the operating system for the roots, the folders below them, and the folders that hold the roots. */
final class WatchedChanges implements ChangeSource {
    private final List<Path> roots;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    WatchedChanges(List<Path> roots) throws IOException {
        this.roots = List.copyOf(roots);
        if (roots.isEmpty()) throw new IllegalArgumentException("nothing to watch");
        this.service = roots.get(0).getFileSystem().newWatchService();
        try {
            for (Path root : roots) {
                Path parent = root.getParent();
                if (parent != null && Files.isDirectory(parent)) register(parent);
                registerTree(root);
            }
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private void register(Path folder) throws IOException {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
    }

    private void registerTree(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!ChangeSource.counts(folder)) return FileVisitResult.SKIP_SUBTREE;
                register(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }
        });
    }

    @Override
    public boolean await(long millis) throws InterruptedException {
        try {
            long start = System.nanoTime();
            while (true) {
                long left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                WatchKey key = service.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
                if (key == null) return false;
                boolean isChange = false;
                for (; key != null; key = service.poll()) isChange |= take(key);
                if (isChange) return true;
            }
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("closed");
        }
    }

    private boolean take(WatchKey key) {
        Path folder = folders.get(key);
        boolean isChange = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) isChange = true;
            else if (folder != null && event.context() instanceof Path name)
                isChange |= isChange(folder.resolve(name), event.kind() == ENTRY_CREATE);
        }
        if (!key.reset()) folders.remove(key);
        return isChange;
    }

    private boolean isChange(Path file, boolean isNew) {
        if (roots.stream().noneMatch(file::startsWith) || !ChangeSource.counts(file)) return false;
        if (isNew) {
            try {
                registerTree(file);
            } catch (IOException e) {
                return true; // What lies in the new folder is read by the build that this change leads to.
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
