package org.cunjian.place;

/** The five levels of a place chain. The statistical code of each has its own number of digits. */
public enum Level {
    PROVINCE(0, 2),
    CITY(1, 4),
    COUNTY(2, 6),
    TOWNSHIP(3, 9),
    VILLAGE(4, 12);

    private final int depth;
    private final int codeDigits;

    Level(int depth, int codeDigits) {
        this.depth = depth;
        this.codeDigits = codeDigits;
    }

    public int codeDigits() {
        return codeDigits;
    }

    /** 0 for a province, 4 for a village: the index in {@link Place#levels}. */
    public int depth() {
        return depth;
    }

    boolean isAbove(Level other) {
        return depth < other.depth;
    }
}
