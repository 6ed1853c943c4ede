package org.cunjian.index;

/** One value that documents are narrowed by: 湖南省 with code 43. {@code parent} is the value above, empty where there is none. */
record FacetValue(FacetKind kind, String value, String label, String parent) implements Comparable<FacetValue> {
    private static final char MARK = '\u001F';

    FacetValue {
        value = value.replace(MARK, ' ');
        label = label.replace(MARK, ' ');
    }

    /** What a filter looks for. */
    static String filter(FacetKind kind, String value) {
        return kind.code() + MARK + value;
    }

    String filter() {
        return filter(kind, value);
    }

    String stored() {
        return kind.code() + MARK + value + MARK + label + MARK + parent;
    }

    static FacetValue ofStored(String stored) {
        String[] parts = stored.split(String.valueOf(MARK), -1);
        return new FacetValue(FacetKind.of(parts[0]), parts[1], parts[2], parts[3]);
    }

    @Override
    public int compareTo(FacetValue other) {
        return stored().compareTo(other.stored());
    }
}
