package org.cunjian.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;
import org.cunjian.text.FoldBuffer;
import org.cunjian.webindex.DayNumber;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.TokenRule;
import org.jspecify.annotations.Nullable;

/**
 * Gathers documents for one segment of the index, in rising {@linkplain DocumentKey#order order}, and counts their terms.
 * Lucene would count one token at a time, with its bytes, in a table of byte strings; counting bigrams as numbers and handing
 * over whole lists ({@link MemorySegment}) takes a third of the time. For one thread; made to be used again.
 */
final class SegmentBuffer {
    /** About 50 MiB with what inverting needs; 10,000 articles give some eight segments, which need no merging. */
    private static final int MOST_POSTINGS = 3_000_000;

    /** A segment has one document for each order, so that its number is its place. */
    private final List<BytesRef> orders = new ArrayList<>();

    private final List<BytesRef> hashes = new ArrayList<>();
    private final List<BytesRef> shown = new ArrayList<>();
    private final List<@Nullable BytesRef> texts = new ArrayList<>();
    private final Map<String, InvertedField> inverted = new TreeMap<>();
    private final Map<IndexField, Counts> lengths = new EnumMap<>(IndexField.class);
    private final Counts days = new Counts();
    private final FacetColumn facets = new FacetColumn();
    private final Map<String, String> nameTokens = new HashMap<>();
    private final TokenRule rule = new TokenRule();
    private final FoldBuffer folded = new FoldBuffer();

    /** A number for each document: how many tokens a field of it has, or its day. */
    static final class Counts {
        private int[] values = new int[256];
        private int size;

        void add(int value) {
            if (size == values.length) values = Arrays.copyOf(values, size * 2);
            values[size++] = value;
        }

        int get(int document) {
            return values[document];
        }

        /** As BM25 keeps it; 0 where the document has no token. */
        byte norm(int document) {
            return values[document] == 0 ? 0 : StepSimilarity.norm(values[document]);
        }
    }

    SegmentBuffer() {
        for (IndexField field : IndexField.values()) {
            inverted.put(field.lucene(), new InvertedField(field.isText()));
            lengths.put(field, new Counts());
        }
        inverted.put(FieldNames.UID, new InvertedField(false));
        inverted.put(FieldNames.FILTER, new InvertedField(false));
    }

    void clear() {
        orders.clear();
        hashes.clear();
        shown.clear();
        texts.clear();
        inverted.values().forEach(InvertedField::clear);
        lengths.values().forEach(l -> l.size = 0);
        days.size = 0;
        facets.clear();
    }

    boolean isFull() {
        return inverted.values().stream().mapToInt(InvertedField::postings).sum() >= MOST_POSTINGS;
    }

    void add(IndexedText text, String hash) {
        orders.add(new BytesRef(text.order()));
        hashes.add(new BytesRef(hash));
        shown.add(new BytesRef(ShownText.of(text).toBytes()));
        days.add(DayNumber.of(text.display().date()));
        texts.add(text.body().isEmpty() ? null : utf16(text.body()));
        addTerms(FieldNames.UID, List.of(text.key().uid()));
        addFilters(text);
        addNames(IndexField.NAME, text.words().names());
        addNames(IndexField.TAG, text.words().tags());
        addTokens(IndexField.TITLE, text.words().title());
        addTokens(IndexField.KEY, text.words().key());
        addTokens(IndexField.BODY, text.body());
    }

    /** By hand: the JDK's encoder takes ten times as long. */
    private static BytesRef utf16(String text) {
        char[] units = text.toCharArray();
        byte[] bytes = new byte[units.length * 2];
        for (int i = 0; i < units.length; i++) {
            bytes[2 * i] = (byte) (units[i] >>> 8);
            bytes[2 * i + 1] = (byte) units[i];
        }
        return new BytesRef(bytes);
    }

    private void addFilters(IndexedText text) {
        InvertedField filters = inverted(FieldNames.FILTER);
        filters.add(filters.terms().numberOf(FacetValue.typeFilter(text.key().type())));
        for (FacetValue facet : text.facets()) filters.add(facets.add(facet, filters.terms()));
        filters.endDocument();
        facets.endDocument();
    }

    private void addNames(IndexField field, List<String> names) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String name : names) {
            String token = nameTokens.computeIfAbsent(name, NameToken::of);
            if (!token.isEmpty()) tokens.add(token);
        }
        lengths(field).add(addTerms(field.lucene(), tokens));
    }

    private int addTerms(String field, Collection<String> terms) {
        InvertedField to = inverted(field);
        for (String term : terms) to.add(to.terms().numberOf(term));
        return to.endDocument();
    }

    private void addTokens(IndexField field, String text) {
        InvertedField to = inverted(field.lucene());
        TermTable terms = to.terms();
        folded.set(text);
        char[] units = folded.units();
        rule.reset(units, folded.length());
        int count = 0;
        while (rule.next()) {
            to.add(terms.numberOf(units, rule.start(), rule.end()));
            count++;
        }
        to.endDocument();
        lengths(field).add(count);
    }

    int documents() {
        return orders.size();
    }

    /** By name, in the order of the names. */
    Map<String, InvertedField> inverted() {
        return inverted;
    }

    private InvertedField inverted(String name) {
        return Objects.requireNonNull(inverted.get(name));
    }

    Counts lengths(IndexField field) {
        return Objects.requireNonNull(lengths.get(field));
    }

    /** See {@link DayNumber}. */
    Counts days() {
        return days;
    }

    FacetColumn facets() {
        return facets;
    }

    BytesRef order(int document) {
        return orders.get(document);
    }

    /** A value of {@link FieldNames#HASH}, {@link FieldNames#SHOWN} or {@link FieldNames#TEXT}; null for none. */
    @Nullable
    BytesRef binary(String field, int document) {
        return switch (field) {
            case FieldNames.HASH -> hashes.get(document);
            case FieldNames.SHOWN -> shown.get(document);
            default -> texts.get(document);
        };
    }
}
