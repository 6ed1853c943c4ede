package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.cunjian.webindex.TermBlocks.Counted;

/**
 * Changes the dictionary and the postings where documents changed: reads the published blocks of the terms that they won or lost,
 * and makes those anew. The result is what {@link TermBlocks} makes of the whole index, byte by byte. Cost: the changed terms and
 * their blocks, whatever the size of the index.
 */
final class TermUpdate {
    private static final IndexField[] FIELDS = IndexField.values();

    private final Ledger ledger;
    private final DictionaryShape shape;
    private final int leastBigram;
    private final Function<String, Block> published;
    private final TermCode code = new TermCode();
    private final Map<String, Change> changes = new TreeMap<>();
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<Integer, List<Counted>> changedBigrams = new TreeMap<>();
    private final Map<String, Block> written = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();
    private boolean isCertain = true;
    private final Set<String> changedSounds = new HashSet<>();

    /** What happens to the postings of a term, by field. */
    private static final class Change {
        final List<int[]> removed = new ArrayList<>();
        final List<int[]> added = new ArrayList<>();
    }

    /** A block of the dictionary while it changes. */
    private record Bucket(Block before, TreeMap<String, TermEntry> entries) {}

    /** @param ledger is brought up to date */
    TermUpdate(Ledger ledger, DictionaryShape shape, int leastBigram, Function<String, Block> published) {
        this.ledger = ledger;
        this.shape = shape;
        this.leastBigram = leastBigram;
        this.published = published;
    }

    /** Takes the two versions of a document; a number of one that is not there is of no meaning. */
    void add(DocumentTerms before, int numberBefore, DocumentTerms after, int numberAfter) {
        Set<String> terms = new HashSet<>(before.terms());
        terms.addAll(after.terms());
        for (String term : terms)
            for (IndexField field : FIELDS) {
                int f = field.position();
                int was = before.frequency(term, field);
                int is = after.frequency(term, field);
                if (numberBefore == numberAfter && was == is) continue;
                if (was > 0) change(term).removed.add(new int[] {f, numberBefore});
                if (is > 0) change(term).added.add(new int[] {f, numberAfter, is});
            }
    }

    private Change change(String term) {
        return changes.computeIfAbsent(term, t -> new Change());
    }

    /** What came of it: the new shape, blocks that differ, names of blocks that are no more. */
    record Result(DictionaryShape shape, Map<String, Block> written, Set<String> dropped, Set<String> changedSounds) {}

    /** @return nothing where so much changed that the whole dictionary is to be made anew */
    Optional<Result> finish() {
        changes.forEach(this::apply);
        changedBigrams.forEach(this::updateContinuations);
        ledger.weights.values().removeIf(weight -> weight == 0);
        ledger.uses.values().removeIf(count -> count == 0);
        DictionaryShape after = DictionaryShape.of(ledger.weights);
        if (after.light() != shape.light() || !isCertain) return Optional.empty();
        Set<Integer> reshaped = new HashSet<>(shape.heavy().keySet());
        reshaped.addAll(after.heavy().keySet());
        reshaped.removeIf(
                c -> shape.heavy().getOrDefault(c, 0).equals(after.heavy().getOrDefault(c, 0)));
        for (int anchor : reshaped) reshape(anchor, after);
        buckets.forEach((name, bucket) -> {
            Block block = DictionaryBlock.write(name, bucket.entries().values());
            if (!block.equals(bucket.before())) written.put(name, block);
        });
        dropped.removeAll(written.keySet());
        return Optional.of(new Result(after, written, dropped, changedSounds));
    }

    private void apply(String term, Change change) {
        TreeMap<String, TermEntry> entries =
                bucket(shape.blockOf(new TermEntry(term, ""))).entries();
        TermEntry before = entries.get(term);
        Postings[] lists = TermCode.noPostings();
        if (before != null) lists = code.decode(before.data());
        int[] countsBefore = counts(lists);
        for (int[] posting : change.removed) lists[posting[0]].remove(posting[1]);
        for (int[] posting : change.added) lists[posting[0]].add(posting[1], posting[2]);
        for (Postings list : lists) list.sort();
        int[] counts = counts(lists);
        boolean isLeft = java.util.Arrays.stream(counts).anyMatch(count -> count > 0);
        if (isLeft) put(entries, new TermEntry(term, code.encode(lists)));
        else remove(entries, term);
        if ((before == null) == isLeft) ledger.use(term, isLeft ? 1 : -1);
        if (TermEntry.isBigram(term) && TermEntry.frequency(countsBefore) != TermEntry.frequency(counts))
            changedBigrams
                    .computeIfAbsent(term.codePointAt(0), c -> new ArrayList<>())
                    .add(new Counted(term, TermEntry.frequency(counts)));
        updateSounds(term, countsBefore, counts);
    }

