package org.cunjian.webindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.ChangeHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;

/**
 * Remembers from one build to the next which files the browser index has and what the whole of it was made from, so that a build
 * with nothing new keeps the files without opening the index. It may be deleted at any time.
 *
 * <pre>{@code
 * WebIndexRecord record = WebIndexRecord.open(file, key, sink);
 * if (!record.keepAll()) {
 *     WebIndexWriter.write(index.postings(), kb, record);   // passes on to sink
 *     record.save();
 * }
 * }</pre>
 */
public final class WebIndexRecord implements OutputSink {
    private final Path file;
    private final String key;
    private final OutputSink to;
    private final List<String> previous;
    private final Map<SitePath, String> files = new ConcurrentHashMap<>();

    private WebIndexRecord(Path file, String key, OutputSink to, List<String> previous) {
        this.file = file;
        this.key = key;
        this.to = to;
        this.previous = previous;
    }

    /** @param key stands for everything that the browser index is made from; one line */
    public static WebIndexRecord open(Path file, String key, OutputSink to) {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            List<String> files = lines.subList(Math.min(1, lines.size()), lines.size());
            boolean isSame = !lines.isEmpty() && lines.get(0).equals(head(key, files)); // a damaged file is not
            return new WebIndexRecord(file, key, to, isSame ? files : List.of());
        } catch (IOException e) {
            return new WebIndexRecord(file, key, to, List.of()); // unreadable: the index is made anew
        }
    }

    /**
     * Keeps every file of the index.
     *
     * @return false where it was made from something else, or a file is not as it was: then the index is to be written
     */
    public boolean keepAll() {
        boolean hasAll = !previous.isEmpty();
        for (String line : previous) {
            int tab = line.indexOf('\t');
            hasAll &= tab > 0 && keep(new SitePath(line.substring(0, tab)), line.substring(tab + 1));
            if (!hasAll) break;
        }
        return hasAll;
    }

    /** A file that {@link #keepAll} kept before it came upon a lost one is kept already. */
    @Override
    public boolean keep(SitePath path, String fileKey) {
        if (fileKey.equals(files.get(path))) return true;
        if (!to.keep(path, fileKey)) return false;
        files.put(path, fileKey);
        return true;
    }

    @Override
    public void write(SitePath path, String fileKey, byte[] bytes) {
        to.write(path, fileKey, bytes);
        files.put(path, fileKey);
    }

    /** After the last file. @throws UncheckedIOException where it cannot be written */
    public void save() {
        List<String> lines = files.entrySet().stream()
                .map(entry -> entry.getKey().value() + "\t" + entry.getValue())
                .sorted()
                .toList();
        String text = head(key, lines) + "\n" + String.join("\n", lines) + "\n";
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String head(String key, List<String> lines) {
        return key + " " + new ChangeHash().add(lines);
    }
}
