package org.cunjian.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.webindex.Synonyms;

/**
 * Brings the index on disk up to a knowledge base: what is gone is deleted, what changed is written anew, the rest stays.
 * Articles are indexed on all processors.
 */
final class IndexUpdater {
    /** Raised whenever what is stored or how text is cut changes: an index of another version is built anew. */
    static final String FORMAT = "cunjian-index-11";

    private static final String FORMAT_KEY = "format";
    private static final String SYNONYMS_KEY = "synonyms";
    /** So many documents of the common order go to a thread at once. */
    private static final int STRETCH = 128;

    private final KnowledgeBase kb;
    private final Progress progress;
    private final IndexedTextMaker maker;

    IndexUpdater(KnowledgeBase kb, Progress progress) {
        this.kb = kb;
        this.progress = progress;
        this.maker = new IndexedTextMaker(kb);
    }

    /** @throws IOException where the index is damaged, of another version, or locked */
    SearchIndex.Update update(Path directory) throws IOException {
        try (Directory files = FSDirectory.open(directory)) {
            IndexWriterConfig config = new IndexWriterConfig(null).setMergeScheduler(new WriteAtOnce());
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
        boolean isNew = present.isEmpty();
        List<Changed> changed = new ArrayList<>();
        int added = 0;
        for (Practice p : kb.practices()) {
            String hash = maker.hash(p);
            String before = present.remove(IndexedTextMaker.key(p).uid());
            if (hash.equals(before)) continue;
            if (before == null) added++;
            changed.add(new Changed(IndexedTextMaker.key(p).order(), hash, before != null, () -> maker.of(p)));
        }
        for (Case c : kb.cases()) {
            if (c.duplicateOf() != null) continue;
            String hash = maker.hash(c);
            String before = present.remove(IndexedTextMaker.key(c).uid());
            if (hash.equals(before)) continue;
            if (before == null) added++;
            changed.add(new Changed(IndexedTextMaker.key(c).order(), hash, before != null, () -> maker.of(c)));
        }
        for (String uid : present.keySet()) writer.deleteDocuments(new Term(FieldNames.UID, uid));
        for (Changed c : changed) if (c.isReplaced()) writer.deleteDocuments(new Term(FieldNames.UID, c.uid()));
        // In the order of the browser's files: then each segment has it, and they need little sorting.
        changed.sort(Comparator.comparing(Changed::order));
        write(changed, writer);
        String synonyms = Synonyms.of(kb.synonyms()).toText();
        if (isNew || !changed.isEmpty() || !present.isEmpty() || !synonyms.equals(commitData(writer, SYNONYMS_KEY)))
            writer.setLiveCommitData(
                    Map.of(FORMAT_KEY, FORMAT, SYNONYMS_KEY, synonyms).entrySet());
        return new SearchIndex.Update(added, changed.size() - added, present.size());
    }

    /** A document to write. Its text is made when it is written: all at once they would be a second copy of the articles. */
    private record Changed(String order, String hash, boolean isReplaced, Supplier<IndexedText> text) {
        String uid() {
            return DocumentKey.ofOrder(order).uid();
        }
    }

    static boolean isOfThisVersion(DirectoryReader reader) throws IOException {
        return FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT_KEY));
    }

    /** What people say for what the articles of this index write. */
    static Synonyms synonyms(DirectoryReader reader) throws IOException {
        return Synonyms.ofText(reader.getIndexCommit().getUserData().getOrDefault(SYNONYMS_KEY, ""));
    }

    private static String commitData(IndexWriter writer, String key) {
        if (writer.getLiveCommitData() == null) return "";
        for (Map.Entry<String, String> entry : writer.getLiveCommitData())
            if (entry.getKey().equals(key)) return entry.getValue();
        return "";
    }

    /** The hash of every live document by its uid. */
    private static Map<String, String> presentHashes(IndexWriter writer) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        if (writer.getDocStats().maxDoc == 0) return hashes; // new, or emptied: any version will do
        String version = commitData(writer, FORMAT_KEY);
        if (!version.equals(FORMAT)) throw new IOException(version + " → " + FORMAT);
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) read(leaf, hashes);
        }
        return hashes;
    }

    private static void read(LeafReaderContext leaf, Map<String, String> hashes) throws IOException {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(FieldNames.HASH);
        for (LucenePostings.Live live : LucenePostings.liveDocuments(leaf)) {
            boolean hasHash = values != null && values.advanceExact(live.document() - leaf.docBase);
            String uid = DocumentKey.ofOrder(live.order()).uid();
            hashes.put(uid, hasHash ? values.binaryValue().utf8ToString() : "");
        }
    }

    /** Each thread fills segments with stretches of the documents and hands them over. */
    private void write(List<Changed> changed, IndexWriter writer) throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), (changed.size() + STRETCH - 1) / STRETCH);
        if (threads == 0) return;
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++)
                running.add(pool.submit(() -> {
                    SegmentBuffer buffer = new SegmentBuffer();
                    for (int from = next.getAndAdd(STRETCH); from < changed.size(); from = next.getAndAdd(STRETCH)) {
                        for (Changed c : changed.subList(from, Math.min(from + STRETCH, changed.size()))) {
                            buffer.add(c.text().get(), c.hash());
                            progress.report("index/stage-index", done.incrementAndGet(), changed.size());
                        }
                        if (buffer.isFull()) flush(buffer, writer);
                    }
                    flush(buffer, writer);
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
            next.set(changed.size());
            pool.shutdownNow();
        }
    }

    private static void flush(SegmentBuffer buffer, IndexWriter writer) throws IOException {
        if (buffer.documents() > 0) writer.addIndexes(new MemorySegment(buffer));
        buffer.clear();
    }

    /** Writes a segment in the thread that made it; Lucene's own schedulers write one after the other on two processors. */
    private static final class WriteAtOnce extends MergeScheduler {
        @Override
        public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
            for (MergePolicy.OneMerge merge = source.getNextMerge(); merge != null; merge = source.getNextMerge())
                source.merge(merge);
        }

        @Override
        public void close() {}
    }
}
