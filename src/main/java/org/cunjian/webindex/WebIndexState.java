package org.cunjian.webindex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.cunjian.webindex.PostingsSource.Input;

/**
 * What a build leaves for the next one, so that it need only write what changed: what each document was made from, and figures of
 * the whole dictionary. Big endian; strings are a length in bytes and UTF-8.
 */
final class WebIndexState {
    private static final int MAGIC = 0x436A5736; // CjW6

    /** Stands for the program and the configuration, and for all content. */
    final String program;

    final String content;
    final Ledger ledger;
    final Figures figures;
    final Pool pool;
    final Map<String, Known> documents;

    /** A document as it was written; {@code hasBlock}: its text has a block. */
    record Known(int number, String hash, long summaryKey, long facetKey, boolean hasBlock, Bytes input) {}

    /** What a document was made from; {@code text} where that has no block. */
    record Kept(Input input, String text) {}

    /** Unread as long as the document is as it was. */
    static final class Bytes {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** Sizes of the tables; {@code answers}: a key for each slot that an answer takes; {@code facets}: the kinds that have a value. */
    record Figures(
            int numbers,
            int practiceNumbers,
            int leastBigram,
            DictionaryShape shape,
            int soundWeight,
            int soundBuckets,
            int readingBuckets,
            int answerSlots,
            SortedMap<Integer, Long> answers,
            SortedSet<String> facets) {}

    WebIndexState(
            String program, String content, Ledger ledger, Figures figures, Pool pool, Map<String, Known> documents) {
        this.program = program;
        this.content = content;
        this.ledger = ledger;
        this.figures = figures;
        this.pool = pool;
        this.documents = documents;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(Block.FORMAT);
            string(out, program);
            string(out, content);
            writeFigures(out);
            writeLedger(out);
            out.writeInt(pool.strings.size());
            for (String text : pool.strings) string(out, text);
            out.writeInt(documents.size());
            for (Map.Entry<String, Known> document : documents.entrySet()) {
                Known known = document.getValue();
                string(out, document.getKey());
                out.writeInt(known.number());
                string(out, known.hash());
                out.writeLong(known.summaryKey());
                out.writeLong(known.facetKey());
                out.writeBoolean(known.hasBlock());
                out.writeInt(known.input().bytes.length);
                out.write(known.input().bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        byte[] body = bytes.toByteArray();
        byte[] sealed = Arrays.copyOf(body, body.length + 8);
        java.nio.ByteBuffer.wrap(sealed).putLong(body.length, seal(body, body.length));
        return sealed;
    }

    /** @throws IOException where the bytes are not such a state, whole, of this format */
    static WebIndexState of(byte[] bytes) throws IOException {
        int length = bytes.length - 8;
        if (length < 0 || java.nio.ByteBuffer.wrap(bytes).getLong(length) != seal(bytes, length))
            throw new IOException("damaged");
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            if (in.readInt() != MAGIC || in.readInt() != Block.FORMAT) throw new IOException("another format");
            String program = string(in);
            String content = string(in);
            Figures figures = readFigures(in);
            Ledger ledger = readLedger(in);
            Pool pool = new Pool();
            for (int strings = in.readInt(); strings > 0; strings--) pool.numberOf(string(in));
            int count = in.readInt();
            Map<String, Known> documents = new HashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                String uid = string(in);
                int number = in.readInt();
                String hash = string(in);
                long summaryKey = in.readLong();
                long facetKey = in.readLong();
                boolean hasBlock = in.readBoolean();
                Bytes input = new Bytes(in.readNBytes(in.readInt()));
                documents.put(uid, new Known(number, hash, summaryKey, facetKey, hasBlock, input));
            }
            return new WebIndexState(program, content, ledger, figures, pool, documents);
        }
    }

    /** Guards against a file that was cut off or written over. */
    private static long seal(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue() << 32 | length;
    }

    private void writeFigures(DataOutputStream out) throws IOException {
        out.writeInt(figures.numbers());
        out.writeInt(figures.practiceNumbers());
        out.writeInt(figures.leastBigram());
        out.writeInt(figures.shape().light());
        integers(out, figures.shape().heavy());
        out.writeInt(figures.soundWeight());
        out.writeInt(figures.soundBuckets());
        out.writeInt(figures.readingBuckets());
        out.writeInt(figures.answerSlots());
        out.writeInt(figures.answers().size());
        for (Map.Entry<Integer, Long> answer : figures.answers().entrySet()) {
            out.writeInt(answer.getKey());
            out.writeLong(answer.getValue());
        }
        out.writeInt(figures.facets().size());
        for (String kind : figures.facets()) string(out, kind);
    }

