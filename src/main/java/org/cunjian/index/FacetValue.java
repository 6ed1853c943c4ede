package org.cunjian.index;

import org.cunjian.io.ChangeHash;

/**
 * One value that documents are narrowed by: 湖南省 with code 43. {@code parent} is the value above, empty where there is none.
 * Its stored forms are made once: a practice of a thousand cases has thousands of values, which it shares with them.
 */
final class FacetValue {
    private static final char MARK = '\u001F';

    private final FacetKind kind;
    private final String value;
    private final String label;
    private final String parent;
    private final String filter;
    private final String stored;
    private final long hash;

    FacetValue(FacetKind kind, String value, String label, String parent) {
        this.kind = kind;
        this.value = value.replace(MARK, ' ');
        this.label = label.replace(MARK, ' ');
        this.parent = parent;
        this.filter = filter(kind, this.value);
        this.stored = filter + MARK + this.label + MARK + parent;
        this.hash = new ChangeHash().add(stored).toLong();
    }

    static FacetValue ofStored(String stored) {
        String[] parts = stored.split(String.valueOf(MARK), -1);
        return new FacetValue(FacetKind.of(parts[0]), parts[1], parts[2], parts[3]);
    }

    static String filter(FacetKind kind, String value) {
        return kind.code() + MARK + value;
    }

    /** What a filter looks for to find practices or cases alone. */
    static String typeFilter(SearchHit.Type type) {
        return "type" + MARK + type.code();
    }

    FacetKind kind() {
        return kind;
    }

    String value() {
        return value;
    }

    String label() {
        return label;
    }

    String parent() {
        return parent;
    }

    /** What a filter looks for. */
    String filter() {
        return filter;
    }

    String stored() {
        return stored;
    }

    /** Of {@link #stored()}. */
    long hash() {
        return hash;
    }
}
