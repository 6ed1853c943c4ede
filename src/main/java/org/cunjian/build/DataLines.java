package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cunjian.io.AtomicFile;
import org.cunjian.knowledge.LineIndex;

/** The index of the published {@code cases.jsonl}, beside the key that the file was made from. */
final class DataLines {
    private static final int KEY_CHARS = 64;

    private final String key;
    private final LineIndex index;
    private LineIndex now = LineIndex.EMPTY;

    private DataLines(String key, LineIndex index) {
        this.key = key;
        this.index = index;
    }

    /** Nothing where there is no such file. */
    static DataLines read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < KEY_CHARS) return new DataLines("", LineIndex.EMPTY);
            return new DataLines(
                    new String(bytes, 0, KEY_CHARS, StandardCharsets.ISO_8859_1),
                    LineIndex.read(Arrays.copyOfRange(bytes, KEY_CHARS, bytes.length)));
        } catch (IOException e) {
            return new DataLines("", LineIndex.EMPTY); // the lines are made anew
        }
    }

    String key() {
        return key;
    }

    LineIndex index() {
        return index;
    }

    /** The index of the file of this build; the one before where that was kept. */
    void now(LineIndex made) {
        now = made;
    }

    void save(Path file, String newKey) {
        if (newKey.equals(key)) return;
        byte[] index = now.toBytes();
        byte[] bytes = Arrays.copyOf(newKey.getBytes(StandardCharsets.ISO_8859_1), KEY_CHARS + index.length);
        System.arraycopy(index, 0, bytes, KEY_CHARS, index.length);
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
