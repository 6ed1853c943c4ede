package org.cunjian.index;

import java.util.Objects;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.IndexField;
import org.jspecify.annotations.Nullable;

/**
 * The columns (doc values) of a {@link SegmentBuffer}, each read once from its first document to its last. Jumping ({@code
 * advance}) is what a search does and writing a segment does not: it is refused.
 */
final class MemoryColumns extends DocValuesProducer {
    private final SegmentBuffer buffer;

    MemoryColumns(SegmentBuffer buffer) {
        this.buffer = buffer;
    }

    /** The lengths of one field as Lucene's norms, for every document. */
    static NumericDocValues norms(SegmentBuffer buffer, SegmentBuffer.Counts lengths) {
        return new Numbers(buffer.documents()) {
            @Override
            boolean hasValue(int document) {
                return true;
            }

            @Override
            public long longValue() {
                return lengths.norm(docID());
            }
        };
    }

    static IndexField withName(String name) {
        for (IndexField field : IndexField.values())
            if (name.equals(field.lucene()) || name.equals(FieldNames.lengthOf(field))) return field;
        throw new IllegalArgumentException(name);
    }

    @Override
    public NumericDocValues getNumeric(FieldInfo field) {
        SegmentBuffer.Counts lengths =
                field.name.equals(FieldNames.DAY) ? buffer.days() : buffer.lengths(withName(field.name));
        return new Numbers(buffer.documents()) {
            @Override
            boolean hasValue(int document) {
                return lengths.get(document) > 0;
            }

            @Override
            public long longValue() {
                return lengths.get(docID());
            }
        };
    }

    @Override
    public BinaryDocValues getBinary(FieldInfo field) {
        return new Bytes(field.name);
    }

    @Override
    public SortedDocValues getSorted(FieldInfo field) {
        return new Orders();
    }

    @Override
    public SortedSetDocValues getSortedSet(FieldInfo field) {
        return new Facets(buffer.facets().sorted());
    }

    @Override
    public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
        throw new UnsupportedOperationException(field.name);
    }

    @Override
    public void checkIntegrity() {}

    @Override
    public void close() {}

    private abstract static class Numbers extends NumericDocValues {
        private final int documents;
        private int document = -1;

        Numbers(int documents) {
            this.documents = documents;
        }

        abstract boolean hasValue(int candidate);

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            do document++;
            while (document < documents && !hasValue(document));
            return document < documents ? document : NO_MORE_DOCS;
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean advanceExact(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return documents;
        }
    }

    private final class Bytes extends BinaryDocValues {
        private final String field;
        private int document = -1;
        private @Nullable BytesRef value;

        Bytes(String field) {
            this.field = field;
        }

        @Override
        public BytesRef binaryValue() {
            return Objects.requireNonNull(value);
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            while (++document < buffer.documents()) {
                value = buffer.binary(field, document);
                if (value != null) return document;
            }
            return NO_MORE_DOCS;
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean advanceExact(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return buffer.documents();
        }
    }

    /** Documents come in order, so that each has the ordinal of its number. */
    private final class Orders extends SortedDocValues {
        private int document = -1;

        @Override
        public int ordValue() {
            return document;
        }

        @Override
        public BytesRef lookupOrd(int ord) {
            return buffer.order(ord);
        }

        @Override
        public int getValueCount() {
            return buffer.documents();
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            return ++document < buffer.documents() ? document : NO_MORE_DOCS;
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean advanceExact(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return buffer.documents();
        }
    }

    private final class Facets extends SortedSetDocValues {
        private final FacetColumn.Sorted sorted;
        private int document = -1;
        private int at;

        Facets(FacetColumn.Sorted sorted) {
            this.sorted = sorted;
        }

        @Override
        public long nextOrd() {
            return sorted.ordinal(at++);
        }

        @Override
        public int docValueCount() {
            return sorted.end(document) - sorted.start(document);
        }

        @Override
        public BytesRef lookupOrd(long ord) {
            return sorted.values().get((int) ord);
        }

        @Override
        public long getValueCount() {
            return sorted.values().size();
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            while (++document < buffer.documents()) {
                at = sorted.start(document);
                if (at < sorted.end(document)) return document;
            }
            return NO_MORE_DOCS;
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean advanceExact(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return buffer.documents();
        }
    }
}
