package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.WebIndexState.Figures;
import org.cunjian.webindex.WebIndexState.Known;
import org.jspecify.annotations.Nullable;

/**
 * Writes what changed since the published index was made, and keeps the rest. Cost: what changed, a look at each document's
 * hash, and a look at each kept file.
 */
final class WebIndexUpdate {
    /** With more changes than one in so many documents the whole is written anew, which costs less a document. */
    private static final int MOST_CHANGED_SHARE = 20;

    private static final int FEW_CHANGES = 50;

    private final WebIndexState before;
    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final OutputSink sink;
    private final ResultBlocks results;
    private final FacetBlocks facets;
    private final Map<String, Block> written = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();

    /** Says that an update cannot be done; the index is then made anew. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String reason, @Nullable Throwable cause) {
            super(reason, cause, false, false);
        }
    }

    /**
     * A document that came, went, moved or is another; or where {@code isAnother} is false, one with another summary only.
     *
     * @param number -1 for one that went
     */
    private record Changed(String uid, @Nullable Known before, int number, boolean isAnother) {
        boolean isCase() {
            return uid.startsWith("case/");
        }

        String id() {
            return uid.substring(uid.indexOf('/') + 1);
        }
    }

    /** @param before the state of the published index, of the same program and configuration */
    WebIndexUpdate(WebIndexState before, PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        this.before = before;
        this.source = source;
        this.kb = kb;
        this.sink = sink;
        this.results = new ResultBlocks(source, kb);
        this.facets = new FacetBlocks(source, kb);
    }

    /** @return nothing where the index must be made anew; nothing is written then */
    Optional<WebIndexState> write(String content) {
        try {
            return Optional.of(update(content));
        } catch (Unfit e) {
            return Optional.empty();
        }
    }

    private WebIndexState update(String content) {
        Figures was = before.figures;
        int leastBigram = SoundTable.leastBigram(source.documentCount());
        if (source.numberCount() != was.numbers()
                || source.practiceNumbers() != was.practiceNumbers()
                || leastBigram != was.leastBigram()) throw new Unfit("another size", null);
        Map<String, Known> documents = new HashMap<>(before.documents);
        List<Changed> changed = changed(documents);
        if (changed.size() > Math.max(FEW_CHANGES, source.documentCount() / MOST_CHANGED_SHARE))
            throw new Unfit("too many changes", null);
        Set<Integer> characters = Set.copyOf(before.ledger.uses.keySet());
        TermUpdate.Result terms =
                updateTerms(changed, new TermUpdate(before.ledger, was.shape(), leastBigram, this::published));
        AnswerBlocks answers = new AnswerBlocks(source, kb, results);
        SortedMap<Integer, Long> answerKeys = updateAnswers(answers);
        int soundWeight = updateSounds(terms.changedSounds());
        List<Changed> moved = changed.stream().filter(Changed::isAnother).toList();
        updateNorms(moved);
        updateDays(moved);
        updateFacets(moved);
        updateSummaries(changed);
        boolean hasOtherCharacters = !before.ledger.uses.keySet().equals(characters);
        Figures figures = new Figures(
                was.numbers(),
                was.practiceNumbers(),
                leastBigram,
                terms.shape(),
                soundWeight,
                was.soundBuckets(),
                was.readingBuckets(),
                answers.slots(),
                answerKeys,
                was.facets());
        publish(content, figures, moved, hasOtherCharacters);
        for (Changed c : changed) {
            if (c.number() < 0) documents.remove(c.uid());
            else documents.put(c.uid(), WebIndexWriter.known(source, results, facets, c.number(), before.pool));
        }
        return new WebIndexState(before.program, content, before.ledger, figures, before.pool, documents);
    }

