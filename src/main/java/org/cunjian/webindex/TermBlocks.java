package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.io.OutputSink;

/**
 * Writes the dictionary and the postings anew. Short posting lists stand in the dictionary, long ones in blocks of their own.
 * Memory: the terms of one character, and those of all rare characters.
 */
final class TermBlocks {
    private static final Comparator<Counted> MOST_FREQUENT =
            Comparator.comparingInt(Counted::frequency).reversed().thenComparing(Counted::token);

    private final OutputSink sink;
    private final Ledger ledger;
    private final TermCode code = new TermCode();
    private final Map<Integer, List<TermEntry>> synonyms = new TreeMap<>();
    private final List<TermEntry> light = new ArrayList<>();
    private final int practiceNumbers;
    private final Map<String, Listed> listed = new TreeMap<>();
    private final int[] counts = new int[IndexField.values().length];
    private List<TermEntry> current = new ArrayList<>();
    private List<Counted> bigrams = new ArrayList<>();
    private int currentCharacter = -1;

    record Counted(String token, int frequency) {}

    /**
     * A name that has a shortlist, which is not made yet.
     *
     * @param practices the numbers of those that have it, and perhaps of others
     * @param data what stands apart of its lists
     */
    record Listed(List<Integer> practices, String data) {}

    /** @param ledger is filled, but for names and bigrams */
    TermBlocks(Synonyms synonyms, int practiceNumbers, Ledger ledger, OutputSink sink) {
        this.practiceNumbers = practiceNumbers;
        for (TermEntry entry : synonyms.entries())
            this.synonyms
                    .computeIfAbsent(entry.character(), c -> new ArrayList<>())
                    .add(entry);
        this.ledger = ledger;
        synonyms.words().forEach(word -> ledger.use(word, 1));
        this.sink = sink;
    }

    /** Takes the terms in UTF-8 order, which keeps those of one character together. */
    void add(String term, Postings[] byField) {
        int character = term.codePointAt(0);
        if (character != currentCharacter) {
            closeCharacter();
            currentCharacter = character;
        }
        ledger.use(term, 1);
        TermCode.Coded coded = code.encode(byField);
        current.add(new TermEntry(term, coded.entry()));
        if (Shortlists.isFor(byField, practiceNumbers)) {
            listed.put(term, new Listed(named(byField), coded.apart()));
            ledger.shortlists.add(term);
        } else if (!coded.apart().isEmpty()) {
            new Block(TermCode.postingsName(term), "", coded.apart()).write(sink);
        }
        if (!TermEntry.isBigram(term)) return;
        for (int f = 0; f < counts.length; f++) counts[f] = byField[f].count;
        int frequency = TermEntry.frequency(counts);
        if (frequency > 0) bigrams.add(new Counted(term, frequency));
    }

    static List<Integer> named(Postings[] byField) {
        Postings names = byField[IndexField.NAME.position()];
        return Arrays.stream(names.documents, 0, names.count).boxed().toList();
    }

    /** The names that are left to be written, with their shortlists. */
    Map<String, Listed> listed() {
        return listed;
    }

    private void closeCharacter() {
        if (currentCharacter < 0) return;
        List<TermEntry> own = synonyms.remove(currentCharacter);
        if (own != null) current.addAll(own);
        Ledger.Top top = top(bigrams);
        if (!top.tokens().isEmpty()) current.add(TermEntry.continuations(currentCharacter, top.tokens()));
        int weight = current.stream().mapToInt(TermEntry::weight).sum();
        ledger.weights.put(currentCharacter, weight);
        int buckets = DictionaryShape.bucketsOf(weight);
        if (buckets == 0) {
            light.addAll(current);
        } else {
            ledger.tops.put(currentCharacter, top);
            for (int i = 0; i < buckets; i++) writeHeavy(i, buckets);
        }
        current = new ArrayList<>();
        bigrams = new ArrayList<>();
        currentCharacter = -1;
    }

    /** @param bigrams all that begin with a character */
    static Ledger.Top top(List<Counted> bigrams) {
        bigrams.sort(MOST_FREQUENT);
        List<Counted> most = bigrams.subList(0, Math.min(bigrams.size(), TermEntry.MOST_CONTINUATIONS));
        int rest = most.size() == bigrams.size() ? 0 : bigrams.get(most.size()).frequency();
        return new Ledger.Top(
                most.stream().map(Counted::token).toList(),
                most.stream().map(Counted::frequency).toList(),
                rest);
    }

    private void writeHeavy(int bucket, int buckets) {
        List<TermEntry> entries = new ArrayList<>();
        for (TermEntry entry : current) if (Fnv.bucket(entry.second(), buckets) == bucket) entries.add(entry);
        entries.sort(TermEntry.ORDER);
        DictionaryBlock.write(DictionaryShape.heavyBlock(currentCharacter, bucket), entries)
                .write(sink);
    }

    /** Writes what is left. */
    DictionaryShape finish() {
        closeCharacter();
        for (int character : List.copyOf(synonyms.keySet())) {
            currentCharacter = character; // no term of the index begins with it
            closeCharacter();
        }
        DictionaryShape shape = DictionaryShape.of(ledger.weights);
        Map<String, List<TermEntry>> blocks = new TreeMap<>(); // empty ones too: a query may ask for any
        for (int i = 0; i < shape.light(); i++) blocks.put(DictionaryShape.lightBlock(i), new ArrayList<>());
        for (TermEntry entry : light)
            blocks.computeIfAbsent(shape.blockOf(entry), name -> new ArrayList<>())
                    .add(entry);
        blocks.forEach((name, entries) -> {
            entries.sort(TermEntry.ORDER);
            DictionaryBlock.write(name, entries).write(sink);
        });
        return shape;
    }
}
