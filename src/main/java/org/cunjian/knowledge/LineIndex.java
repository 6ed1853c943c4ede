package org.cunjian.knowledge;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Which lines a file of lines has, and where: what the next build needs to copy those that are still true. Kept as bytes; whatever
 * does not fit reads as {@link #EMPTY}.
 */
public final class LineIndex {
    public static final LineIndex EMPTY = new LineIndex("", new long[0], new int[0]);

    private static final int MAGIC = 0x434A4C49; // CJLI

    private final String madeBy;
    private final long[] keys;
    private final int[] lengths;

    /**
     * @param madeBy what all lines depend on; one of another maker is of no use
     * @param keys of the lines, in their order
     * @param lengths in bytes, line ends included
     */
    LineIndex(String madeBy, long[] keys, int[] lengths) {
        this.madeBy = madeBy;
        this.keys = keys;
        this.lengths = lengths;
    }

    boolean isMadeBy(String maker) {
        return keys.length > 0 && madeBy.equals(maker);
    }

    /** A stretch of bytes of the file. */
    record Stretch(long from, int length) {}

    Map<Long, Stretch> stretches() {
        Map<Long, Stretch> stretches = new HashMap<>(2 * keys.length);
        long at = 0;
        for (int i = 0; i < keys.length; i++) {
            stretches.put(keys[i], new Stretch(at, lengths[i]));
            at += lengths[i];
        }
        return stretches;
    }

    long bytes() {
        long bytes = 0;
        for (int length : lengths) bytes += length;
        return bytes;
    }

    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(16 + 2 * madeBy.length() + 12 * keys.length + 8);
        out.putInt(MAGIC).putInt(keys.length).putInt(madeBy.length()).putInt(0);
        for (int i = 0; i < madeBy.length(); i++) out.putChar(madeBy.charAt(i));
        for (long key : keys) out.putLong(key);
        for (int length : lengths) out.putInt(length);
        out.putLong(crc(out.array()));
        return out.array();
    }

    public static LineIndex read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt() != MAGIC || in.getLong(bytes.length - 8) != crc(bytes)) return EMPTY;
            long[] keys = new long[in.getInt()];
            int[] lengths = new int[keys.length];
            char[] madeBy = new char[in.getInt()];
            in.getInt();
            for (int i = 0; i < madeBy.length; i++) madeBy[i] = in.getChar();
            for (int i = 0; i < keys.length; i++) keys[i] = in.getLong();
            for (int i = 0; i < keys.length; i++) lengths[i] = in.getInt();
            return in.remaining() == 8 ? new LineIndex(new String(madeBy), keys, lengths) : EMPTY;
        } catch (RuntimeException e) {
            return EMPTY; // cut short
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 8);
        return crc.getValue();
    }

    @Override
    public String toString() {
        return keys.length + " lines " + Arrays.hashCode(lengths);
    }
}
