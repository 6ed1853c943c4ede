package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.webindex.PostingsSource.Facet;
import org.jspecify.annotations.Nullable;

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

    private final Map<Facet, Value> byFacet = new HashMap<>();
    private final Map<String, Value> byLine = new HashMap<>();

    FacetBlocks(PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        this.source = source;
        this.kb = kb;
        this.sink = sink;
    }

    /** @return the kinds that have any value, with the number of their blocks */
    Map<String, Integer> write() {
        Map<String, List<Block>> blocks = new TreeMap<>();
        for (int from = 0; from < source.documentCount(); from += DOCUMENTS_PER_BLOCK)
            addBlocks(from, Math.min(source.documentCount(), from + DOCUMENTS_PER_BLOCK), blocks);
        Map<String, Integer> written = new TreeMap<>();
        blocks.forEach((kind, list) -> {
            if (list.stream().allMatch(block -> block.text().isEmpty())) return;
            list.forEach(block -> block.write(sink));
            written.put(kind, list.size());
        });
        return written;
    }

    /** Looks at each value of each document twice, whatever the number of kinds: to number the lines, and to write them. */
    private void addBlocks(int from, int to, Map<String, List<Block>> blocks) {
        Set<Value> present = new HashSet<>();
        for (int d = from; d < to; d++) for (Facet facet : source.facets(d)) present.add(value(facet));
        Map<String, List<Value>> byKind = new HashMap<>();
        for (Value value : present)
            byKind.computeIfAbsent(value.kind, k -> new ArrayList<>()).add(value);
        List<Column> columns = new ArrayList<>();
        for (String kind : KINDS) columns.add(new Column(kind, byKind.getOrDefault(kind, List.of())));
        for (int d = from; d < to; d++) {
            for (Facet facet : source.facets(d)) {
                Value value = value(facet);
                if (value.column != null) value.column.own.add(value.number);
            }
            columns.forEach(Column::endDocument);
        }
        for (Column column : columns)
            blocks.computeIfAbsent(column.kind, k -> new ArrayList<>()).add(column.block(from / DOCUMENTS_PER_BLOCK));
        for (Value value : present) value.column = null;
    }

    /** A value's kind and line; documents share them. Not a record: sets hold thousands of them by identity. */
    private static final class Value {
        final String kind;
        final String line;

        @Nullable
        Column column;

        int number;

        Value(String kind, String line) {
            this.kind = kind;
            this.line = line;
        }
    }

    /** One block while it grows. */
    private static final class Column {
        final String kind;
        final List<Integer> own = new ArrayList<>();
        private final String text;
        private final StringBuilder data = new StringBuilder();

        Column(String kind, List<Value> values) {
            this.kind = kind;
            List<Value> sorted = new ArrayList<>(values);
            sorted.sort(Comparator.comparing(value -> value.line));
            for (int i = 0; i < sorted.size(); i++) {
                sorted.get(i).column = this;
                sorted.get(i).number = i;
            }
            text = sorted.stream().map(value -> value.line).collect(Collectors.joining("\n"));
        }

        void endDocument() {
            Symbols.append(data, own.size());
            for (int number : own) Symbols.append(data, number);
            own.clear();
        }

        Block block(int number) {
            return new Block("f/" + kind + "-" + number, text, data.toString());
        }
    }

    private Value value(Facet facet) {
        return byFacet.computeIfAbsent(facet, f -> {
            String kind = column(f);
            String line = lineOf(f);
            return byLine.computeIfAbsent(kind + "\n" + line, l -> new Value(kind, line));
        });
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
