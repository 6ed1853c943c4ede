package org.cunjian.webindex;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.cunjian.text.Pinyin;
import org.cunjian.webindex.SoundTable.Candidate;
import org.cunjian.webindex.SoundTable.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Pinyin for the browser, in buckets by hash: what a spelling means ({@code y/}), and for words with a slip how characters
 * are read ({@code r/}). Loaded only where a query finds nothing as it stands.
 */
final class SoundBlocks {
    /** About what a bucket of spellings holds, UTF-16 units: two kilobytes after gzip. A query in pinyin loads one, of Han characters up to twelve. */
    private static final int SPELLINGS = 2 * 1024;

    /** Of readings: a few hundred bytes. A query loads one for each of its characters. */
    private static final int READINGS = 512;

    /** Spellings of one beginning lie together: a name with the beginnings of it, and how else it may be read. */
    private static final int SHARED_LETTERS = 6;

    private SoundBlocks() {}

    /** Lines by their keys, in buckets. */
    record Table(List<Block> blocks, int weight) {
        int buckets() {
            return blocks.size();
        }
    }

    /** A line for each spelling: it, then its meanings, divided by tabs. */
    static Table of(SoundTable table) {
        TreeMap<String, String> lines = new TreeMap<>();
        table.forEach((spelling, meanings) -> lines.put(spelling, line(spelling, meanings)));
        return table("y/", lines, SPELLINGS);
    }

    /** A line for each character that someone may type: it, then its readings. */
    static Table readings(IntPredicate isUsed) {
        TreeMap<String, String> lines = new TreeMap<>();
        // The 6,763 characters that simple input methods offer.
        CharsetEncoder common = Charset.forName("GB2312").newEncoder();
        for (int c = 0x4E00; c < 0xA000; c++) {
            List<String> readings = Pinyin.readings(c);
            if (readings.isEmpty() || !(isUsed.test(c) || common.canEncode((char) c))) continue;
            String key = Character.toString(c);
            lines.put(key, key + "\t" + String.join("\t", readings));
        }
        return table("r/", lines, READINGS);
    }

    private static String line(String spelling, List<Candidate> meanings) {
        StringBuilder line = new StringBuilder(spelling);
        for (Candidate candidate : meanings) line.append('\t').append(candidate.stored());
        return line.toString();
    }

    static int buckets(int weight) {
        return buckets(weight, SPELLINGS);
    }

    private static int bucketOf(String key, int buckets) {
        return Fnv.bucket(key.substring(0, Math.min(SHARED_LETTERS, key.length())), buckets);
    }

    private static int buckets(int weight, int size) {
        return Integer.highestOneBit(Math.max(1, weight / size));
    }

    private static Table table(String prefix, SortedMap<String, String> lines, int size) {
        int weight = lines.values().stream().mapToInt(String::length).sum();
        List<StringBuilder> texts = new ArrayList<>();
        int buckets = buckets(weight, size);
        for (int i = 0; i < buckets; i++) texts.add(new StringBuilder());
        lines.forEach((key, line) -> {
            StringBuilder text = texts.get(bucketOf(key, buckets));
            if (!text.isEmpty()) text.append('\n');
            text.append(line);
        });
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < buckets; i++)
            blocks.add(new Block(prefix + Integer.toHexString(i), texts.get(i).toString(), ""));
        return new Table(blocks, weight);
    }

    /**
     * The blocks that differ once names and bigrams have changed.
     *
     * @param changed their texts; {@code before} the others of both kinds as they were, for the beginnings of names
     * @return null where the number of buckets is another one
     */
    static @Nullable Table update(Ledger ledger, Set<String> changed, int weight, Function<String, String> textOf) {
        Map<String, Set<String>> bySpelling = new HashMap<>();
        for (String text : changed)
            for (String key : SoundTable.keys(text, true))
                bySpelling.computeIfAbsent(key, k -> new HashSet<>()).add(text);
        int buckets = buckets(weight);
        Map<String, Set<String>> byBlock = new TreeMap<>();
        for (String key : bySpelling.keySet())
            byBlock.computeIfAbsent("y/" + Integer.toHexString(bucketOf(key, buckets)), k -> new TreeSet<>())
                    .add(key);
        List<Block> blocks = new ArrayList<>();
        int newWeight = weight;
        for (Map.Entry<String, Set<String>> block : byBlock.entrySet()) {
            TreeMap<String, String> lines = new TreeMap<>();
            for (String line : textOf.apply(block.getKey()).split("\n"))
                if (!line.isEmpty()) lines.put(line.substring(0, line.indexOf('\t')), line);
            for (String key : block.getValue()) {
                Set<String> texts = new TreeSet<>(bySpelling.getOrDefault(key, Set.of()));
                String before = lines.getOrDefault(key, key);
                String[] parts = before.split("\t");
                for (int i = 1; i < parts.length; i++) texts.add(Candidate.textOf(parts[i]));
                List<Candidate> candidates = new ArrayList<>();
                for (String text : texts) {
                    Candidate candidate = candidate(ledger, text);
                    if (candidate != null
                            && SoundTable.keys(text, candidate.kind() == Kind.NAME)
                                    .contains(key)) candidates.add(candidate);
                }
                candidates.sort(Candidate.ORDER);
                String line = candidates.isEmpty() ? "" : line(key, candidates);
                if (lines.containsKey(key)) newWeight -= before.length();
                newWeight += line.length();
                if (line.isEmpty()) lines.remove(key);
                else lines.put(key, line);
            }
            blocks.add(new Block(block.getKey(), String.join("\n", lines.values()), ""));
        }
        return buckets(newWeight) == buckets ? new Table(blocks, newWeight) : null;
    }

    private static @Nullable Candidate candidate(Ledger ledger, String text) {
        Integer asName = ledger.names.get(text);
        if (asName != null) return new Candidate(Kind.NAME, asName, text);
        int asBeginning = 0;
        for (Map.Entry<String, Integer> name : ledger.names.tailMap(text).entrySet()) {
            if (!name.getKey().startsWith(text)) break;
            asBeginning += name.getValue();
        }
        if (asBeginning > 0) return new Candidate(Kind.BEGINNING, asBeginning, text);
        Integer inText = ledger.bigrams.get(text);
        return inText == null ? null : new Candidate(Kind.BIGRAM, inText, text);
    }
}
