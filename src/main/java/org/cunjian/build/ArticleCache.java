package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Checked;
import org.cunjian.content.Curation;
import org.cunjian.content.Metadata;
import org.cunjian.content.Origin;
import org.cunjian.content.Reprint;
import org.cunjian.content.Rights;
import org.cunjian.content.Status;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.FileStamp;
import org.cunjian.io.SitePath;

/**
 * The headers of content files by how the files looked when they were read, so that a file nobody touched is not read again; its
 * body is read when somebody asks. As version control does, a file counts as touched where size, time or identity differ, and
 * also where its time is so near to the last reading that a further change might not show. Articles that gave rise to a message
 * are not kept: it is to be told again. Safe for any thread.
 */
final class ArticleCache {
    private static final int MAGIC = 0x434A4152; // CJAR
    private static final int VERSION = 3;
    /** File systems tell times apart that differ by two seconds at the least (FAT). */
    private static final long MOST_TICK_NANOS = 2_000_000_000L;

    private static final Rights[] RIGHTS = Rights.values();
    private static final Checked[] CHECKED = Checked.values();
    private static final Status[] STATUSES = Status.values();

    private final Path file;
    private final String fingerprint;
    private final long openedNanos;
    private final Map<String, Entry> known;
    private final Map<String, Entry> current = new ConcurrentHashMap<>();
    private final StringPool strings = new StringPool();

    /** One that is carried over stays the same object. */
    private static final class Entry {
        final FileStamp stamp;
        final Rights byDefault;
        final byte[] bytes;

        Entry(FileStamp stamp, Rights byDefault, byte[] bytes) {
            this.stamp = stamp;
            this.byDefault = byDefault;
            this.bytes = bytes;
        }
    }

    private ArticleCache(Path file, String fingerprint, Map<String, Entry> known) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.known = known;
        this.openedNanos = System.currentTimeMillis() * 1_000_000L;
    }

    /** @param fingerprint stands for the program; open before the files are listed */
    static ArticleCache open(Path file, String fingerprint) {
        try {
            return new ArticleCache(file, fingerprint, read(Files.readAllBytes(file), fingerprint));
        } catch (IOException | IllegalArgumentException e) {
            return new ArticleCache(file, fingerprint, Map.of()); // absent, damaged or of another program
        }
    }

    /**
     * @param byDefault the rights of an article that says nothing
     * @param body reads the body of an article that was found
     */
    Optional<Article> find(SitePath path, FileStamp stamp, Rights byDefault, Function<Article, String> body) {
        Entry entry = known.get(path.value());
        if (entry == null || !entry.stamp.equals(stamp) || entry.byDefault != byDefault) return Optional.empty();
        try {
            Article article = decode(path, new Unpacker(entry.bytes, 0, entry.bytes.length, strings), body);
            current.put(path.value(), entry);
            return Optional.of(article);
        } catch (RuntimeException e) {
            return Optional.empty(); // read anew
        }
    }

    void put(FileStamp stamp, Rights byDefault, Article article) {
        if (stamp.modifiedNanos() < openedNanos - MOST_TICK_NANOS)
            current.put(article.path().value(), new Entry(stamp, byDefault, encode(article)));
    }

    /** Writes what this build saw, if that is not what is there. @throws UncheckedIOException where it cannot */
    void save() {
        if (current.equals(known)) return;
        Packer out = new Packer();
        out.string(fingerprint);
        out.number(current.size());
        new TreeMap<>(current).forEach((path, entry) -> {
            out.string(path);
            out.fixed(entry.stamp.sizeBytes());
            out.fixed(entry.stamp.modifiedNanos());
            out.fixed(entry.stamp.identity());
            out.oneOf(entry.byDefault, RIGHTS);
            out.number(entry.bytes.length);
            out.raw(entry.bytes);
        });
        byte[] rest = out.toBytes();
        Packer framed = new Packer();
        framed.number(MAGIC);
        framed.number(VERSION);
        framed.fixed(crc(rest, 0));
        framed.raw(rest);
        try {
            AtomicFile.write(file, framed.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Map<String, Entry> read(byte[] bytes, String fingerprint) {
        Unpacker in = new Unpacker(bytes, 0, bytes.length, new StringPool());
        if (in.number() != MAGIC || in.number() != VERSION) throw new IllegalArgumentException("another file");
        if (in.fixed() != crc(bytes, in.position())) throw new IllegalArgumentException("damaged");
        if (!in.text().equals(fingerprint)) throw new IllegalArgumentException("another program");
        int count = in.number();
        Map<String, Entry> entries = new ConcurrentHashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            String path = in.text();
            FileStamp stamp = new FileStamp(in.fixed(), in.fixed(), in.fixed());
            entries.put(path, new Entry(stamp, in.oneOf(RIGHTS), in.raw(in.number())));
        }
        return entries;
    }

    private static long crc(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return crc.getValue();
    }

    private static byte[] encode(Article a) {
        Packer out = new Packer();
        out.raw(a.sha256().getBytes(StandardCharsets.US_ASCII));
        Metadata metadata = a.metadata();
        out.string(metadata.title());
        out.string(metadata.date() == null ? null : metadata.date().toString());
        out.string(metadata.source());
        out.string(metadata.sourceUrl());
        out.string(metadata.byline());
        Curation curation = a.curation();
        out.string(curation.place());
        for (List<String> names : List.of(curation.tags(), curation.addedPractices(), curation.removedPractices()))
            out.list(names, out::string);
        out.string(curation.summary());
        ArticleId reprinted = curation.reprint().of();
        out.string(reprinted == null ? null : reprinted.value());
        out.list(curation.reprint().notOf(), id -> out.string(id.value()));
        out.list(curation.checked(), each -> out.oneOf(each, CHECKED));
        out.oneOf(a.rights(), RIGHTS);
        out.oneOf(a.status(), STATUSES);
        Origin origin = a.origin();
        out.string(origin == null ? null : origin.file());
        if (origin != null) out.string(origin.sha256());
        out.number(a.bodyLine());
        return out.toBytes();
    }

    private static Reprint reprint(Unpacker in) {
        String original = in.string();
        List<ArticleId> others = in.list(() -> new ArticleId(in.text()));
        return new Reprint(original == null ? null : new ArticleId(original), others);
    }

    private static Article decode(SitePath path, Unpacker in, Function<Article, String> body) {
        String sha256 = new String(in.raw(64), StandardCharsets.US_ASCII);
        String title = in.text();
        String date = in.string();
        Metadata metadata =
                new Metadata(title, date == null ? null : LocalDate.parse(date), in.string(), in.string(), in.string());
        Curation curation = new Curation(
                in.string(),
                in.list(in::text),
                in.list(in::text),
                in.list(in::text),
                in.string(),
                reprint(in),
                in.list(() -> in.oneOf(CHECKED)));
        Rights rights = in.oneOf(RIGHTS);
        Status status = in.oneOf(STATUSES);
        String file = in.string();
        Origin origin = file == null ? null : new Origin(file, in.text());
        List<Article> self = new ArrayList<>(1);
        Article article = Article.onDemand(
                new ArticleId(path.stem()),
                path,
                sha256,
                metadata,
                curation,
                rights,
                status,
                origin,
                in.number(),
                () -> body.apply(self.get(0)));
        self.add(article);
        return article;
    }
}