    private List<Changed> changed(Map<String, Known> documents) {
        List<Changed> changed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(documents.keySet());
        for (int d = 0; d < source.numberCount(); d++) {
            if (source.id(d) == null) continue;
            String uid = WebIndexWriter.uid(source, d);
            gone.remove(uid);
            Known known = documents.get(uid);
            if (known == null || known.number() != d || !known.hash().equals(source.hash(d)))
                changed.add(new Changed(uid, known, d, true));
            else if (known.summaryKey() != results.summaryKey(d)) changed.add(new Changed(uid, known, d, false));
        }
        for (String uid : gone) changed.add(new Changed(uid, documents.get(uid), -1, true));
        return changed;
    }

    private TermUpdate.Result updateTerms(List<Changed> changed, TermUpdate update) {
        for (Changed c : changed) {
            if (!c.isAnother()) continue;
            DocumentTerms old = c.before() == null ? DocumentTerms.NONE : termsBefore(c, c.before());
            DocumentTerms now = c.number() < 0
                    ? DocumentTerms.NONE
                    : DocumentTerms.of(source.input(c.number()), results.text(c.number()));
            update.add(old, c.before() == null ? -1 : c.before().number(), now, c.number());
        }
        TermUpdate.Result result = update.finish().orElseThrow(() -> new Unfit("another dictionary", null));
        written.putAll(result.written());
        dropped.addAll(result.dropped());
        return result;
    }

    /**
     * Answers depend on every document: all are found anew, and those written that are others, or show another summary.
     *
     * @return the keys of all
     */
    private SortedMap<Integer, Long> updateAnswers(AnswerBlocks answers) {
        SortedMap<Integer, Long> keys = answers.keys();
        Map<Integer, Long> was = before.figures.answers();
        boolean isDealtAnew = answers.slots() != before.figures.answerSlots();
        keys.forEach((slot, key) -> {
            if (isDealtAnew || !key.equals(was.get(slot))) write(answers.block(slot));
        });
        for (int slot : was.keySet()) if (!keys.containsKey(slot)) dropped.add(AnswerBlocks.nameOf(slot));
        return keys;
    }

    /** The text is read from its block: it need not be kept twice. */
    private DocumentTerms termsBefore(Changed c, Known known) {
        WebIndexState.Kept kept = before.pool.kept(known.input());
        String text =
                known.hasBlock() ? published(ResultBlocks.textBlock(c.id())).text() : kept.text();
        return DocumentTerms.of(kept.input(), text);
    }

    private int updateSounds(Set<String> changed) {
        int weight = before.figures.soundWeight();
        if (changed.isEmpty()) return weight;
        SoundBlocks.Table table = SoundBlocks.update(
                before.ledger, changed, weight, name -> published(name).text());
        if (table == null) throw new Unfit("another number of spellings", null);
        table.blocks().forEach(this::write);
        return table.weight();
    }

    private void updateNorms(List<Changed> changed) {
        Map<String, Map<Integer, Integer>> byBlock = new TreeMap<>();
        for (int number : numbers(changed))
            byBlock.computeIfAbsent(NormBlocks.blockOf(number), b -> new HashMap<>())
                    .put(number % NormBlocks.NUMBERS_PER_BLOCK, NormBlocks.normOf(source, number));
        byBlock.forEach((name, norms) -> write(NormBlocks.update(published(name), norms)));
    }

    private void updateDays(List<Changed> changed) {
        Map<String, Map<Integer, Integer>> byBlock = new TreeMap<>();
        for (int number : numbers(changed))
            if (number >= source.practiceNumbers())
                byBlock.computeIfAbsent(DayBlocks.blockOf(source, number), b -> new HashMap<>())
                        .put(DayBlocks.placeOf(source, number), source.day(number));
        byBlock.forEach((name, days) -> write(DayBlocks.update(published(name), days)));
    }

