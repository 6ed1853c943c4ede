package org.cunjian.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of one bake link to, and which spots they offer. Kept between builds as bytes, so that a page that was not
 * made again is checked all the same. About 300 bytes a page.
 */
public final class LinkTable {
    public static final LinkTable EMPTY = new LinkTable(new TreeMap<>());

    private static final int MAGIC = 0x434A4C4B; // CJLK
    private static final int VERSION = 1;

    private final SortedMap<SitePath, PageLinks> pages;

    private LinkTable(SortedMap<SitePath, PageLinks> pages) {
        this.pages = Collections.unmodifiableSortedMap(pages);
    }

    static LinkTable of(Collection<PageLinks> pages) {
        SortedMap<SitePath, PageLinks> sorted = new TreeMap<>();
        for (PageLinks page : pages) sorted.put(page.page(), page);
        return new LinkTable(sorted);
    }

    public Collection<PageLinks> pages() {
        return pages.values();
    }

    public Optional<PageLinks> find(SitePath page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** The table as bytes: magic, version, CRC-32 of the rest; the texts, each once; the pages by number of text. */
    public byte[] toBytes() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(rest)) {
            Map<String, Integer> numbers = new HashMap<>();
            List<String> texts = new ArrayList<>();
            ByteArrayOutputStream pageBytes = new ByteArrayOutputStream();
            try (DataOutputStream pageOut = new DataOutputStream(pageBytes)) {
                for (PageLinks page : pages.values()) {
                    writeNumber(pageOut, number(page.page().value(), numbers, texts));
                    writeNumber(pageOut, number(page.key(), numbers, texts));
                    writeAll(pageOut, page.links(), numbers, texts);
                    writeAll(pageOut, page.ids(), numbers, texts);
                }
            }
            writeNumber(out, texts.size());
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                writeNumber(out, utf8.length);
                out.write(utf8);
            }
            writeNumber(out, pages.size());
            pageBytes.writeTo(out);
            return framed(rest.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] framed(byte[] rest) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(rest.length + 16);
        try (DataOutputStream out = new DataOutputStream(framed)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(crc(rest));
            out.write(rest);
        }
        return framed.toByteArray();
    }

    /** The table that {@link #toBytes()} wrote; empty for anything else, since a cache may be lost and made again. */
    public static LinkTable read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (bytes.length < 16 || in.readInt() != MAGIC || in.readInt() != VERSION) return EMPTY;
            if (in.readLong() != crc(Arrays.copyOfRange(bytes, 16, bytes.length))) return EMPTY;
            String[] texts = new String[readNumber(in)];
            for (int i = 0; i < texts.length; i++)
                texts[i] = new String(in.readNBytes(readNumber(in)), StandardCharsets.UTF_8);
            List<PageLinks> pages = new ArrayList<>();
            for (int left = readNumber(in); left > 0; left--)
                pages.add(new PageLinks(
                        new SitePath(texts[readNumber(in)]),
                        texts[readNumber(in)],
                        readAll(in, texts),
                        readAll(in, texts)));
            return of(pages);
        } catch (IOException | IndexOutOfBoundsException e) {
            return EMPTY;
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static int number(String text, Map<String, Integer> numbers, List<String> texts) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) return known;
        texts.add(text);
        return texts.size() - 1;
    }

    private static void writeAll(
            DataOutputStream out, List<String> values, Map<String, Integer> numbers, List<String> texts)
            throws IOException {
        writeNumber(out, values.size());
        for (String value : values) writeNumber(out, number(value, numbers, texts));
    }

    private static List<String> readAll(DataInputStream in, String[] texts) throws IOException {
        String[] values = new String[readNumber(in)];
        for (int i = 0; i < values.length; i++) values[i] = texts[readNumber(in)];
        return List.of(values);
    }

    private static void writeNumber(DataOutputStream out, int number) throws IOException {
        int rest = number;
        for (; rest > 127; rest >>>= 7) out.writeByte(rest | 128);
        out.writeByte(rest);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            number |= (b & 127) << shift;
            if (b < 128) return number;
        }
    }

    /**
     * One page: the key of its file, its links to files of the site (as {@code path} or {@code path#id}, from the site's
     * folder, sorted) and the ids of its elements (sorted).
     */
    public record PageLinks(SitePath page, String key, List<String> links, List<String> ids) {
        public PageLinks {
            links = List.copyOf(links);
            ids = List.copyOf(ids);
        }

        boolean offers(String id) {
            return Collections.binarySearch(ids, id) >= 0;
        }
    }

    /** Texts that many pages share, each held once. Thread-safe. */
    static final class Pool {
        private final Map<String, String> texts = new ConcurrentHashMap<>();

        String one(String text) {
            @Nullable String known = texts.get(text); // the first look takes no lock
            if (known == null) known = texts.putIfAbsent(text, text);
            return known == null ? text : known;
        }
    }
}
