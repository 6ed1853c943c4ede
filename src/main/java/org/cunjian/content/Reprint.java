package org.cunjian.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the curator says of an article's prints: {@code duplicateOf=a} names the case it re-publishes, {@code duplicateOf=-b}
 * one that is not the same, however alike. An id without a case says nothing.
 */
public record Reprint(@Nullable ArticleId of, List<ArticleId> notOf) {
    public static final Reprint UNSAID = new Reprint(null, List.of());

    public Reprint {
        notOf = List.copyOf(notOf);
    }
}
