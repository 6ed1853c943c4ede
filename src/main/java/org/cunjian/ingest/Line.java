package org.cunjian.ingest;

/** A line of the raw text on its way through the rules; one paragraph unless rules join it with others. */
final class Line {
    enum Kind {
        TEXT,
        /** {@code ## …}: the text is the heading without its marks. */
        HEADING,
        /** What stands below a picture, without a mark. */
        CAPTION,
        /** One entry of a list, Markdown already. */
        ITEM,
        /** Markdown already: a whole table or a block that the source wrote as Markdown. */
        MARKDOWN
    }

    /** 1-based, in the raw file. */
    final int number;
    /** Blank lines between this one and the last that is not blank. */
    final int blanksBefore;
    /** Whether it began with white space: paragraphs of Chinese prose often do, continuations never. */
    final boolean isIndented;

    Kind kind;
    int headingLevel = 2;
    boolean isRemoved;
    /** Whether a page of a printed or paged article ended above. */
    boolean isBelowPager;

    private String text;

    Line(Kind kind, String text, int number, int blanksBefore, boolean isIndented) {
        this.kind = kind;
        this.text = text;
        this.number = number;
        this.blanksBefore = blanksBefore;
        this.isIndented = isIndented;
    }

    static Line text(String text, int number) {
        return new Line(Kind.TEXT, text, number, 1, false);
    }

    String text() {
        return text;
    }

    void setText(String changed) {
        text = changed;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    @Override
    public String toString() {
        return number + ": " + text;
    }
}
