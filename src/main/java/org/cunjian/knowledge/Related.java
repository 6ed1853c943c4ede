package org.cunjian.knowledge;

import java.util.List;
import org.cunjian.content.ArticleId;

/**
 * A case worth reading beside another, and why.
 *
 * @param practices that both have, rarest first, at most {@value #MOST_NAMED}
 * @param themes that both have, the most at the other's heart first
 * @param isAlike both repeat the same telling words
 */
public record Related(ArticleId id, List<PracticeId> practices, List<String> themes, boolean isAlike) {
    static final int MOST_NAMED = 3;

    public Related {
        practices = List.copyOf(practices);
        themes = List.copyOf(themes);
    }
}
