package org.cunjian.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.PostingsSource;

/**
 * The Lucene index of cases and practices, in a folder of its own.
 *
 * <pre>{@code
 * SearchIndex.update(site.resolve(".cunjian/index"), kb, Progress.NONE);
 * try (SearchIndex index = SearchIndex.open(site.resolve(".cunjian/index")).value().orElseThrow()) {
 *     SearchResult result = index.search(SearchRequest.of("五长制"));
 * }
 * }</pre>
 *
 * <p>An open index shows what it was opened with, whatever is updated meanwhile. Safe for any thread.
 */
public final class SearchIndex implements Closeable {
    private final DirectoryReader reader;
    private final Searcher searcher;

    private SearchIndex(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new Searcher(new LiveSearcher(reader), IndexUpdater.synonyms(reader));
    }

    /** How many documents an update touched. */
    public record Update(int added, int changed, int removed) {
        public boolean isEmpty() {
            return added + changed + removed == 0;
        }
    }

    /**
     * Brings the index up to {@code kb}: only what changed is written. A damaged index, or one of another version of the
     * program, is built anew, with the note {@code index/rebuilt}; one that another process is writing is left alone, with
     * the error {@code index/locked}.
     */
    public static Outcome<Update> update(Path directory, KnowledgeBase kb, Progress progress) {
        IndexUpdater updater = new IndexUpdater(kb, progress);
        SourceRange range = SourceRange.file(directory.toString());
        try {
            Files.createDirectories(directory);
            return Outcome.of(updater.update(directory));
        } catch (LockObtainFailedException e) {
            return Outcome.failed(Diagnostic.error("index/locked", range));
        } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
            return rebuild(directory, updater, range, damaged);
        }
    }

    private static Outcome<Update> rebuild(Path directory, IndexUpdater updater, SourceRange range, Exception damaged) {
        try {
            deleteFiles(directory);
            Update update = updater.update(directory);
            String reason = damaged.getMessage() == null ? damaged.getClass().getSimpleName() : damaged.getMessage();
            return Outcome.of(update, List.of(Diagnostic.note("index/rebuilt", range, reason)));
        } catch (IOException e) {
            return Outcome.failed(Diagnostic.error("index/unwritable", range, String.valueOf(e.getMessage())));
        }
    }

    private static void deleteFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) if (Files.isRegularFile(file)) Files.delete(file);
        }
    }

    /** Opens what is there; without an index the error {@code index/missing}, with an unreadable one {@code index/damaged}. */
    public static Outcome<SearchIndex> open(Path directory) {
        SourceRange range = SourceRange.file(directory.toString());
        try {
            if (!Files.isDirectory(directory)) return Outcome.failed(Diagnostic.error("index/missing", range));
            FSDirectory files = FSDirectory.open(directory);
            if (!DirectoryReader.indexExists(files)) return Outcome.failed(Diagnostic.error("index/missing", range));
            DirectoryReader reader = DirectoryReader.open(files);
            if (!IndexUpdater.isOfThisVersion(reader)) {
                reader.close();
                return Outcome.failed(Diagnostic.error("index/damaged", range, "version"));
            }
            return Outcome.of(new SearchIndex(reader));
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.failed(Diagnostic.error("index/damaged", range, String.valueOf(e.getMessage())));
        }
    }

    /** Any text may be asked, none fails. @throws UncheckedIOException if the files of the index vanish meanwhile */
    public SearchResult search(SearchRequest request) {
        try {
            return searcher.search(request);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + reader.directory(), e);
        }
    }

    /**
     * The same index, for the browser's files. For one thread; valid while this is open.
     *
     * @param kb what the index was last brought up to
     */
    public PostingsSource postings(KnowledgeBase kb) {
        try {
            return new LucenePostings(reader, searcher.lucene(), kb);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + reader.directory(), e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            reader.directory().close();
        } catch (IOException e) {
            throw new UncheckedIOException("index " + reader.directory(), e);
        }
    }
}
