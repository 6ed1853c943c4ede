package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.io.OutputSink;
import org.cunjian.webindex.PostingsSource.Postings;

/**
 * Writes the dictionary and the postings. The terms that begin with one character stand in a bucket, found by a hash, so that
 * no list of buckets has to be loaded; the terms of a frequent character are spread over several. Short posting lists stand
 * in the bucket, long ones in blocks of their own. Memory: the terms of one character, and the buckets of rare characters.
 */
final class TermBlocks {
    /** About what a bucket holds, in symbols: a query of few characters loads as many buckets. */
    static final int BUCKET = 8 * 1024;

    /** A longer list leaves the bucket. Symbols. */
    static final int MOST_INLINE = 2 * 1024;

    /** Documents per block of a long list. */
    static final int DOCUMENTS_PER_BLOCK = 1 << 15;

    private static final IndexField[] FIELDS = IndexField.values();

    /** Marks an entry that lists how a character goes on. Never a token. */
    private static final char CONTINUATIONS = '=';

    static final int MOST_CONTINUATIONS = 8;

    private final PostingsSource source;
    private final OutputSink sink;
    private final PostingsCode code = new PostingsCode();
    private final List<Entry> light = new ArrayList<>();
    private final Map<Integer, Integer> heavy = new TreeMap<>();
    private final BitSet characters = new BitSet();
    private List<Entry> current = new ArrayList<>();
    private List<Continuation> continuations = new ArrayList<>();
    private int currentCharacter = -1;
    private int lightBuckets = 1;

    /** A term with its encoded postings; {@code text} without data for a list of continuations. */
    private record Entry(String text, String data) {
        int weight() {
            return text.length() * 2 + data.length();
        }

        String key() {
            return text.charAt(0) == CONTINUATIONS
                    ? text.substring(1, 1 + Character.charCount(text.codePointAt(1)))
                    : text;
        }
    }

    private record Continuation(String token, int frequency) {}

    TermBlocks(PostingsSource source, OutputSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** Takes the terms in UTF-8 order, which keeps those of one character together. */
    void add(String term, Postings[] byField) {
        int character = term.codePointAt(0);
        if (character != currentCharacter) {
            closeCharacter();
            currentCharacter = character;
        }
        term.codePoints().forEach(characters::set);
        int mask = 0;
        int tokenFrequency = 0;
        for (int f = 0; f < FIELDS.length; f++) {
            if (byField[f].count == 0) continue;
            mask |= 1 << f;
            if (FIELDS[f].hasNorms()) tokenFrequency = Math.max(tokenFrequency, byField[f].count);
        }
        StringBuilder data = new StringBuilder();
        Symbols.append(data, mask);
        for (int f = 0; f < FIELDS.length; f++) if (byField[f].count > 0) appendList(data, term, FIELDS[f], byField[f]);
        current.add(new Entry(term, data.toString()));
        if (tokenFrequency > 0 && term.codePointCount(0, term.length()) == 2)
            continuations.add(new Continuation(term, tokenFrequency));
    }

    private void appendList(StringBuilder data, String term, IndexField field, Postings list) {
        StringBuilder inline = new StringBuilder();
        if (list.count <= MOST_INLINE) code.append(inline, field, list, 0, list.count, source);
        if (list.count <= MOST_INLINE && inline.length() <= MOST_INLINE) {
            Symbols.append(data, list.count * 2);
            data.append(inline);
            return;
        }
        Symbols.append(data, list.count * 2 + 1);
        for (int from = 0, block = 0; from < list.count; block++) {
            int limit = (block + 1) * DOCUMENTS_PER_BLOCK;
            int to = from;
            while (to < list.count && list.documents[to] < limit) to++;
            Symbols.append(data, to - from);
            if (to > from) {
                StringBuilder out = new StringBuilder();
                code.append(out, field, list, from, to, source);
                new Block(postingsName(term, field, block), "", out.toString()).write(sink);
            }
            from = to;
        }
    }

    /** {@code p/4e94957f-body-0}: the term's UTF-16 units in hexadecimal, field, block. */
    static String postingsName(String term, IndexField field, int block) {
        StringBuilder name = new StringBuilder("p/");
        for (int i = 0; i < term.length(); i++) {
            String hex = Integer.toHexString(term.charAt(i));
            name.append("0".repeat(4 - hex.length())).append(hex);
        }
        return name.append('-').append(field.lucene()).append('-').append(block).toString();
    }

    private void closeCharacter() {
        if (current.isEmpty()) return;
        if (!continuations.isEmpty()) current.add(continuationEntry());
        int weight = current.stream().mapToInt(Entry::weight).sum();
        if (weight <= BUCKET) {
            light.addAll(current);
        } else {
            int buckets = powerOfTwo(weight / BUCKET + 1);
            heavy.put(currentCharacter, buckets);
            String prefix = "t/" + Integer.toHexString(currentCharacter) + "-";
            writeBuckets(current, buckets, prefix, e -> second(e.key()));
        }
        current = new ArrayList<>();
        continuations = new ArrayList<>();
    }

    private Entry continuationEntry() {
        String character = Character.toString(currentCharacter);
        StringBuilder text = new StringBuilder().append(CONTINUATIONS).append(character);
        continuations.stream()
                .sorted(Comparator.comparingInt(Continuation::frequency)
                        .reversed()
                        .thenComparing(Continuation::token))
                .limit(MOST_CONTINUATIONS)
                .forEach(c -> text.append(c.token().substring(character.length())));
        return new Entry(text.toString(), "");
    }

    /** Writes what is left. */
    void finish() {
        closeCharacter();
        int weight = light.stream().mapToInt(Entry::weight).sum();
        lightBuckets = powerOfTwo(weight / BUCKET + 1);
        writeBuckets(light, lightBuckets, "t/", e -> Character.toString(e.key().codePointAt(0)));
    }

    private void writeBuckets(
            List<Entry> entries, int buckets, String prefix, java.util.function.Function<Entry, String> hashed) {
        List<List<Entry>> split = new ArrayList<>();
        for (int i = 0; i < buckets; i++) split.add(new ArrayList<>());
        for (Entry entry : entries)
            split.get(Fnv.bucket(hashed.apply(entry), buckets)).add(entry);
        for (int i = 0; i < buckets; i++) {
            List<Entry> bucket = split.get(i);
            bucket.sort(Comparator.comparing(Entry::text));
            StringBuilder terms = new StringBuilder();
            StringBuilder data = new StringBuilder();
            for (Entry entry : bucket) {
                terms.append(terms.isEmpty() ? "" : "\n").append(entry.text());
                data.append(entry.data());
            }
            new Block(prefix + Integer.toHexString(i), terms.toString(), data.toString()).write(sink);
        }
    }

    /** The second character, so that a name lies beside its first bigram; empty where there is none. */
    private static String second(String key) {
        int first = Character.charCount(key.codePointAt(0));
        return first == key.length() ? "" : Character.toString(key.codePointAt(first));
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }

    int lightBuckets() {
        return lightBuckets;
    }

    /** For each frequent character the number of its buckets, always a power of two. */
    Map<Integer, Integer> heavyBuckets() {
        return heavy;
    }

    /** Every character of any term. */
    BitSet characters() {
        return characters;
    }
}
