package org.cunjian.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;

/**
 * Brings the index on disk up to a knowledge base: what is gone is deleted, what changed is written anew, the rest stays.
 * Articles are indexed on all processors.
 */
final class IndexUpdater {
    /** Raised whenever what is stored or how text is cut changes: an index of another version is built anew. */
    static final String FORMAT = "cunjian-index-3";

    private static final String FORMAT_KEY = "format";
    /** Enough for a segment of some thousand articles; more gains nothing. */
    private static final double BUFFER_MEBIBYTES = 48;

    private final KnowledgeBase kb;
    private final Progress progress;
    private final IndexedText.Maker maker;

    IndexUpdater(KnowledgeBase kb, Progress progress) {
        this.kb = kb;
        this.progress = progress;
        this.maker = new IndexedText.Maker(kb);
    }

    /** @throws IOException where the index is damaged, of another version, or locked */
    SearchIndex.Update update(Path directory) throws IOException {
        try (Directory files = FSDirectory.open(directory)) {
            IndexWriterConfig config = new IndexWriterConfig(null)
                    .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                    .setUseCompoundFile(false);
            IndexWriter writer = new IndexWriter(files, config);
            try {
                SearchIndex.Update update = update(writer);
                writer.close();
                return update;
            } finally {
                if (writer.isOpen()) writer.rollback(); // half an update is never committed
            }
        }
    }

    private SearchIndex.Update update(IndexWriter writer) throws IOException {
        Map<String, String> present = presentHashes(writer);
        List<Changed> changed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(present.keySet());
        int added = 0;
        for (Practice p : kb.practices()) {
            IndexedText text = maker.of(p);
            String hash = text.hash(text.body());
            gone.remove(text.key().uid());
            String before = present.get(text.key().uid());
            if (hash.equals(before)) continue;
            if (before == null) added++;
            changed.add(new Changed(text, hash));
        }
        for (Case c : kb.cases()) {
            if (c.duplicateOf() != null) continue;
            IndexedText text = maker.of(c);
            String hash = text.hash(c.article().sha256() + c.article().rights());
            gone.remove(text.key().uid());
            String before = present.get(text.key().uid());
            if (hash.equals(before)) continue;
            if (before == null) added++;
            changed.add(new Changed(text, hash));
        }
        for (String uid : gone) writer.deleteDocuments(new Term(LuceneDocument.UID, uid));
        boolean isNew = present.isEmpty();
        // in the order of the browser's files: then each segment has it, and they need little sorting
        changed.sort(Comparator.comparing(c -> c.text().order()));
        inParallel(changed.size(), (document, i) -> {
            document.set(changed.get(i).text(), changed.get(i).hash());
            if (isNew) writer.addDocument(document.fields());
            else writer.updateDocument(document.uidTerm(), document.fields());
        });
        if (isNew || !changed.isEmpty() || !gone.isEmpty())
            writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
        return new SearchIndex.Update(added, changed.size() - added, gone.size());
    }

    private record Changed(IndexedText text, String hash) {}

    static boolean isOfThisVersion(DirectoryReader reader) throws IOException {
        return FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT_KEY));
    }

    /** The hash of every live document by its uid. */
    private static Map<String, String> presentHashes(IndexWriter writer) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        if (writer.getDocStats().maxDoc == 0) return hashes; // new, or emptied: any version will do
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) read(leaf.reader(), hashes);
        }
        for (Map.Entry<String, String> entry : writer.getLiveCommitData())
            if (entry.getKey().equals(FORMAT_KEY) && entry.getValue().equals(FORMAT)) return hashes;
        throw new org.apache.lucene.index.IndexFormatTooOldException("cunjian index", "another version");
    }

    private static void read(LeafReader leaf, Map<String, String> hashes) throws IOException {
        SortedDocValues uids = leaf.getSortedDocValues(LuceneDocument.UID);
        SortedDocValues values = leaf.getSortedDocValues(LuceneDocument.HASH);
        if (uids == null || values == null) return;
        Bits live = leaf.getLiveDocs();
        for (int doc = 0; doc < leaf.maxDoc(); doc++) {
            if (live != null && !live.get(doc)) continue;
            if (uids.advanceExact(doc) && values.advanceExact(doc))
                hashes.put(
                        uids.lookupOrd(uids.ordValue()).utf8ToString(),
                        values.lookupOrd(values.ordValue()).utf8ToString());
        }
    }

    /** One step of the parallel part. */
    private interface Step {
        void run(LuceneDocument document, int index) throws IOException;
    }

    private void inParallel(int count, Step step) throws IOException {
        int threads = Math.min(Math.max(1, Runtime.getRuntime().availableProcessors()), Math.max(1, count / 16));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++)
                running.add(pool.submit(() -> {
                    LuceneDocument document = new LuceneDocument();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        step.run(document, i);
                        progress.report("index/stage-index", done.incrementAndGet(), count);
                    }
                    return null;
                }));
            for (Future<?> task : running) task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            throw new IllegalStateException("indexing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("indexing was interrupted");
        } finally {
            next.set(count);
            pool.shutdownNow();
        }
    }
}
