package org.cunjian.preview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at names, sizes and times again and again, at most a twentieth of the time. */
final class PolledChanges implements ChangeSource {
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long USUAL_PAUSE_MILLIS = 1_000;
    private static final long PAUSES_PER_LOOK = 20;

    private final List<Path> roots;
    private long seen;
    private long lookNanos;

    PolledChanges(List<Path> roots) {
        this.roots = List.copyOf(roots);
        this.seen = look();
    }

    @Override
    public boolean await(long millis) throws InterruptedException {
        long usual = Math.max(USUAL_PAUSE_MILLIS, PAUSES_PER_LOOK * TimeUnit.NANOSECONDS.toMillis(lookNanos));
        long left = millis;
        do {
            long pause = Math.max(Math.min(usual, left), Math.min(SHORTEST_PAUSE_MILLIS, millis));
            Thread.sleep(pause);
            left -= pause;
            long now = look();
            if (now != seen) {
                seen = now;
                return true;
            }
        } while (left > 0);
        return false;
    }

    /** A sum over the files, so that their order does not matter. */
    private long look() {
        long start = System.nanoTime();
        Sum sum = new Sum();
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, sum);
            } catch (IOException e) {
                sum.value += e.toString().hashCode();
            }
        }
        lookNanos = System.nanoTime() - start;
        return sum.value;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long value;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return ChangeSource.counts(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ChangeSource.counts(file)) {
                long mixed = file.hashCode() * 0x9E3779B97F4A7C15L + attributes.size();
                mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L
                        + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                value += (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {}
}