    private static int[] counts(Postings[] lists) {
        int[] counts = new int[lists.length];
        for (int f = 0; f < counts.length; f++) counts[f] = lists[f].count;
        return counts;
    }

    private void updateSounds(String term, int[] before, int[] after) {
        int name = IndexField.NAME.position();
        int tag = IndexField.TAG.position();
        if (before[name] + before[tag] != after[name] + after[tag] && SoundTable.isSpeltName(term)) {
            if (after[name] + after[tag] > 0) ledger.names.put(term, after[name] + after[tag]);
            else ledger.names.remove(term);
            changedSounds.add(term);
            changedSounds.addAll(SoundTable.beginnings(term));
        }
        int was = before[IndexField.BODY.position()];
        int is = after[IndexField.BODY.position()];
        if (was == is || Math.max(was, is) < leastBigram || !SoundTable.isSpeltBigram(term)) return;
        if (is >= leastBigram) ledger.bigrams.put(term, is);
        else ledger.bigrams.remove(term);
        changedSounds.add(term);
    }

    private void updateContinuations(int character, List<Counted> changed) {
        Ledger.Top before = ledger.tops.getOrDefault(character, new Ledger.Top(List.of(), List.of(), 0));
        Ledger.Top top = changed(before, changed);
        isCertain &= top.isCertain();
        if (top.tokens().isEmpty()) ledger.tops.remove(character);
        else ledger.tops.put(character, top);
        if (before.mostFrequent().equals(top.mostFrequent())) return;
        TermEntry entry = TermEntry.continuations(character, top.mostFrequent());
        TreeMap<String, TermEntry> entries = bucket(shape.blockOf(entry)).entries();
        String prefix = TermEntry.continuationsOf(character);
        String present = entries.ceilingKey(prefix);
        if (present != null && present.startsWith(prefix)) remove(entries, present);
        if (!top.tokens().isEmpty()) put(entries, entry);
    }

    /** Those that were known and those that changed; the others are no more frequent than they were. */
    private static Ledger.Top changed(Ledger.Top before, List<Counted> changed) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < before.tokens().size(); i++)
            known.put(before.tokens().get(i), before.frequencies().get(i));
        for (Counted bigram : changed) known.put(bigram.token(), bigram.frequency());
        List<Counted> all = new ArrayList<>();
        known.forEach((token, frequency) -> {
            if (frequency > 0) all.add(new Counted(token, frequency));
        });
        Ledger.Top top = TermBlocks.top(all);
        return new Ledger.Top(top.tokens(), top.frequencies(), Math.max(top.rest(), before.rest()));
    }

    /** Cost: all blocks of the anchor. */
    private List<TermEntry> entriesOf(int anchor) {
        List<TermEntry> entries = new ArrayList<>();
        for (String name : shape.blocksOf(anchor))
            for (TermEntry entry : bucket(name).entries().values())
                if (entry.place().anchor() == anchor) entries.add(entry);
        return entries;
    }

    /** Moves an anchor whose weight asks for another number of buckets. */
    private void reshape(int anchor, DictionaryShape after) {
        List<TermEntry> entries = entriesOf(anchor);
        if (shape.isHeavy(anchor))
            for (String name : shape.blocksOf(anchor)) {
                buckets.remove(name);
                dropped.add(name);
            }
        else
            for (TermEntry entry : entries)
                bucket(shape.blockOf(entry)).entries().remove(entry.text());
        if (after.isHeavy(anchor))
            for (String name : after.blocksOf(anchor))
                buckets.put(name, new Bucket(new Block(name, "", "="), new TreeMap<>()));
        for (TermEntry entry : entries) bucket(after.blockOf(entry)).entries().put(entry.text(), entry);
    }

    private void put(Map<String, TermEntry> entries, TermEntry entry) {
        TermEntry before = entries.put(entry.text(), entry);
        weigh(entry.place().anchor(), entry.weight() - (before == null ? 0 : before.weight()));
    }

    private void remove(Map<String, TermEntry> entries, String text) {
        TermEntry before = entries.remove(text);
        if (before != null) weigh(before.place().anchor(), -before.weight());
    }

    private void weigh(int anchor, int change) {
        ledger.weights.merge(anchor, change, Integer::sum);
    }

    private Bucket bucket(String name) {
        return buckets.computeIfAbsent(name, n -> {
            Block before = published.apply(n);
            TreeMap<String, TermEntry> entries = new TreeMap<>();
            for (TermEntry entry : DictionaryBlock.read(before)) entries.put(entry.text(), entry);
            return new Bucket(before, entries);
        });
    }
}
