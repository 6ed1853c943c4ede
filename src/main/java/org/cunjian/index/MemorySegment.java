package org.cunjian.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.TermVectorsReader;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;
import org.cunjian.webindex.IndexField;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SegmentBuffer} as Lucene reads a segment, for {@code IndexWriter.addIndexes} to write it as it would merge one: all
 * in order, once. Answers only what that asks for.
 */
final class MemorySegment extends CodecReader {
    private final SegmentBuffer buffer;
    private final FieldInfos infos;

    MemorySegment(SegmentBuffer buffer) {
        this.buffer = buffer;
        this.infos = fieldInfos(buffer);
    }

    /** The same for every segment, whatever fields its documents lack. */
    private static FieldInfos fieldInfos(SegmentBuffer buffer) {
        List<FieldInfo> infos = new ArrayList<>();
        buffer.inverted()
                .forEach((name, field) -> infos.add(info(
                        infos.size(),
                        name,
                        field.hasFrequencies() ? IndexOptions.DOCS_AND_FREQS : IndexOptions.DOCS,
                        DocValuesType.NONE)));
        infos.add(info(infos.size(), FieldNames.HASH, IndexOptions.NONE, DocValuesType.BINARY));
        infos.add(info(infos.size(), FieldNames.ORDER, IndexOptions.NONE, DocValuesType.SORTED));
        infos.add(info(infos.size(), FieldNames.FACET, IndexOptions.NONE, DocValuesType.SORTED_SET));
        infos.add(info(infos.size(), FieldNames.SHOWN, IndexOptions.NONE, DocValuesType.BINARY));
        infos.add(info(infos.size(), FieldNames.TEXT, IndexOptions.NONE, DocValuesType.BINARY));
        for (IndexField field : IndexField.values())
            infos.add(info(infos.size(), FieldNames.lengthOf(field), IndexOptions.NONE, DocValuesType.NUMERIC));
        return new FieldInfos(infos.toArray(FieldInfo[]::new));
    }

    private static FieldInfo info(int number, String name, IndexOptions options, DocValuesType docValues) {
        boolean hasNorms = Arrays.stream(IndexField.values())
                .anyMatch(f -> f.hasNorms() && f.lucene().equals(name));
        return new FieldInfo(
                name,
                number,
                false,
                !hasNorms,
                false,
                options,
                docValues,
                -1,
                Map.of(),
                0,
                0,
                0,
                0,
                VectorEncoding.FLOAT32,
                VectorSimilarityFunction.EUCLIDEAN,
                false,
                false);
    }

    private static IndexField withName(String name) {
        for (IndexField field : IndexField.values())
            if (name.equals(field.lucene()) || name.equals(FieldNames.lengthOf(field))) return field;
        throw new IllegalArgumentException(name);
    }

    @Override
    public int maxDoc() {
        return buffer.documents();
    }

    @Override
    public int numDocs() {
        return buffer.documents();
    }

    @Override
    public FieldInfos getFieldInfos() {
        return infos;
    }

    @Override
    public LeafMetaData getMetaData() {
        return new LeafMetaData(Version.LATEST.major, Version.LATEST, null, false);
    }

    @Override
    public FieldsProducer getPostingsReader() {
        return new FieldsProducer() {
            @Override
            public Iterator<String> iterator() {
                return buffer.inverted().keySet().iterator();
            }

            @Override
            public @Nullable Terms terms(String field) {
                InvertedField inverted = buffer.inverted().get(field);
                return inverted == null ? null : inverted.invert();
            }

            @Override
            public int size() {
                return buffer.inverted().size();
            }

            @Override
            public void checkIntegrity() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public NormsProducer getNormsReader() {
        return new NormsProducer() {
            @Override
            public NumericDocValues getNorms(FieldInfo field) {
                SegmentBuffer.Lengths lengths = buffer.lengths(withName(field.name));
                return new Numbers() {
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

            @Override
            public void checkIntegrity() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public DocValuesProducer getDocValuesReader() {
        return new Columns();
    }

    private final class Columns extends DocValuesProducer {
        @Override
        public NumericDocValues getNumeric(FieldInfo field) {
            SegmentBuffer.Lengths lengths = buffer.lengths(withName(field.name));
            return new Numbers() {
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
    }

    private abstract class Numbers extends NumericDocValues {
        private int document = -1;

        abstract boolean hasValue(int candidate);

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            do document++;
            while (document < buffer.documents() && !hasValue(document));
            return document < buffer.documents() ? document : NO_MORE_DOCS;
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

    /** Nothing is stored: what results show are doc values, which need no compressing. */
    @Override
    public StoredFieldsReader getFieldsReader() {
        return new NothingStored();
    }

    private static final class NothingStored extends StoredFieldsReader {
        @Override
        public void document(int document, StoredFieldVisitor visitor) {}

        @Override
        public StoredFieldsReader clone() {
            return this;
        }

        @Override
        public void checkIntegrity() {}

        @Override
        public void close() {}
    }

    @Override
    public @Nullable TermVectorsReader getTermVectorsReader() {
        return null;
    }

    @Override
    public @Nullable PointsReader getPointsReader() {
        return null;
    }

    @Override
    public @Nullable KnnVectorsReader getVectorReader() {
        return null;
    }

    @Override
    public @Nullable Bits getLiveDocs() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }
}
