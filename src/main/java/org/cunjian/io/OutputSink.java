package org.cunjian.io;

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

    /** Writes a file made from {@code key}. @throws java.io.UncheckedIOException with the path in its message */
    void write(SitePath path, String key, byte[] bytes);

    /** Writes a file whose key is the hash of its bytes. */
    default void write(SitePath path, byte[] bytes) {
        String key = ContentHash.of(bytes);
        if (!keep(path, key)) write(path, key, bytes);
    }
}
