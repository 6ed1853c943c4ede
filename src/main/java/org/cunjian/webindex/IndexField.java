package org.cunjian.webindex;

/**
 * The fields of the index, in the order in which files write them. A weight multiplies the field's BM25 score.
 */
public enum IndexField {
    /** What the thing itself is called, whole: a practice's name and aliases, the village of a case. */
    NAME(0, 12, false),
    /** Other names in full: the practices of a case and their aliases, the units of its place, components. */
    TAG(1, 5, false),
    /** Tokens of the title, for a practice of name and aliases. */
    TITLE(2, 4, true),
    /** Tokens of practice names, aliases, components, places, themes. */
    KEY(3, 2.5f, true),
    /** Tokens of the published text. */
    BODY(4, 1, true);

    private final int position;
    private final float weight;
    private final boolean isText;

    IndexField(int position, float weight, boolean isText) {
        this.position = position;
        this.weight = weight;
        this.isText = isText;
    }

    /** Its place among the fields, in files and in arrays by field. */
    public int position() {
        return position;
    }

    public float weight() {
        return weight;
    }

    /** False: a document has a whole name or has it not. True: it has tokens, some more often than others. */
    public boolean isText() {
        return isText;
    }

    /**
     * Whether a long field counts less. Only that of the published text: a title has no length to speak of, and with the names
     * of its practices an article is not less about each of them. Where one more alias changed a norm, it changed the score
     * of every word beside it.
     */
    public boolean hasNorms() {
        return this == BODY;
    }

    /** The field's name in the Lucene index. */
    public String lucene() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The field of a name in the Lucene index; of any other one {@link #BODY}. */
    public static IndexField ofLucene(String name) {
        for (IndexField field : values()) if (field.lucene().equals(name)) return field;
        return BODY;
    }
}
