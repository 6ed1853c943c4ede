package org.cunjian.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;

/** The files of one build, with those of an earlier one to keep. */
final class MemorySink implements OutputSink {
    private record File(String key, String latin1) {
        static File of(String key, byte[] bytes) {
            return new File(key, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final Map<SitePath, File> previous;
    private final Map<SitePath, File> files = new ConcurrentSkipListMap<>();
    private final Set<String> written = new ConcurrentSkipListSet<>();
    private final Set<SitePath> seen = ConcurrentHashMap.newKeySet();

    MemorySink() {
        this.previous = Map.of();
    }

    MemorySink(MemorySink earlier) {
        this.previous = Map.copyOf(earlier.files);
    }

    @Override
    public boolean keep(SitePath path, String key) {
        File file = previous.get(path);
        if (file == null || !file.key().equals(key)) return false;
        put(path, file);
        return true;
    }

    @Override
    public void write(SitePath path, String key, byte[] bytes) {
        put(path, File.of(key, bytes));
        written.add(path.value());
    }

    @Override
    public Optional<byte[]> written(SitePath path) {
        return written.contains(path.value())
                ? Optional.ofNullable(files.get(path)).map(File::bytes)
                : Optional.empty();
    }

    private void put(SitePath path, File file) {
        if (!seen.add(path)) throw new IllegalStateException(path + " twice");
        files.put(path, file);
    }

    /** The paths written, those kept left out. */
    Set<String> written() {
        return written;
    }

    Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, file) -> bytes.put(path.value(), file.bytes()));
        return bytes;
    }

    String text(String path) {
        File file = files.get(new SitePath(path));
        if (file == null) throw new AssertionError("no " + path + " among " + files.keySet());
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    boolean has(String path) {
        return files.containsKey(new SitePath(path));
    }
}
