package org.cunjian.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The facet values of the documents of a segment, numbered from 0 as they come, and their terms in the field of filters. */
final class FacetColumn {
    private final Map<FacetValue, Integer> numbers = new HashMap<>();
    private final List<FacetValue> values = new ArrayList<>();
    private int[] filters = new int[1 << 8];
    private int[] gathered = new int[1 << 10];
    private int count;
    private int[] ends = new int[1 << 8];
    private int documents;
    private @Nullable Sorted sorted;

    void clear() {
        sorted = null;
        numbers.clear();
        values.clear();
        count = 0;
        documents = 0;
    }

    /** @return the number of the filter that asks for the value */
    int add(FacetValue value, TermTable filterTerms) {
        Integer known = numbers.get(value);
        int number = known != null ? known : number(value, filterTerms);
        if (count == gathered.length) gathered = Arrays.copyOf(gathered, count * 2);
        gathered[count++] = number;
        return filters[number];
    }

    private int number(FacetValue value, TermTable filterTerms) {
        int number = values.size();
        numbers.put(value, number);
        values.add(value);
        if (number == filters.length) filters = Arrays.copyOf(filters, number * 2);
        filters[number] = filterTerms.numberOf(value.filter());
        return number;
    }

    void endDocument() {
        if (documents == ends.length) ends = Arrays.copyOf(ends, documents * 2);
        ends[documents++] = count;
    }

    /** The values in the order of their bytes, and for each document its values by their place in that order. */
    static final class Sorted {
        private final List<BytesRef> values;
        private final int[] ordinals;
        private final int[] ends;

        private Sorted(List<BytesRef> values, int[] ordinals, int[] ends) {
            this.values = values;
            this.ordinals = ordinals;
            this.ends = ends;
        }

        List<BytesRef> values() {
            return values;
        }

        int ordinal(int at) {
            return ordinals[at];
        }

        int start(int document) {
            return document == 0 ? 0 : ends[document - 1];
        }

        int end(int document) {
            return ends[document];
        }
    }

    /** Made once, when all documents are there; valid until {@link #clear}. */
    Sorted sorted() {
        Sorted made = sorted != null ? sorted : makeSorted();
        sorted = made;
        return made;
    }

    private Sorted makeSorted() {
        record Numbered(String stored, int number) {}
        List<Numbered> order = new ArrayList<>();
        for (int i = 0; i < values.size(); i++)
            order.add(new Numbered(values.get(i).stored(), i));
        order.sort((a, b) -> TermTable.IN_BYTE_ORDER.compare(a.stored(), b.stored()));
        int[] places = new int[order.size()];
        List<BytesRef> bytes = new ArrayList<>();
        for (Numbered value : order) {
            places[value.number()] = bytes.size();
            bytes.add(new BytesRef(value.stored()));
        }
        int[] ordinals = new int[count];
        int from = 0;
        for (int document = 0; document < documents; document++) {
            for (int i = from; i < ends[document]; i++) ordinals[i] = places[gathered[i]];
            Arrays.sort(ordinals, from, ends[document]);
            from = ends[document];
        }
        return new Sorted(bytes, ordinals, ends);
    }
}
