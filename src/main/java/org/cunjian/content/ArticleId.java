package org.cunjian.content;

import org.jspecify.annotations.Nullable;

/**
 * The stable name of a case: ASCII letters, digits, {@code -}, {@code _} and {@code .}, at most 100 characters, beginning with
 * a letter or digit. It is the stem of the content file and a folder of the site.
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
    private static final int MOST_CHARS = 100;

    public ArticleId {
        if (!isValid(value)) throw new IllegalArgumentException("not an id: “" + value + "”");
    }

    public static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > MOST_CHARS || value.endsWith(".")) return false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isAlphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isAlphanumeric && (i == 0 || (c != '-' && c != '_' && c != '.'))) return false;
        }
        return true;
    }

    /** The text's own, which it keeps: ids are looked up everywhere, and a record's generated one costs several calls. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ArticleId id && value.equals(id.value));
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
