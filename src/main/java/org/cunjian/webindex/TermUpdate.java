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
    private final int practiceNumbers;
    private final Map<String, TermBlocks.Listed> listed = new TreeMap<>();
    private final Function<String, Block> published;
    private final TermCode code = new TermCode();
    private final Map<String, Change> changes = new TreeMap<>();
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<Integer, List<Counted>> changedBigrams = new TreeMap<>();
    private final Map<String, Block> written = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> changedSounds = new HashSet<>();

    /** What happens to the postings of a term, by field. */
    private static final class Change {
        final List<int[]> removed = new ArrayList<>();
        final List<int[]> added = new ArrayList<>();
    }

    /** A block of the dictionary while it changes. */
    private record Bucket(Block before, TreeMap<String, TermEntry> entries) {}

    /** @param ledger is brought up to date */
    TermUpdate(
            Ledger ledger,
            DictionaryShape shape,
            int leastBigram,
            int practiceNumbers,
            Function<String, Block> published) {
        this.ledger = ledger;
        this.shape = shape;
        this.leastBigram = leastBigram;
        this.practiceNumbers = practiceNumbers;
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

    /**
     * What came of it: the new shape, blocks that differ, names of blocks that are no more.
     *
     * @param listed changed names that have a shortlist, whose blocks are not among these
     */
    record Result(
            DictionaryShape shape,
            Map<String, Block> written,
            Set<String> dropped,
            Set<String> changedSounds,
            Map<String, TermBlocks.Listed> listed) {}

    /** @return nothing where so much changed that the whole dictionary is to be made anew */
    Optional<Result> finish() {
        changes.forEach(this::apply);
        changedBigrams.forEach(this::updateContinuations);
        ledger.weights.values().removeIf(weight -> weight == 0);
        ledger.uses.values().removeIf(count -> count == 0);
        DictionaryShape after = DictionaryShape.of(ledger.weights);
        if (after.light() != shape.light()) return Optional.empty();
        Set<Integer> reshaped = new HashSet<>(shape.heavy().keySet());
        reshaped.addAll(after.heavy().keySet());
        reshaped.removeIf(
                c -> shape.heavy().getOrDefault(c, 0).equals(after.heavy().getOrDefault(c, 0)));
        for (int character : reshaped) reshape(character, after);
        buckets.forEach((name, bucket) -> {
            Block block = DictionaryBlock.write(name, bucket.entries().values());
            if (!block.equals(bucket.before())) written.put(name, block);
        });
        dropped.removeAll(written.keySet());
        return Optional.of(new Result(after, written, dropped, changedSounds, listed));
    }

    private void apply(String term, Change change) {
        TreeMap<String, TermEntry> entries =
                bucket(shape.blockOf(new TermEntry(term, ""))).entries();
        TermEntry before = entries.get(term);
        Postings[] lists = TermCode.noPostings();
        if (before != null)
            lists = TermCode.decode(term, before.data(), name -> {
                dropped.add(name);
                return published.apply(name).data();
            });
        int[] countsBefore = counts(lists);
        for (int[] posting : change.removed) lists[posting[0]].remove(posting[1]);
        for (int[] posting : change.added) lists[posting[0]].add(posting[1], posting[2]);
        for (Postings list : lists) list.sort();
        int[] counts = counts(lists);
        boolean isLeft = java.util.Arrays.stream(counts).anyMatch(count -> count > 0);
        if (ledger.shortlists.remove(term)) dropped.add(TermCode.postingsName(term));
        if (isLeft) {
            TermCode.Coded coded = code.encode(lists);
            put(entries, new TermEntry(term, coded.entry()));
            write(term, lists, coded.apart());
        } else {
            remove(entries, term);
        }
        if ((before == null) == isLeft) ledger.use(term, isLeft ? 1 : -1);
        if (TermEntry.isBigram(term) && TermEntry.frequency(countsBefore) != TermEntry.frequency(counts))
            changedBigrams
                    .computeIfAbsent(term.codePointAt(0), c -> new ArrayList<>())
                    .add(new Counted(term, TermEntry.frequency(counts)));
        updateSounds(term, countsBefore, counts);
    }

    private void write(String term, Postings[] lists, String apart) {
        String name = TermCode.postingsName(term);
        if (Shortlists.isFor(lists, practiceNumbers)) {
            ledger.shortlists.add(term);
            listed.put(term, new TermBlocks.Listed(TermBlocks.named(lists), apart));
        } else if (!apart.isEmpty()) written.put(name, new Block(name, "", apart));
    }

    /** A name that did not change and has a shortlist. */
    TermBlocks.Listed listed(String term) {
        String data = published.apply(TermCode.postingsName(term)).data();
        Postings[] lists = TermCode.noPostings();
        for (TermEntry entry : DictionaryBlock.read(published.apply(shape.blockOf(new TermEntry(term, "")))))
            if (entry.text().equals(term)) lists = TermCode.decode(term, entry.data(), name -> data);
        return new TermBlocks.Listed(TermBlocks.named(lists), data);
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
        Ledger.Top before = ledger.tops.get(character);
        Ledger.Top top = before == null ? count(character) : changed(character, before, changed);
        if (before != null) ledger.tops.put(character, top);
        if (before != null && before.tokens().equals(top.tokens())) return;
        TermEntry entry = TermEntry.continuations(character, top.tokens());
        TreeMap<String, TermEntry> entries = bucket(shape.blockOf(entry)).entries();
        String prefix = TermEntry.continuationsOf(character);
        String present = entries.ceilingKey(prefix);
        if (present != null && present.startsWith(prefix)) remove(entries, present);
        if (!top.tokens().isEmpty()) put(entries, entry);
    }

    /** From what is known of the most frequent ones, if that tells. */
    private Ledger.Top changed(int character, Ledger.Top before, List<Counted> changed) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < before.tokens().size(); i++)
            known.put(before.tokens().get(i), before.frequencies().get(i));
        Set<String> doubtful = new HashSet<>();
        for (Counted bigram : changed) {
            Integer was = known.put(bigram.token(), bigram.frequency());
            if (was == null || was > bigram.frequency()) doubtful.add(bigram.token());
        }
        List<Counted> all = new ArrayList<>();
        known.forEach((token, frequency) -> {
            if (frequency > 0) all.add(new Counted(token, frequency));
        });
        Ledger.Top top = TermBlocks.top(all);
        boolean isExact = top.tokens().size() == TermEntry.MOST_CONTINUATIONS || before.rest() == 0;
        for (int i = 0; i < top.tokens().size(); i++)
            isExact &=
                    !doubtful.contains(top.tokens().get(i)) || top.frequencies().get(i) > before.rest();
        return isExact
                ? new Ledger.Top(top.tokens(), top.frequencies(), Math.max(top.rest(), before.rest()))
                : count(character);
    }

    private Ledger.Top count(int character) {
        List<Counted> bigrams = new ArrayList<>();
        for (TermEntry entry : entriesOf(character)) {
            if (entry.isBare() || !TermEntry.isBigram(entry.text())) continue;
            int frequency = TermEntry.frequency(
                    counts(TermCode.decode(entry.text(), entry.data(), name -> present(entry.text(), name))));
            if (frequency > 0) bigrams.add(new Counted(entry.text(), frequency));
        }
        return TermBlocks.top(bigrams);
    }

    /** The lists of a term that stand apart, as they are now. */
    private String present(String term, String name) {
        TermBlocks.Listed own = listed.get(term);
        if (own != null) return own.data();
        Block block = written.get(name);
        return (block == null ? published.apply(name) : block).data();
    }

    /** Cost: all blocks of the character. */
    private List<TermEntry> entriesOf(int character) {
        List<TermEntry> entries = new ArrayList<>();
        for (String name : blocksOf(character, shape))
            for (TermEntry entry : bucket(name).entries().values())
                if (entry.character() == character) entries.add(entry);
        return entries;
    }

    private static List<String> blocksOf(int character, DictionaryShape shape) {
        if (!shape.isHeavy(character)) return List.of(shape.blockOf(new TermEntry(Character.toString(character), "")));
        List<String> names = new ArrayList<>();
        int count = shape.heavy().getOrDefault(character, 0);
        for (int i = 0; i < count; i++) names.add(DictionaryShape.heavyBlock(character, i));
        return names;
    }

    /** Moves a character whose weight asks for another number of buckets. */
    private void reshape(int character, DictionaryShape after) {
        List<TermEntry> entries = entriesOf(character);
        if (!after.isHeavy(character)) ledger.tops.remove(character);
        else if (!shape.isHeavy(character)) ledger.tops.put(character, count(character));
        if (shape.isHeavy(character))
            for (String name : blocksOf(character, shape)) {
                buckets.remove(name);
                dropped.add(name);
            }
        else
            for (TermEntry entry : entries)
                bucket(shape.blockOf(entry)).entries().remove(entry.text());
        if (after.isHeavy(character))
            for (String name : blocksOf(character, after))
                buckets.put(name, new Bucket(new Block(name, "", "="), new TreeMap<>()));
        for (TermEntry entry : entries) bucket(after.blockOf(entry)).entries().put(entry.text(), entry);
    }

    private void put(Map<String, TermEntry> entries, TermEntry entry) {
        TermEntry before = entries.put(entry.text(), entry);
        weigh(entry.character(), entry.weight() - (before == null ? 0 : before.weight()));
    }

    private void remove(Map<String, TermEntry> entries, String text) {
        TermEntry before = entries.remove(text);
        if (before != null) weigh(before.character(), -before.weight());
    }

    private void weigh(int character, int change) {
        ledger.weights.merge(character, change, Integer::sum);
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
