package org.cunjian.build;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.cunjian.content.Article;
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
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();

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
        byte[] bytes = known.get(article.sha256());
        if (bytes == null) return Optional.empty();
        try {
            Case read = FactsCodec.decode(article, bytes);
            used.add(article.sha256());
            return Optional.of(read);
        } catch (IOException e) {
            return Optional.empty(); // made anew and overwritten
        }
    }

    void put(Case read) {
        String key = read.article().sha256();
        known.put(key, FactsCodec.encode(read));
        used.add(key);
        changed.add(shardOf(key));
    }

    /** Writes what changed and forgets what no article used. */
    void save() {
        known.keySet().removeIf(key -> {
            boolean isStale = !used.contains(key);
            if (isStale) changed.add(shardOf(key));
            return isStale;
        });
        if (changed.isEmpty()) return;
        Map<Integer, Map<String, byte[]>> shards = new TreeMap<>();
        for (int shard : changed) shards.put(shard, new TreeMap<>());
        known.forEach((key, bytes) -> {
            Map<String, byte[]> shard = shards.get(shardOf(key));
            if (shard != null) shard.put(key, bytes);
        });
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Integer, Map<String, byte[]>> shard : shards.entrySet())
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

    private void writeShard(int shard, Map<String, byte[]> entries) throws IOException {
        Path file = shardFile(shard);
        Path fresh = folder.resolve(file.getFileName() + ".new");
        CRC32 crc = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)), crc))) {
            out.writeInt(MAGIC);
            out.writeInt(FactsCodec.VERSION);
            out.writeUTF(fingerprint);
            out.writeInt(entries.size());
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                out.writeUTF(e.getKey());
                out.writeInt(e.getValue().length);
                out.write(e.getValue());
            }
            out.writeLong(crc.getValue());
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void readShard(int shard) {
        Path file = shardFile(shard);
        CRC32 crc = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), crc))) {
            long size = Files.size(file);
            if (in.readInt() != MAGIC
                    || in.readInt() != FactsCodec.VERSION
                    || !in.readUTF().equals(fingerprint)) return;
            Map<String, byte[]> entries = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String key = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > size) return;
                entries.put(key, in.readNBytes(length));
            }
            long expected = crc.getValue();
            if (in.readLong() == expected) known.putAll(entries);
        } catch (NoSuchFileException e) {
            // a shard that was never needed
        } catch (IOException e) {
            // cut short or unreadable: as good as absent
        }
    }
}
