package org.cunjian.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Calls back when files of a site change: once they have been quiet for a moment, on a thread of its own, one call at a
 * time. What changes during a call leads to one more.
 */
public final class SiteWatcher implements AutoCloseable {
    /** Editors write a file in several steps; copying a folder in takes a while. */
    private static final long QUIET_MILLIS = 200;

    private static final long LONGEST_WAIT_MILLIS = 3_000;

    private final ChangeSource source;
    private final Runnable onChange;
    private final Thread thread;

    private SiteWatcher(ChangeSource source, Runnable onChange) {
        this.source = source;
        this.onChange = onChange;
        this.thread = new Thread(this::run, "watch");
        this.thread.setDaemon(true);
    }

    /**
     * Watches files and whole folders, such as {@code content}, {@code templates} and {@code site-config.properties}. They
     * may be missing and come later. Hidden files and the backups of editors do not count.
     */
    public static SiteWatcher start(List<Path> roots, Runnable onChange) {
        List<Path> absolute =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
        return start(ChangeSource.of(absolute), onChange);
    }

    static SiteWatcher start(ChangeSource source, Runnable onChange) {
        SiteWatcher watcher = new SiteWatcher(source, onChange);
        watcher.thread.start();
        return watcher;
    }

    private void run() {
        try {
            while (true) {
                if (!source.await(Long.MAX_VALUE)) continue;
                long waited = 0;
                while (waited < LONGEST_WAIT_MILLIS && source.await(QUIET_MILLIS)) waited += QUIET_MILLIS;
                onChange.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed: the thread ends.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            source.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("watch", e);
        }
    }
}
