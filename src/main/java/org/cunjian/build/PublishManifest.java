package org.cunjian.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.ChangeHash;

/**
 * What each published file was made from, and how it looked when it was put in place.
 *
 * <p>Text, UTF-8, LF: {@code cunjian-manifest 2}, then a line a file in the order of paths, {@code <key, 32 hexadecimal
 * digits> <bytes> <last modified, nanoseconds since 1970> <path>}, then {@code end <number of files> <CRC-32 of all
 * before this line>}. A path with a control character has no line, so that file is made anew each time.
 */
final class PublishManifest {
    private static final String MAGIC = "cunjian-manifest ";
    private static final String VERSION = "2";

    /** {@code keyHigh} and {@code keyLow}: the {@link ChangeHash} of the key. */
    record Entry(long keyHigh, long keyLow, long sizeBytes, long modifiedNanos) {

        static Entry of(String key, BasicFileAttributes file) {
            ChangeHash hash = new ChangeHash().add(key);
            return new Entry(hash.high(), hash.low(), file.size(), modifiedNanos(file));
        }

        boolean isMadeFrom(String key) {
            ChangeHash hash = new ChangeHash().add(key);
            return hash.high() == keyHigh && hash.low() == keyLow;
        }

        /** Whether the file is the one that was put in place: someone may have edited it by hand. */
        boolean isUntouched(BasicFileAttributes file) {
            return file.isRegularFile() && file.size() == sizeBytes && modifiedNanos(file) == modifiedNanos;
        }

        Entry seenAs(BasicFileAttributes file) {
            return new Entry(keyHigh, keyLow, file.size(), modifiedNanos(file));
        }

        private static long modifiedNanos(BasicFileAttributes file) {
            return file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        }
    }

    private final Map<String, Entry> entries;
    private final String checksum;

    PublishManifest(Map<String, Entry> entries) {
        this(entries, "");
    }

    private PublishManifest(Map<String, Entry> entries, String checksum) {
        this.entries = entries;
        this.checksum = checksum;
    }

    static PublishManifest empty() {
        return new PublishManifest(Map.of());
    }

    /** The last line of the file that it was read from; empty where there was none. */
    String checksum() {
        return checksum;
    }

    /** {@link #checksum()} of the manifest that {@link #toBytes()} gave. */
    static String checksum(byte[] bytes) {
        int tail = lastLineStart(bytes);
        return new String(bytes, tail, bytes.length - tail, StandardCharsets.UTF_8).strip();
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Optional<Entry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** What was read, and why it is empty where the file is damaged or of another version. */
    record Read(PublishManifest manifest, Optional<Diagnostic> problem) {}

    /** A missing file is an empty manifest. */
    static Read read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Read(empty(), Optional.empty());
        }
        try {
            return new Read(parse(bytes), Optional.empty());
        } catch (IllegalArgumentException e) {
            String found = e.getMessage() == null ? e.toString() : e.getMessage();
            return new Read(
                    empty(),
                    Optional.of(Diagnostic.note("build/manifest-damaged", SourceRange.file(file.toString()), found)));
        }
    }

    private static PublishManifest parse(byte[] bytes) {
        String first = MAGIC + VERSION;
        String found = firstLine(bytes);
        if (!found.equals(first)) throw new IllegalArgumentException("“" + found + "” ≠ “" + first + "”");
        int tail = lastLineStart(bytes);
        String[] end = checksum(bytes).split(" ");
        String sum = sum(bytes, tail);
        if (bytes[bytes.length - 1] != '\n' || end.length != 3 || !end[0].equals("end") || !end[2].equals(sum))
            throw new IllegalArgumentException("CRC-32 ≠ " + sum);
        Map<String, Entry> entries = new HashMap<>(2 * Integer.parseInt(end[1]));
        int from = first.length() + 1;
        while (from < tail) {
            int to = from;
            while (bytes[to] != '\n') to++;
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            int size = line.indexOf(' ', 33);
            int time = line.indexOf(' ', size + 1);
            entries.put(
                    line.substring(time + 1),
                    new Entry(
                            HexFormat.fromHexDigitsToLong(line, 0, 16),
                            HexFormat.fromHexDigitsToLong(line, 16, 32),
                            Long.parseLong(line, 33, size, 10),
                            Long.parseLong(line, size + 1, time, 10)));
            from = to + 1;
        }
        if (entries.size() != Integer.parseInt(end[1]))
            throw new IllegalArgumentException(entries.size() + " ≠ " + end[1]);
        return new PublishManifest(entries, checksum(bytes));
    }

    private static String firstLine(byte[] bytes) {
        int to = 0;
        while (to < bytes.length && to < 80 && bytes[to] != '\n') to++;
        return new String(bytes, 0, to, StandardCharsets.ISO_8859_1);
    }

    private static int lastLineStart(byte[] bytes) {
        int at = Math.max(0, bytes.length - 2);
        while (at > 0 && bytes[at] != '\n') at--;
        return at + 1;
    }

    private static String sum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return Long.toHexString(crc.getValue());
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(entries.size() * 110 + 128);
        text.append(MAGIC).append(VERSION).append('\n');
        HexFormat hex = HexFormat.of();
        int lines = 0;
        String[] paths = entries.keySet().toArray(new String[0]);
        Arrays.sort(paths);
        for (String path : paths) {
            Entry entry = entries.get(path);
            if (entry == null || hasControl(path)) continue;
            text.append(hex.toHexDigits(entry.keyHigh)).append(hex.toHexDigits(entry.keyLow));
            text.append(' ').append(entry.sizeBytes).append(' ').append(entry.modifiedNanos);
            text.append(' ').append(path).append('\n');
            lines++;
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("end " + lines + " " + sum(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, bytes, body.length, end.length);
        return bytes;
    }

    private static boolean hasControl(String path) {
        for (int i = 0; i < path.length(); i++) if (path.charAt(i) < ' ') return true;
        return false;
    }
}
