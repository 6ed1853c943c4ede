package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.webindex.PostingsSource.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The values that results are narrowed by, in columns: a block per kind and some thousand numbers of practices or of cases, loaded
 * when that kind is looked at. Places stand in a column per level, so that provinces cost little. Text: the values of the block, a line each,
 * value, label and parent divided by tabs; data: for each number how many values the document has, then their lines.
 */
final class FacetBlocks {
    static final int NUMBERS_PER_BLOCK = 1 << 16;

    private static final List<String> KINDS =
            List.of("place0", "place1", "place2", "place3", "place4", "practice", "script", "source", "theme", "year");

    /**
     * Kinds that practices have no block of: a practice of a thousand cases is in as many places, which the columns of the cases say already. Filters find
     * the practices of the cases that pass.
     */
    private static final Set<String> OF_CASES_ONLY = Set.of("place2", "place3", "place4");

    private final PostingsSource source;
    private final KnowledgeBase kb;
    /** By identity: a practice of a thousand cases has thousands of values, and the source gives the same object for one. */
    private final IdentityHashMap<Facet, Value> byFacet = new IdentityHashMap<>();

    private final Map<String, Value> byLine = new HashMap<>();
    private final Map<Integer, Map<String, List<String>>> linesOf = new HashMap<>();

    FacetBlocks(PostingsSource source, KnowledgeBase kb) {
        this.source = source;
        this.kb = kb;
    }

    /** The blocks of each kind that has any value: those of the practices first, which only a filter needs, then the cases'. */
    Map<String, List<Block>> all() {
        Map<String, List<Block>> blocks = new TreeMap<>();
        for (Part part : parts()) addBlocks(part, blocks);
        blocks.values()
                .removeIf(list -> list.stream().allMatch(block -> block.text().isEmpty()));
        return blocks;
    }

    /** The numbers of one block of every kind. */
    record Part(String name, int from, int to) {
        /** Whether values of a kind are kept for these documents. */
        boolean has(String kind) {
            return name.startsWith("c") || !OF_CASES_ONLY.contains(kind);
        }
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        addParts("p", 0, source.practiceNumbers(), parts);
        addParts("c", source.practiceNumbers(), source.numberCount(), parts);
        return parts;
    }

    private static void addParts(String prefix, int start, int end, List<Part> parts) {
        for (int from = start; from < end; from += NUMBERS_PER_BLOCK) {
            String name = prefix + (from - start) / NUMBERS_PER_BLOCK;
            parts.add(new Part(name, from, Math.min(end, from + NUMBERS_PER_BLOCK)));
        }
    }

    /** Looks at each value of each document twice, whatever the number of kinds: to number the lines, and to write them. */
    private void addBlocks(Part part, Map<String, List<Block>> blocks) {
        Set<Value> present = new HashSet<>();
        for (int d = part.from(); d < part.to(); d++) for (Facet facet : source.facets(d)) present.add(value(facet));
        Map<String, List<Value>> byKind = new HashMap<>();
        for (Value value : present)
            byKind.computeIfAbsent(value.kind, k -> new ArrayList<>()).add(value);
        List<Column> columns = new ArrayList<>();
        for (String kind : KINDS)
            if (part.has(kind)) columns.add(new Column(kind, byKind.getOrDefault(kind, List.of())));
        for (int d = part.from(); d < part.to(); d++) {
            for (Facet facet : source.facets(d)) {
                Value value = value(facet);
                if (value.column != null) value.column.own.add(value.number);
            }
            columns.forEach(Column::endDocument);
        }
        for (Column column : columns)
            blocks.computeIfAbsent(column.kind, k -> new ArrayList<>()).add(column.block(part));
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
        private final Symbols data = new Symbols();

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
            data.append(own.size());
            for (int number : own) data.append(number);
            own.clear();
        }

        Block block(Part part) {
            return new Block(nameOf(kind, part), text, data.toString());
        }
    }

    static String nameOf(String kind, Part part) {
        return "f/" + kind + "-" + part.name();
    }

    /** A block as it is now, where some of its documents may have other values. */
    Block update(Block before, String kind, Part part, Collection<Integer> changed) {
        List<String> values =
                before.text().isEmpty() ? List.of() : List.of(before.text().split("\n", -1));
        List<List<String>> documents = new ArrayList<>();
        Symbols.Reader reader = new Symbols.Reader(before.data());
        while (!reader.isAtEnd()) {
            int count = reader.next();
            if (count == 0) {
                documents.add(List.of());
                continue;
            }
            List<String> own = new ArrayList<>(count);
            for (int i = 0; i < count; i++) own.add(values.get(reader.next()));
            documents.add(own);
        }
        boolean isSame = true;
        for (int d : changed) {
            List<String> own = lines(d).getOrDefault(kind, List.of());
            isSame &= own.equals(documents.set(d - part.from(), own));
        }
        return isSame ? before : block(before.name(), documents);
    }

    /** Changes when the values of a document do, or their order. */
    long key(int document) {
        ChangeNumber key = new ChangeNumber();
        for (Facet facet : source.facets(document)) {
            Value value = value(facet);
            key.add(value.kind.hashCode()).add(value.line.hashCode()); // strings remember theirs
        }
        return key.value();
    }

    /** The columns in which some documents have a value. */
    Set<String> kindsOf(Collection<Integer> documents) {
        Set<String> kinds = new TreeSet<>();
        for (int d : documents) kinds.addAll(lines(d).keySet());
        return kinds;
    }

    /** The values of a document by column; remembered, for each column asks. */
    private Map<String, List<String>> lines(int document) {
        return linesOf.computeIfAbsent(document, d -> {
            Map<String, List<String>> lines = new HashMap<>();
            for (Facet facet : source.facets(d)) {
                Value value = value(facet);
                lines.computeIfAbsent(value.kind, k -> new ArrayList<>()).add(value.line);
            }
            return lines;
        });
    }

    private static Block block(String name, List<List<String>> documents) {
        Set<String> lines = new TreeSet<>();
        documents.forEach(lines::addAll);
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : lines) numbers.put(line, numbers.size());
        Symbols data = new Symbols();
        for (List<String> own : documents) {
            data.append(own.size());
            for (String line : own) data.append(numbers.getOrDefault(line, 0));
        }
        return new Block(name, String.join("\n", lines), data.toString());
    }

    private Value value(Facet facet) {
        Value known = byFacet.get(facet);
        if (known != null) return known;
        String kind = column(facet);
        String line = lineOf(facet);
        Value value = byLine.computeIfAbsent(kind + "\n" + line, l -> new Value(kind, line));
        byFacet.put(facet, value);
        return value;
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
