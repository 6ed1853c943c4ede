package org.cunjian.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.TermVectorsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
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
        infos.add(info(infos.size(), FieldNames.DAY, IndexOptions.NONE, DocValuesType.NUMERIC));
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
                return MemoryColumns.norms(buffer, buffer.lengths(MemoryColumns.withName(field.name)));
            }

            @Override
            public void checkIntegrity() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public DocValuesProducer getDocValuesReader() {
        return new MemoryColumns(buffer);
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
