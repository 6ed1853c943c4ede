package org.cunjian.ingest;

/** A raw file's title and text as ingest leaves them, for measurements in other packages. */
public record CleanText(String title, String body) {
    /** @throws IllegalArgumentException for bytes that are no article */
    public static CleanText of(String name, byte[] raw) {
        try {
            CleanArticle clean =
                    CleanArticle.of(RawArticleReader.read(name, name, raw).draft(), name);
            return new CleanText(clean.metadata().title(), clean.body());
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
