package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.io.OutputSink;

/** Writes the dictionary and the postings anew. Memory: all of both, as they are written. */
final class TermBlocks {
    private static final Comparator<Counted> MOST_FREQUENT =
            Comparator.comparingInt(Counted::frequency).reversed().thenComparing(Counted::token);

    private final OutputSink sink;
    private final Ledger ledger;
    private final TermCode code = new TermCode();
    private final Map<Integer, Entries> byAnchor = new TreeMap<>();
    private final int[] counts = new int[IndexField.values().length];
    private List<Counted> bigrams = new ArrayList<>();
    private int currentCharacter = -1;

    record Counted(String token, int frequency) {}

    /** The entries of an anchor, one behind the other as in a block: a hundred thousand articles have a million terms. */
    private static final class Entries {
        final StringBuilder terms = new StringBuilder();
        final StringBuilder data = new StringBuilder();
        int weight;

        void add(TermEntry entry) {
            if (!terms.isEmpty()) terms.append('\n');
            terms.append(entry.text());
            data.append(entry.data());
            weight += entry.weight();
        }

        List<TermEntry> toList() {
            return DictionaryBlock.read(new Block("", terms.toString(), data.toString()));
        }
    }

    /** @param ledger is filled, but for names and bigrams */
    TermBlocks(Synonyms synonyms, Ledger ledger, OutputSink sink) {
        this.ledger = ledger;
        this.sink = sink;
        synonyms.entries().forEach(this::add);
        synonyms.words().forEach(word -> ledger.use(word, 1));
    }

    private void add(TermEntry entry) {
        byAnchor.computeIfAbsent(entry.place().anchor(), a -> new Entries()).add(entry);
    }

    /** Takes the terms in UTF-8 order, which keeps those of one character together. */
    void add(String term, Postings[] byField) {
        int character = term.codePointAt(0);
        if (character != currentCharacter) {
            closeCharacter();
            currentCharacter = character;
        }
        ledger.use(term, 1);
        add(new TermEntry(term, code.encode(byField)));
        if (!TermEntry.isBigram(term)) return;
        for (int f = 0; f < counts.length; f++) counts[f] = byField[f].count;
        int frequency = TermEntry.frequency(counts);
        if (frequency > 0) bigrams.add(new Counted(term, frequency));
    }

    private void closeCharacter() {
        if (bigrams.isEmpty()) return;
        Ledger.Top top = top(bigrams);
        ledger.tops.put(currentCharacter, top);
        add(TermEntry.continuations(currentCharacter, top.mostFrequent()));
        bigrams = new ArrayList<>();
    }

    /** @param bigrams all that begin with a character */
    static Ledger.Top top(List<Counted> bigrams) {
        bigrams.sort(MOST_FREQUENT);
        List<Counted> most = bigrams.subList(0, Math.min(bigrams.size(), Ledger.Top.KEPT));
        int rest = most.size() == bigrams.size() ? 0 : bigrams.get(most.size()).frequency();
        return new Ledger.Top(
                most.stream().map(Counted::token).toList(),
                most.stream().map(Counted::frequency).toList(),
                rest);
    }

    /** Writes all blocks. */
    DictionaryShape finish() {
        closeCharacter();
        byAnchor.forEach((anchor, entries) -> ledger.weights.put(anchor, entries.weight));
        DictionaryShape shape = DictionaryShape.of(ledger.weights);
        Map<String, List<TermEntry>> light = new TreeMap<>(); // empty ones too: a query may ask for any
        for (int i = 0; i < shape.light(); i++) light.put(DictionaryShape.lightBlock(i), new ArrayList<>());
        byAnchor.forEach((anchor, entries) -> {
            if (!shape.isHeavy(anchor)) deal(entries, shape, light);
            else {
                Map<String, List<TermEntry>> own = new TreeMap<>();
                for (String name : shape.blocksOf(anchor)) own.put(name, new ArrayList<>());
                deal(entries, shape, own);
                own.forEach(this::write);
            }
        });
        light.forEach(this::write);
        return shape;
    }

    private static void deal(Entries entries, DictionaryShape shape, Map<String, List<TermEntry>> blocks) {
        for (TermEntry entry : entries.toList())
            blocks.computeIfAbsent(shape.blockOf(entry), name -> new ArrayList<>())
                    .add(entry);
    }

    private void write(String name, List<TermEntry> entries) {
        entries.sort(TermEntry.ORDER);
        DictionaryBlock.write(name, entries).write(sink);
    }
}
