package org.cunjian.webindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;

/** Writes into a folder, without keeping anything; remembers what was written. */
public final class FolderSink implements OutputSink {
    private final Path folder;
    private final Map<SitePath, String> written = new ConcurrentHashMap<>();

    public FolderSink(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean keep(SitePath path, String key) {
        return false;
    }

    @Override
    public void write(SitePath path, String key, byte[] bytes) {
        if (written.put(path, key) != null) throw new IllegalStateException(path + " written twice");
        try {
            Path file = folder.resolve(path.value());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(path.value(), e);
        }
    }

    public java.util.SortedSet<SitePath> paths() {
        return new TreeSet<>(written.keySet());
    }
}
