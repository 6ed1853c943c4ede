package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.webindex.PostingsSource.Facet;

/**
 * The values that results are narrowed by, in columns: a block per kind and some thousand documents, loaded when that kind is
 * looked at. Places stand in a column per level, so that provinces cost little. Text: the values of the block, a line each,
 * value, label and parent divided by tabs; data: for each document the number of its values, then their lines.
 */
final class FacetBlocks {
    static final int DOCUMENTS_PER_BLOCK = 8192;

    private static final List<String> KINDS =
            List.of("place0", "place1", "place2", "place3", "place4", "practice", "script", "source", "theme", "year");

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final OutputSink sink;

    private final Map<Facet, Placed> byFacet = new HashMap<>();
    private final Map<Integer, List<Placed>> byDocument = new HashMap<>();

    FacetBlocks(PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        this.source = source;
        this.kb = kb;
        this.sink = sink;
    }

    /** @return the kinds that have any value, with the number of their blocks */
    Map<String, Integer> write() {
        Map<String, Integer> written = new TreeMap<>();
        for (String kind : KINDS) {
            int blocks = write(kind);
            if (blocks > 0) written.put(kind, blocks);
        }
        return written;
    }

    private int write(String kind) {
        List<Block> blocks = new ArrayList<>();
        boolean hasValues = false;
        for (int from = 0; from < source.documentCount(); from += DOCUMENTS_PER_BLOCK) {
            int to = Math.min(source.documentCount(), from + DOCUMENTS_PER_BLOCK);
            Block block = block(kind, from, to);
            hasValues |= !block.text().isEmpty();
            blocks.add(block);
        }
        if (!hasValues) return 0;
        for (Block block : blocks) block.write(sink);
        return blocks.size();
    }

    private Block block(String kind, int from, int to) {
        TreeMap<String, Integer> lines = new TreeMap<>();
        for (int d = from; d < to; d++)
            for (Placed value : placed(d)) if (value.column().equals(kind)) lines.put(value.line(), 0);
        int number = 0;
        for (Map.Entry<String, Integer> line : lines.entrySet()) line.setValue(number++);
        StringBuilder data = new StringBuilder();
        for (int d = from; d < to; d++) {
            List<Integer> values = new ArrayList<>();
            for (Placed value : placed(d))
                if (value.column().equals(kind)) values.add(lines.getOrDefault(value.line(), 0));
            Symbols.append(data, values.size());
            for (int value : values) Symbols.append(data, value);
        }
        return new Block(
                "f/" + kind + "-" + from / DOCUMENTS_PER_BLOCK, String.join("\n", lines.keySet()), data.toString());
    }

    /** A value's column and its line there; documents share them. */
    private record Placed(String column, String line) {}

    private List<Placed> placed(int document) {
        List<Placed> values = byDocument.get(document);
        if (values == null) {
            values = new ArrayList<>();
            for (Facet facet : source.facets(document))
                values.add(byFacet.computeIfAbsent(facet, f -> new Placed(column(f), lineOf(f))));
            byDocument.put(document, values);
        }
        return values;
    }

    private String column(Facet facet) {
        if (!facet.kind().equals("place")) return facet.kind();
        PlaceNode node = kb.places().get(facet.value());
        return node == null ? "place0" : "place" + node.level();
    }

    private static String lineOf(Facet facet) {
        return clean(facet.value()) + "\t" + clean(facet.label()) + "\t" + clean(facet.parent());
    }

    private static String clean(String text) {
        return text.replace('\t', ' ').replace('\n', ' ');
    }
}
