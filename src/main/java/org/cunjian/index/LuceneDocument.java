package org.cunjian.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.IndexField;

/** One Lucene document, made again and again in one thread from {@link IndexedText}s. */
final class LuceneDocument {
    static final String UID = "uid";
    static final String HASH = "hash";
    static final String ORDER = "order";
    static final String FILTER = "filter";
    static final String FACET = "facet";
    static final String STORED_TITLE = "stored.title";
    static final String STORED_BODY = "stored.body";
    static final String STORED_DATE = "stored.date";
    static final String STORED_SOURCE = "stored.source";
    static final String STORED_PLACE = "stored.place";
    static final String STORED_PRACTICES = "stored.practices";

    private static final FieldType TOKENS = type(IndexOptions.DOCS_AND_FREQS, true);
    private static final FieldType WHOLE = type(IndexOptions.DOCS, false);

    private final Map<IndexField, RuleTokenStream> streams = new EnumMap<>(IndexField.class);
    private final List<IndexableField> fields = new ArrayList<>();
    private Term uidTerm = new Term(UID, "");

    void set(IndexedText text, String hash) {
        fields.clear();
        String uid = text.key().uid();
        uidTerm = new Term(UID, uid);
        fields.add(new StringField(UID, uid, Field.Store.YES));
        fields.add(new SortedDocValuesField(UID, new BytesRef(uid)));
        fields.add(new SortedDocValuesField(HASH, new BytesRef(hash)));
        fields.add(new SortedDocValuesField(ORDER, new BytesRef(text.order())));
        fields.add(new StringField(FILTER, "type\u001F" + text.key().type().code(), Field.Store.NO));
        for (FacetValue facet : text.facets()) {
            fields.add(new StringField(FILTER, facet.filter(), Field.Store.NO));
            fields.add(new SortedSetDocValuesField(FACET, new BytesRef(facet.stored())));
        }
        addWhole(IndexField.NAME, text.names());
        addWhole(IndexField.TAG, text.tags());
        addTokens(IndexField.TITLE, text.titleText());
        addTokens(IndexField.KEY, text.keyText());
        addTokens(IndexField.BODY, text.body());
        store(STORED_TITLE, text.title());
        store(STORED_BODY, text.body());
        store(STORED_DATE, text.display().date());
        store(STORED_SOURCE, text.display().source());
        store(STORED_PLACE, text.display().place());
        store(STORED_PRACTICES, text.display().practices());
    }

    List<IndexableField> fields() {
        return fields;
    }

    Term uidTerm() {
        return uidTerm;
    }

    /** The doc value that keeps how many tokens a field has: the statistics of live documents are summed from it. */
    static String lengthOf(IndexField field) {
        return "length." + field.lucene();
    }

    private void addWhole(IndexField field, List<String> names) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String name : names) {
            String token = NameToken.of(name);
            if (!token.isEmpty()) tokens.add(token);
        }
        for (String token : tokens) fields.add(new Field(field.lucene(), token, WHOLE));
        addLength(field, tokens.size());
    }

    private void addTokens(IndexField field, String text) {
        RuleTokenStream stream = streams.computeIfAbsent(field, f -> new RuleTokenStream());
        int count = stream.set(text);
        // Also without tokens: where each document has a norm, it is found by number, which saves a seventh of the
        // time.
        fields.add(new Field(field.lucene(), stream, TOKENS));
        addLength(field, count);
    }

    private void addLength(IndexField field, int count) {
        if (count > 0) fields.add(new NumericDocValuesField(lengthOf(field), count));
    }

    private void store(String name, String value) {
        if (!value.isEmpty()) fields.add(new StoredField(name, value));
    }

    private static FieldType type(IndexOptions options, boolean isTokenized) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(isTokenized);
        type.setOmitNorms(!isTokenized);
        type.freeze();
        return type;
    }
}
