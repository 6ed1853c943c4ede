package org.cunjian.site;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.cunjian.io.SitePath;

/**
 * What the pages of one bake link to, and which spots they offer, as hashes: kept between builds as bytes, so that a page that
 * was not made again is checked all the same, and read in one go. Some 560 bytes a page of a site of 58,000.
 */
public final class LinkTable {
    public static final LinkTable EMPTY = new LinkTable(new long[0], new PageLinks[0]);

    private static final int MAGIC = 0x434A4C4B; // CJLK
    private static final int VERSION = 2;
    private static final int HEAD_BYTES = 16;
    private static final int KEY_DIGITS = 32;

    /** Hashes of the pages' paths, ascending. */
    private final long[] paths;

    private final PageLinks[] pages;

    private LinkTable(long[] paths, PageLinks[] pages) {
        this.paths = paths;
        this.pages = pages;
    }

    /** @throws IllegalArgumentException for two pages of one path */
    static LinkTable of(Map<SitePath, PageLinks> pages) {
        long[] paths = new long[pages.size()];
        int size = 0;
        for (SitePath path : pages.keySet()) paths[size++] = hash(path.value());
        Arrays.sort(paths);
        PageLinks[] sorted = new PageLinks[size];
        for (Map.Entry<SitePath, PageLinks> page : pages.entrySet()) {
            int at = Arrays.binarySearch(paths, hash(page.getKey().value()));
            if (sorted[at] != null) throw new IllegalArgumentException("two pages like " + page.getKey());
            sorted[at] = page.getValue();
        }
        return new LinkTable(paths, sorted);
    }

    Collection<PageLinks> pages() {
        return Arrays.asList(pages);
    }

    Optional<PageLinks> find(SitePath page) {
        int at = Arrays.binarySearch(paths, hash(page.value()));
        return at < 0 ? Optional.empty() : Optional.of(pages[at]);
    }

    /** The table as bytes: magic, version, CRC-32 of the rest; then longs: number of pages, and each page. */
    public byte[] toBytes() {
        int longs = 1;
        for (PageLinks page : pages) longs += 5 + page.links.length + page.ids.length;
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + 8 * longs);
        out.position(HEAD_BYTES);
        out.putLong(pages.length);
        for (int i = 0; i < pages.length; i++) {
            PageLinks page = pages[i];
            out.putLong(paths[i]).putLong(page.keyHigh).putLong(page.keyLow);
            out.putLong(page.links.length).putLong(page.ids.length);
            for (long link : page.links) out.putLong(link);
            for (long id : page.ids) out.putLong(id);
        }
        byte[] bytes = out.array();
        out.position(0);
        out.putInt(MAGIC).putInt(VERSION).putLong(crc(bytes));
        return bytes;
    }

    /** The table that {@link #toBytes()} wrote; empty for anything else, since a cache may be lost and made again. */
    public static LinkTable read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD_BYTES + 8 || bytes.length % 8 != 0) return EMPTY;
        if (in.getInt() != MAGIC || in.getInt() != VERSION || in.getLong() != crc(bytes)) return EMPTY;
        long[] all = new long[(bytes.length - HEAD_BYTES) / 8];
        in.asLongBuffer().get(all);
        try {
            PageLinks[] pages = new PageLinks[Math.toIntExact(all[0])];
            long[] paths = new long[pages.length];
            int at = 1;
            for (int i = 0; i < pages.length; i++) {
                paths[i] = all[at];
                int links = at + 5;
                int ids = links + Math.toIntExact(all[at + 3]);
                int end = ids + Math.toIntExact(all[at + 4]);
                pages[i] = new PageLinks(
                        all[at + 1],
                        all[at + 2],
                        Arrays.copyOfRange(all, links, ids),
                        Arrays.copyOfRange(all, ids, end));
                at = end;
            }
            return new LinkTable(paths, pages);
        } catch (ArithmeticException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NegativeArraySizeException e) {
            return EMPTY;
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
        return crc.getValue();
    }

    static final long SEED = 0xCBF29CE484222325L;

    /** Adds a UTF-16 unit to a hash (FNV-1a, a unit a step). */
    static long plus(long hash, char unit) {
        return (hash ^ unit) * 0x100000001B3L;
    }

    /** A path below the site's folder, perhaps with a spot: {@code cases/a/index.html#p-5}. */
    static long hash(String target) {
        long hash = SEED;
        for (int i = 0; i < target.length(); i++) hash = plus(hash, target.charAt(i));
        return hash;
    }

    /**
     * One page: the key of its file; hashes of its links to files and spots of other pages of the site, and of the spots it has
     * itself, each as {@code path} or {@code path#id} and ascending.
     */
    static final class PageLinks {
        final long keyHigh;
        final long keyLow;
        final long[] links;
        final long[] ids;

        private PageLinks(long keyHigh, long keyLow, long[] links, long[] ids) {
            this.keyHigh = keyHigh;
            this.keyLow = keyLow;
            this.links = links;
            this.ids = ids;
        }

        /** @param key 32 hexadecimal digits */
        static PageLinks of(String key, long[] links, long[] ids) {
            return new PageLinks(high(key), low(key), links, ids);
        }

        boolean isMadeFrom(String key) {
            return keyHigh == high(key) && keyLow == low(key);
        }

        private static long high(String key) {
            return Long.parseUnsignedLong(key, 0, KEY_DIGITS / 2, 16);
        }

        private static long low(String key) {
            return Long.parseUnsignedLong(key, KEY_DIGITS / 2, KEY_DIGITS, 16);
        }
    }
}
