package org.cunjian.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.cunjian.webindex.LiteralText;

/**
 * Documents whose title, other names or text hold a phrase literally. The index has no positions: the texts themselves are
 * read, of those documents only that the other clauses of the query have left.
 */
final class PhraseQuery extends Query {
    /** Dearer than any list: a text of some thousand characters. */
    private static final float COST = 10_000;

    private final LiteralText phrase;

    PhraseQuery(LiteralText phrase) {
        this.phrase = phrase;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                return new ConstantScoreScorer(this, score(), scoreMode, holding(leaf));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private TwoPhaseIterator holding(LeafReaderContext leaf) throws IOException {
        BinaryDocValues shown = DocValues.getBinary(leaf.reader(), FieldNames.SHOWN);
        BinaryDocValues texts = DocValues.getBinary(leaf.reader(), FieldNames.TEXT);
        DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
        return new TwoPhaseIterator(all) {
            @Override
            public boolean matches() throws IOException {
                int document = approximation.docID();
                return (shown.advanceExact(document) && isIn(ShownText.of(shown.binaryValue())))
                        || (texts.advanceExact(document) && isIn(text(texts.binaryValue())));
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    private boolean isIn(ShownText shown) {
        return isIn(shown.title()) || isIn(shown.aliases());
    }

    private boolean isIn(String text) {
        return LiteralText.of(text).contains(phrase);
    }

    static String text(BytesRef bytes) {
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_16BE);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "\"" + phrase + "\"";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhraseQuery that && phrase.equals(that.phrase);
    }

    @Override
    public int hashCode() {
        return phrase.hashCode();
    }
}
