package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.cunjian.content.Article;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.ContentHash;
import org.cunjian.knowledge.Case;

/**
 * What was understood of each article in the last build, by the hash of its content file, in 64 files by the first six bits of
 * that hash: a changed article rewrites one or two of them. A file begins with a magic number, the layout's version and the
 * fingerprint of what made it (program and configuration), and ends with a CRC-32; one that does not fit is as good as absent,
 * and the work is done anew. Safe for any thread.
 */
final class FactsCache {
    private static final int MAGIC = 0x434A4643; // CJFC
    private static final int SHARDS = 64;

    private final Path folder;
    private final String fingerprint;
    private final Map<String, Slice> known = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger added = new AtomicInteger();
    private final StringPool strings = new StringPool();

    /** Some bytes of a shard as it was read, or of a finding of this build. */
    private static final class Slice {
        final byte[] of;
        final int from;
        final int end;

        Slice(byte[] of, int from, int end) {
            this.of = of;
            this.from = from;
            this.end = end;
        }
    }

    private FactsCache(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = ContentHash.of(fingerprint);
    }

    static FactsCache open(Path folder, String fingerprint) {
        FactsCache cache = new FactsCache(folder, fingerprint);
        if (Files.isDirectory(folder)) IntStream.range(0, SHARDS).parallel().forEach(cache::readShard);
        return cache;
    }

    /** What is known of the article, if it was understood before by the same program. */
    Optional<Case> find(Article article) {
        Slice bytes = known.get(article.sha256());
        if (bytes == null) return Optional.empty();
        try {
            Case read = FactsCodec.decode(article, bytes.of, bytes.from, bytes.end, strings);
            used.add(article.sha256());
            return Optional.of(read);
        } catch (IOException e) {
            return Optional.empty(); // made anew and overwritten
        }
    }

    /** @return the same facts as the next build will read them; their strings are shared with those of other articles */
    Case put(Case read) {
        String key = read.article().sha256();
        byte[] bytes = FactsCodec.encode(read);
        known.put(key, new Slice(bytes, 0, bytes.length));
        used.add(key);
        added.incrementAndGet();
        changed.add(shardOf(key));
        try {
            return FactsCodec.decode(read.article(), bytes, strings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many articles were understood anew. */
    int added() {
        return added.get();
    }

    /** Writes what changed and forgets what no article used. */
    void save() {
        known.keySet().removeIf(key -> {
            boolean isStale = !used.contains(key);
            if (isStale) changed.add(shardOf(key));
            return isStale;
        });
        if (changed.isEmpty()) return;
        Map<Integer, Map<String, Slice>> shards = new TreeMap<>();
        for (int shard : changed) shards.put(shard, new TreeMap<>());
        known.forEach((key, bytes) -> {
            Map<String, Slice> shard = shards.get(shardOf(key));
            if (shard != null) shard.put(key, bytes);
        });
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Integer, Map<String, Slice>> shard : shards.entrySet())
                writeShard(shard.getKey(), shard.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static int shardOf(String sha256) {
        return Integer.parseInt(sha256.substring(0, 2), 16) >> 2;
    }

    private Path shardFile(int shard) {
        return folder.resolve(String.format(java.util.Locale.ROOT, "%02d.bin", shard));
    }

    private void writeShard(int shard, Map<String, Slice> entries) throws IOException {
        Packer out = new Packer();
        out.number(MAGIC);
        out.number(FactsCodec.VERSION);
        out.string(fingerprint);
        out.number(entries.size());
        entries.forEach((key, bytes) -> {
            out.string(key);
            out.number(bytes.end - bytes.from);
            out.raw(bytes.of, bytes.from, bytes.end);
        });
        byte[] body = out.toBytes();
        out.fixed(crc(body, body.length));
        AtomicFile.write(shardFile(shard), out.toBytes());
    }

    private static long crc(byte[] bytes, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, end);
        return crc.getValue();
    }

    private void readShard(int shard) {
        try {
            byte[] bytes = Files.readAllBytes(shardFile(shard));
            int end = bytes.length - Long.BYTES;
            if (end < 0 || new Unpacker(bytes, end, bytes.length, strings).fixed() != crc(bytes, end)) return;
            Unpacker in = new Unpacker(bytes, 0, end, strings);
            if (in.number() != MAGIC
                    || in.number() != FactsCodec.VERSION
                    || !in.text().equals(fingerprint)) return;
            for (int left = in.number(); left > 0; left--) {
                String key = in.text();
                int length = in.number();
                int from = in.skip(length);
                known.put(key, new Slice(bytes, from, from + length));
            }
        } catch (IOException | IllegalArgumentException e) {
            // a shard that was never needed, is cut short or unreadable: as good as absent
        }
    }
}
