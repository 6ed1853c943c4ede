package org.cunjian.webindex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.WebIndexState.Figures;
import org.cunjian.webindex.WebIndexState.Known;

/**
 * Writes the index that browsers search, as scripts under {@code search-index/}, from the first block to the last. The same
 * index gives the same bytes, however it came to be. The layout stands in {@code FORMAT.md}.
 */
public final class WebIndexWriter {
    private WebIndexWriter() {}

    /** Cost: linear in postings and published text. */
    public static void write(PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        write(source, kb, sink, "", "");
    }

    /** @return what the next build needs to write only what changed */
    static WebIndexState write(
            PostingsSource source, KnowledgeBase kb, OutputSink sink, String program, String content) {
        Ledger ledger = new Ledger();
        TermBlocks terms = new TermBlocks(Synonyms.of(kb.synonyms()), ledger, sink);
        SoundTable.Builder sounds = SoundTable.builder(source.documentCount());
        source.forEachTerm((term, byField) -> {
            terms.add(term, byField);
            sounds.add(term, byField[0].count + byField[1].count, byField[IndexField.BODY.position()].count);
        });
        DictionaryShape shape = terms.finish();
        DictionaryShape.anchors().write(sink);
        ledger.names.putAll(sounds.names());
        ledger.bigrams.putAll(sounds.bigrams());
        SoundBlocks.Table spellings = SoundBlocks.of(sounds.build());
        spellings.blocks().forEach(block -> block.write(sink));
        List<Block> readings = characterBlocks(ledger, sink);
        NormBlocks.of(source).forEach(block -> block.write(sink));
        DayBlocks.of(source).forEach(block -> block.write(sink));
        ResultBlocks results = new ResultBlocks(source, kb);
        AnswerBlocks answers = new AnswerBlocks(source, kb, results);
        answers.write(sink);
        results.writeSummaries(sink);
        results.writeTexts(sink);
        FacetBlocks facetBlocks = new FacetBlocks(source, kb);
        Map<String, List<Block>> facets = facetBlocks.all();
        facets.values().forEach(blocks -> blocks.forEach(block -> block.write(sink)));
        Figures figures = new Figures(
                source.numberCount(),
                source.practiceNumbers(),
                SoundTable.leastBigram(source.documentCount()),
                shape,
                spellings.weight(),
                spellings.buckets(),
                readings.size(),
                answers.slots(),
                answers.keys(),
                new TreeSet<>(facets.keySet()));
        writeRoot(source, figures, sink, content);
        WebIndexState.Pool pool = new WebIndexState.Pool();
        Map<String, Known> documents = new HashMap<>();
        for (int d = 0; d < source.numberCount(); d++)
            if (source.id(d) != null) documents.put(uid(source, d), known(source, results, facetBlocks, d, pool));
        return new WebIndexState(program, content, ledger, figures, pool, documents);
    }

    /** The tables that are cut to the characters of the index. @return the blocks of readings */
    static List<Block> characterBlocks(Ledger ledger, OutputSink sink) {
        FoldBlock.all(ledger.uses::containsKey).forEach(block -> block.write(sink));
        List<Block> readings = SoundBlocks.readings(ledger.uses::containsKey).blocks();
        readings.forEach(block -> block.write(sink));
        ShapeBlocks.of(ledger.uses::containsKey).forEach(block -> block.write(sink));
        return readings;
    }

    static String uid(PostingsSource source, int document) {
        return (document < source.practiceNumbers() ? "practice/" : "case/") + source.id(document);
    }

    static Known known(
            PostingsSource source, ResultBlocks results, FacetBlocks facets, int document, WebIndexState.Pool pool) {
        boolean hasBlock = results.hasBlock(document);
        return new Known(
                document,
                source.hash(document),
                results.summaryKey(document),
                facets.key(document),
                hasBlock,
                pool.bytes(source.input(document), hasBlock ? "" : results.text(document)));
    }

    /** The root is made from all content: where it is published, so are the blocks that belong to it. */
    static String rootKey(String content) {
        return "search root " + Block.FORMAT + " " + content;
    }

    static void writeRoot(PostingsSource source, Figures figures, OutputSink sink, String content) {
        Block root = new Block("root", root(source, figures), "");
        if (content.isEmpty()) root.write(sink);
        else root.write(sink, rootKey(content));
    }

    /** JSON by hand: numbers, and names of ours that need no escape. */
    private static String root(PostingsSource source, Figures figures) {
        StringBuilder json = new StringBuilder("{\"documents\":").append(figures.numbers());
        json.append(",\"practices\":").append(figures.practiceNumbers()).append(",\"statistics\":[");
        String comma = "";
        for (IndexField field : IndexField.values()) {
            PostingsSource.Statistics s = source.statistics(field);
            json.append(comma)
                    .append('[')
                    .append(s.documents())
                    .append(',')
                    .append(s.tokens())
                    .append(']');
            comma = ",";
        }
        json.append("],\"light\":").append(figures.shape().light());
        SortedMap<Integer, Integer> heavy = figures.shape().heavy();
        Symbols sizes = new Symbols();
        for (int buckets : heavy.values()) sizes.append(Integer.numberOfTrailingZeros(buckets));
        json.append(",\"heavy\":\"").append(PostingsCode.ofNumbers(heavy.keySet()));
        json.append("\",\"heavyBits\":\"").append(sizes);
        json.append("\",\"normsPerBlock\":").append(NormBlocks.NUMBERS_PER_BLOCK);
        json.append(",\"practicesPerBlock\":").append(ResultBlocks.PRACTICES_PER_BLOCK);
        json.append(",\"casesPerBlock\":").append(ResultBlocks.CASES_PER_BLOCK);
        json.append(",\"facetsPerBlock\":").append(FacetBlocks.NUMBERS_PER_BLOCK);
        json.append(",\"foldBuckets\":").append(FoldBlock.BUCKETS);
        json.append(",\"shapeBuckets\":").append(ShapeBlocks.BUCKETS);
        json.append(",\"soundBuckets\":").append(figures.soundBuckets());
        json.append(",\"readingBuckets\":").append(figures.readingBuckets());
        json.append(",\"answerSlots\":").append(figures.answerSlots());
        json.append(",\"answers\":\"")
                .append(PostingsCode.ofNumbers(figures.answers().keySet()))
                .append('"');
        json.append(",\"facets\":[");
        comma = "";
        for (String kind : figures.facets()) {
            json.append(comma).append('"').append(kind).append('"');
            comma = ",";
        }
        return json.append("]}").toString();
    }
}
