package org.cunjian.knowledge;

import org.cunjian.content.ArticleId;

/** The stable ASCII name of a practice over all articles: {@code wuzhangzhi-3fa9c1}. Same characters as {@link ArticleId}. */
public record PracticeId(String value) implements Comparable<PracticeId> {
    public PracticeId {
        if (!ArticleId.isValid(value)) throw new IllegalArgumentException("not an id: “" + value + "”");
    }

    @Override
    public int compareTo(PracticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