    private static Figures readFigures(DataInputStream in) throws IOException {
        int numbers = in.readInt();
        int practiceNumbers = in.readInt();
        int leastBigram = in.readInt();
        DictionaryShape shape = new DictionaryShape(in.readInt(), new TreeMap<>());
        integers(in, shape.heavy());
        int soundWeight = in.readInt();
        int soundBuckets = in.readInt();
        int readingBuckets = in.readInt();
        int answerSlots = in.readInt();
        SortedMap<Integer, Long> answers = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) answers.put(in.readInt(), in.readLong());
        SortedSet<String> facets = new TreeSet<>();
        for (int count = in.readInt(); count > 0; count--) facets.add(string(in));
        return new Figures(
                numbers,
                practiceNumbers,
                leastBigram,
                shape,
                soundWeight,
                soundBuckets,
                readingBuckets,
                answerSlots,
                answers,
                facets);
    }

    private void writeLedger(DataOutputStream out) throws IOException {
        integers(out, ledger.weights);
        integers(out, ledger.uses);
        out.writeInt(ledger.tops.size());
        for (Map.Entry<Integer, Ledger.Top> top : ledger.tops.entrySet()) {
            out.writeInt(top.getKey());
            out.writeInt(top.getValue().rest());
            out.writeInt(top.getValue().tokens().size());
            for (int i = 0; i < top.getValue().tokens().size(); i++) {
                out.writeInt(top.getValue().tokens().get(i).codePointAt(Character.charCount(top.getKey())));
                out.writeInt(top.getValue().frequencies().get(i));
            }
        }
        counts(out, ledger.names);
        counts(out, ledger.bigrams);
    }

    private static Ledger readLedger(DataInputStream in) throws IOException {
        Ledger ledger = new Ledger();
        integers(in, ledger.weights);
        integers(in, ledger.uses);
        for (int count = in.readInt(); count > 0; count--) {
            int character = in.readInt();
            int rest = in.readInt();
            int size = in.readInt();
            List<String> tokens = new ArrayList<>();
            List<Integer> frequencies = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                tokens.add(Character.toString(character) + Character.toString(in.readInt()));
                frequencies.add(in.readInt());
            }
            ledger.tops.put(character, new Ledger.Top(tokens, frequencies, rest));
        }
        counts(in, ledger.names);
        counts(in, ledger.bigrams);
        return ledger;
    }

    /** Strings that many documents share, each once: the names of practices and places. */
    static final class Pool {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> strings = new ArrayList<>();

        private int numberOf(String text) {
            return numbers.computeIfAbsent(text, t -> {
                strings.add(t);
                return strings.size() - 1;
            });
        }

        private void write(DataOutputStream out, List<String> all) throws IOException {
            out.writeInt(all.size());
            for (String one : all) out.writeInt(numberOf(one));
        }

        private List<String> read(DataInputStream in) throws IOException {
            List<String> all = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) all.add(strings.get(in.readInt()));
            return all;
        }

        Bytes bytes(Input input, String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                write(out, input.names());
                write(out, input.tags());
                string(out, input.title());
                write(out, List.of(input.key().split("\n", -1)));
                string(out, text);
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory", e);
            }
            return new Bytes(bytes.toByteArray());
        }

        Kept kept(Bytes input) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(input.bytes))) {
                List<String> names = read(in);
                List<String> tags = read(in);
                String title = string(in);
                return new Kept(new Input(names, tags, title, String.join("\n", read(in))), string(in));
            } catch (IOException e) {
                throw new IllegalStateException("a sealed state", e);
            }
        }
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void integers(DataOutputStream out, Map<Integer, Integer> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    private static void integers(DataInputStream in, Map<Integer, Integer> map) throws IOException {
        for (int count = in.readInt(); count > 0; count--) map.put(in.readInt(), in.readInt());
    }

    private static void counts(DataOutputStream out, Map<String, Integer> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            string(out, entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    private static void counts(DataInputStream in, Map<String, Integer> map) throws IOException {
        for (int count = in.readInt(); count > 0; count--) {
            String key = string(in);
            map.put(key, in.readInt());
        }
    }
}
