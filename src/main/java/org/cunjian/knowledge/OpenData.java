package org.cunjian.knowledge;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cunjian.io.ChangeHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.practice.PracticeFinding;

/**
 * The open data of a site below {@code data/}: {@code cases.jsonl} and {@code practices.jsonl} (one object a line), the same as
 * CSV for spreadsheets, and {@code datapackage.json} (Frictionless Data Package 1.0) that describes them. Title, source,
 * names and components are Simplified ({@code titlePrinted}, {@code sourcePrinted} where the article's own differ), surfaces as printed, offsets UTF-16 into the content file's body. Each case keeps its line; a duplicate carries
 * {@code duplicateOf}. Quotes of articles with {@code rights=excerpt} are cut to the configured length.
 */
public final class OpenData {
    /** Lines are made on all processors, so many at a time. */
    private static final int BATCH = 512;

    private static final int COPY_BYTES = 1 << 20;

    private final KnowledgeBase kb;
    private final OpenDataRecords records;
    private final String maker;

    /** @param program stands for the program that made the facts */
    public OpenData(KnowledgeBase kb, String program) {
        this.kb = kb;
        this.records = new OpenDataRecords(kb);
        this.maker = program + kb.config();
    }

    /** Where the files go, in the order of the data package. */
    public static List<SitePath> paths() {
        return List.of(
                new SitePath("data/cases.jsonl"),
                new SitePath("data/practices.jsonl"),
                new SitePath("data/cases.csv"),
                new SitePath("data/practices.csv"),
                new SitePath("data/datapackage.json"));
    }

    /** Writes all of them, whatever was written before. */
    public void write(OutputSink sink, String key) {
        write(sink, key, "", LineIndex.EMPTY);
    }

    /**
     * Writes all of them. Lines of {@code cases.jsonl} that are still true are copied from the previous file: a site of 10,000
     * cases has 360 MB of them.
     *
     * @param key stands for the whole knowledge base
     * @param previousKey what the previous {@code cases.jsonl} was made from, {@code previous} its lines
     * @return the lines of this one
     */
    public LineIndex write(OutputSink sink, String key, String previousKey, LineIndex previous) {
        OpenDataTables tables = new OpenDataTables(kb);
        LineIndex[] lines = {previous};
        List<OutputSink.Content> contents = List.of(
                out -> lines[0] = cases(out, previousLines(sink, previousKey, previous), previous),
                records::practices,
                tables::cases,
                tables::practices,
                tables::describe);
        for (int i = 0; i < contents.size(); i++) {
            SitePath path = paths().get(i);
            if (!sink.keep(path, key)) sink.write(path, key, contents.get(i));
        }
        return lines[0];
    }

    private Optional<Path> previousLines(OutputSink sink, String key, LineIndex lines) {
        return lines.isMadeBy(maker) ? sink.previous(paths().get(0), key) : Optional.empty();
    }

    private LineIndex cases(OutputStream out, Optional<Path> previous, LineIndex lines) throws IOException {
        List<Case> cases = kb.cases();
        long[] keys = cases.parallelStream().mapToLong(this::key).toArray();
        int[] lengths = new int[keys.length];
        if (previous.isEmpty()) {
            make(cases, out, lengths, 0, keys.length);
            return new LineIndex(maker, keys, lengths);
        }
        try (FileChannel file = FileChannel.open(previous.get())) {
            Map<Long, LineIndex.Stretch> known = file.size() == lines.bytes() ? lines.stretches() : Map.of();
            int at = 0;
            while (at < keys.length) {
                int end = at;
                if (known.containsKey(keys[at])) {
                    end = copied(known, keys, lengths, at);
                    long from = Objects.requireNonNull(known.get(keys[at])).from();
                    long length = 0;
                    for (int i = at; i < end; i++) length += lengths[i];
                    copy(file, from, length, out);
                } else {
                    while (end < keys.length && !known.containsKey(keys[end])) end++;
                    make(cases, out, lengths, at, end);
                }
                at = end;
            }
        }
        return new LineIndex(maker, keys, lengths);
    }

    /** Notes the lengths of lines from {@code at} that follow one another in the previous file too. @return the first after them */
    private static int copied(Map<Long, LineIndex.Stretch> known, long[] keys, int[] lengths, int at) {
        long next = Objects.requireNonNull(known.get(keys[at])).from();
        int end = at;
        for (; end < keys.length; end++) {
            LineIndex.Stretch stretch = known.get(keys[end]);
            if (stretch == null || stretch.from() != next) break;
            lengths[end] = stretch.length();
            next += stretch.length();
        }
        return end;
    }

    private static void copy(FileChannel file, long from, long length, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(COPY_BYTES, length));
        for (long done = 0; done < length; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
            int read = file.read(buffer, from + done);
            if (read < 0) throw new EOFException("cases.jsonl was cut short while it was read");
            out.write(buffer.array(), 0, read);
            done += read;
        }
    }

    private void make(List<Case> cases, OutputStream out, int[] lengths, int from, int end) throws IOException {
        for (int start = from; start < end; start += BATCH) {
            List<byte[]> batch = cases.subList(start, Math.min(end, start + BATCH)).parallelStream()
                    .map(records::line)
                    .toList();
            for (int i = 0; i < batch.size(); i++) {
                lengths[start + i] = batch.get(i).length;
                out.write(batch.get(i));
            }
        }
    }

    /** What a line is made from, besides program and configuration: the case, and the ids its practices have in this site. */
    private long key(Case c) {
        ChangeHash hash = new ChangeHash().add(c.id().value()).add(CasePrint.of(c));
        for (PracticeFinding finding : c.practices())
            hash.add(kb.idOf(finding.name()).value());
        return hash.toLong();
    }
}