    private void updateFacets(List<Changed> changed) {
        Collection<Integer> numbers =
                numbers(changed.stream().filter(this::hasOtherFacets).toList());
        for (String kind : facets.kindsOf(numbers))
            if (!before.figures.facets().contains(kind)) throw new Unfit("a new kind of facet", null);
        for (FacetBlocks.Part part : facets.parts()) {
            List<Integer> within = numbers.stream()
                    .filter(n -> n >= part.from() && n < part.to())
                    .toList();
            if (within.isEmpty()) continue;
            for (String kind : before.figures.facets()) if (part.has(kind)) updateFacets(kind, part, within);
        }
    }

    private boolean hasOtherFacets(Changed c) {
        Known known = c.before();
        return known == null || known.number() != c.number() || known.facetKey() != facets.key(c.number());
    }

    private void updateFacets(String kind, FacetBlocks.Part part, List<Integer> changed) {
        Block was = published(FacetBlocks.nameOf(kind, part));
        Block now = facets.update(was, kind, part, changed);
        if (now.text().isEmpty() && !was.text().isEmpty()) throw new Unfit("a kind of facet may be gone", null);
        write(now);
    }

    private void updateSummaries(List<Changed> changed) {
        Map<String, Set<Integer>> byBlock = new TreeMap<>();
        for (int number : numbers(changed))
            byBlock.computeIfAbsent(results.blockOf(number), b -> new TreeSet<>())
                    .add(number);
        byBlock.forEach((name, numbers) -> {
            // none is published where all its numbers were free
            Optional<byte[]> script = sink.published(Block.path(name));
            List<String> lines = script.isEmpty()
                    ? results.linesBeside(numbers.iterator().next())
                    : new ArrayList<>(List.of(parse(name, script.get()).text().split("\n", -1)));
            for (int number : numbers) lines.set(results.lineOf(number), results.summary(number));
            ResultBlocks.summaries(name, lines).ifPresentOrElse(this::write, () -> dropped.add(name));
        });
    }

    /** Where documents were and where they are. */
    private static Collection<Integer> numbers(List<Changed> changed) {
        Set<Integer> numbers = new TreeSet<>();
        for (Changed c : changed) {
            if (c.before() != null) numbers.add(c.before().number());
            if (c.number() >= 0) numbers.add(c.number());
        }
        return numbers;
    }

    private void publish(String content, Figures figures, List<Changed> moved, boolean hasOtherCharacters) {
        Set<SitePath> remade = new HashSet<>();
        for (String name : written.keySet()) remade.add(Block.path(name));
        for (String name : dropped) remade.add(Block.path(name));
        for (Changed c : moved) if (c.isCase()) remade.add(Block.path(ResultBlocks.textBlock(c.id())));
        remade.add(Block.path("root"));
        List<Block> tables = new ArrayList<>();
        if (hasOtherCharacters) {
            List<Block> readings =
                    SoundBlocks.readings(before.ledger.uses::containsKey).blocks();
            if (readings.size() != figures.readingBuckets()) throw new Unfit("readings", null);
            tables.addAll(readings);
            tables.addAll(FoldBlock.all(before.ledger.uses::containsKey));
            tables.addAll(ShapeBlocks.of(before.ledger.uses::containsKey));
            tables.forEach(block -> remade.add(block.path()));
        }
        if (!sink.keepFolder(Block.FOLDER, remade)) throw new Unfit("a published file is not as it was", null);
        written.values().forEach(block -> block.write(sink));
        tables.forEach(block -> block.write(sink));
        for (Changed c : moved) if (c.isCase() && c.number() >= 0) results.writeText(c.number(), sink);
        WebIndexWriter.writeRoot(source, figures, sink, content);
    }

    private void write(Block block) {
        written.put(block.name(), block);
    }

    private Block published(String name) {
        Optional<byte[]> script = sink.published(Block.path(name));
        if (script.isEmpty()) throw new Unfit(name + " is not as it was", null);
        return parse(name, script.get());
    }

    private static Block parse(String name, byte[] script) {
        try {
            return Block.parse(name, script);
        } catch (IllegalArgumentException e) {
            throw new Unfit(name, e);
        }
    }
}
