package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Work on many files at once, on all processors. */
final class Parallel {
    private Parallel() {}

    @FunctionalInterface
    interface FileWork<T> {
        void on(T item) throws IOException;
    }

    /** @throws IOException the first that any of them threw; some may then have run and others not */
    static <T> void forEach(List<T> items, FileWork<T> work) throws IOException {
        try {
            items.parallelStream().forEach(item -> {
                try {
                    work.on(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
