package org.cunjian.webindex;

/**
 * The fields of the index, in the order in which files write them. A weight multiplies the field's BM25 score.
 */
public enum IndexField {
    /** What the thing itself is called, whole: a practice's name and aliases, the village of a case. */
    NAME(12, false, 1),
    /** Other names in full: the practices of a case and their aliases, the units of its place, components. */
    TAG(5, false, 1),
    /** Tokens of the title, for a practice of name and aliases. */
    TITLE(4, true, 20),
    /** Tokens of practice names, aliases, components, places, themes. */
    KEY(2.5f, true, 30),
    /** Tokens of the published text. */
    BODY(1, true, 100);

    private final float weight;
    private final boolean hasNorms;
    private final int usualNorm;

    IndexField(float weight, boolean hasNorms, int usualNorm) {
        this.weight = weight;
        this.hasNorms = hasNorms;
        this.usualNorm = usualNorm;
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

    /** The field's name in the Lucene index. */
    public String lucene() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
