package org.cunjian.index;

import org.cunjian.webindex.IndexField;

/** What the Lucene index holds beside the fields of {@link IndexField}. */
final class FieldNames {
    /** Term: type and id, by which a document is replaced. */
    static final String UID = "uid";

    /** Binary: the hash of what the document was made from. */
    static final String HASH = "hash";

    /** Sorted: the place of the document among all; names it too. See {@link DocumentKey#order}. */
    static final String ORDER = "order";

    /** Terms: the type and every facet value. */
    static final String FILTER = "filter";

    /** Sorted set: the facet values with label and parent. */
    static final String FACET = "facet";

    /** Numeric: the day of a case, as {@link org.cunjian.webindex.DayNumber}; none where no date is known. */
    static final String DAY = "day";

    /** Binary: what a result shows; see {@link ShownText}. */
    static final String SHOWN = "shown";

    /** Binary: the text that snippets are cut from, two bytes a UTF-16 unit. */
    static final String TEXT = "text";

    private FieldNames() {}

    /** Numeric: how many tokens a field of a document has. The statistics of live documents are summed from it. */
    static String lengthOf(IndexField field) {
        return "length." + field.lucene();
    }
}
