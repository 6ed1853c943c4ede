package org.cunjian.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where finished files go. Paths are below the site's output root. Thread-safe; each path is written or kept once in a build.
 *
 * <p>A {@code key} stands for everything a file is made from (a hash of its inputs, its template and the program's version):
 * two files of one path and key have the same bytes. With it an unchanged file need not be made again.
 */
public interface OutputSink {

    /**
     * Keeps the file of the previous build where that was made from the same key.
     *
     * @return false where there is none: the caller then makes it and calls {@link #write(SitePath, String, byte[])}
     */
    boolean keep(SitePath path, String key);

    /** Whether the previous build has the file, made from the same key and untouched since. */
    default boolean has(SitePath path, String key) {
        return false;
    }

    /** The bytes of the file in the previous build, if it has it and nobody touched it since. */
    default Optional<byte[]> published(SitePath path) {
        return Optional.empty();
    }

    /**
     * Keeps every file below a folder that the previous build had, but for some, whatever they were made from: where the caller
     * knows that from one of them. All or none.
     *
     * @return false where one of them is not as it was, or the sink cannot tell: then none is kept
     */
    default boolean keepFolder(SitePath folder, Set<SitePath> except) {
        return false;
    }

    /**
     * The file of the previous build where it was made from {@code key} and nobody touched it, so that parts of it may be copied.
     * Most sinks have none.
     */
    default Optional<Path> previous(SitePath path, String key) {
        return Optional.empty();
    }

    /** The bytes of a file that was written in this build. Many sinks do not keep them. */
    default Optional<byte[]> written(SitePath path) {
        return Optional.empty();
    }

    /** Writes a file made from {@code key}. @throws java.io.UncheckedIOException with the path in its message */
    void write(SitePath path, String key, byte[] bytes);

    /** Writes a large file made from {@code key} as it comes, without holding it in memory where the sink can. */
    default void write(SitePath path, String key, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(path.value(), e);
        }
        write(path, key, bytes.toByteArray());
    }

    /** The bytes of a file, written once, from the first to the last. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file whose key is the hash of its bytes. */
    default void write(SitePath path, byte[] bytes) {
        String key = ContentHash.of(bytes);
        if (!keep(path, key)) write(path, key, bytes);
    }
}
