package org.cunjian.webindex;

/**
 * The fields of the index, in the order in which files write them. A weight multiplies the field's BM25 score.
 */
public enum IndexField {
    /** What the thing itself is called, whole: a practice's name and aliases, the village of a case. */
    NAME(0, 12, false, 1),
    /** Other names in full: the practices of a case and their aliases, the units of its place, components. */
    TAG(1, 5, false, 1),
    /** Tokens of the title, for a practice of name and aliases. */
    TITLE(2, 4, true, 20),
    /** Tokens of practice names, aliases, components, places, themes. */
    KEY(3, 2.5f, true, 30),
    /** Tokens of the published text. */
    BODY(4, 1, true, 100);

    private final int position;
    private final float weight;
    private final boolean hasNorms;
    private final int usualNorm;

    IndexField(int position, float weight, boolean hasNorms, int usualNorm) {
        this.position = position;
        this.weight = weight;
        this.hasNorms = hasNorms;
        this.usualNorm = usualNorm;
    }

    /** Its place among the fields, in files and in arrays by field. */
    public int position() {
        return position;
    }

    /** The norm byte of a field of usual length: files keep the distance from it, which is small. */
    int usualNorm() {
        return usualNorm;
    }

    public float weight() {
        return weight;
    }

    /** False: a document has a name or has it not; length and frequency count as one. */
    public boolean hasNorms() {
        return hasNorms;
    }

    /**
     * True: the norms of title and key stand beside each posting. Those of the text stand once for each document: a text that
     * grows into the next norm would else change the list of each of its thousand words.
     */
    public boolean hasNormsInPostings() {
        return hasNorms && this != BODY;
    }

    /** The field's name in the Lucene index. */
    public String lucene() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
