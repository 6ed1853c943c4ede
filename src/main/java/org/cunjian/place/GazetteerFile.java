package org.cunjian.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A resource that {@code src/main/data/gazetteer.mjs} wrote: gzip around big-endian columns, so that each is read in one go.
 *
 * <pre>
 * units.gz        "CJU1", units, provinces, cities, counties, townships (int each), codes (int a unit, ascending within a
 *                 level), lengths of names (byte a unit), names (UTF-16)
 * villages-NN.gz  "CJV1", townships, villages (int each), villages of each township of province NN in order (short), the last
 *                 three digits of each code (short a village), kind of each name (byte), lengths of stems (byte), stems (UTF-16)
 * </pre>
 */
final class GazetteerFile {
    private final String name;
    private final ByteBuffer bytes;

    private GazetteerFile(String name, ByteBuffer bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static boolean exists(String name) {
        return GazetteerFile.class.getResource(name) != null;
    }

    static GazetteerFile open(String name, String magic) {
        try (InputStream in = GazetteerFile.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the program's jar");
            ByteBuffer bytes = ByteBuffer.wrap(new GZIPInputStream(in, 1 << 16).readAllBytes());
            byte[] found = new byte[magic.length()];
            bytes.get(found);
            String start = new String(found, StandardCharsets.ISO_8859_1);
            if (!start.equals(magic))
                throw new IllegalStateException(name + ": starts with " + start + ", not " + magic);
            return new GazetteerFile(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    int readInt() {
        return bytes.getInt();
    }

    int[] readInts(int count) {
        int[] ints = new int[count];
        bytes.asIntBuffer().get(ints);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return ints;
    }

    char[] readChars(int count) {
        char[] chars = new char[count];
        bytes.asCharBuffer().get(chars);
        bytes.position(bytes.position() + count * Character.BYTES);
        return chars;
    }

    byte[] readBytes(int count) {
        byte[] read = new byte[count];
        bytes.get(read);
        return read;
    }

    /** What is left must be {@code count} characters. */
    char[] readLastChars(int count) {
        if (bytes.remaining() != count * Character.BYTES)
            throw new IllegalStateException(
                    name + ": " + bytes.remaining() + " bytes left for " + count + " characters");
        return readChars(count);
    }

    /** Where each of {@code lengths} begins, and one more for the end. */
    static int[] starts(byte[] lengths) {
        int[] starts = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + (lengths[i] & 0xFF);
        return starts;
    }
}
