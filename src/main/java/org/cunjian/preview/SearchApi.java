package org.cunjian.preview;

import java.util.Map;

/** Answers {@code /api/search}. Called from several threads at once. */
@FunctionalInterface
public interface SearchApi {
    /**
     * Answers one query.
     *
     * @param parameters the decoded query string: {@code q}, {@code place} …; the first of each name
     * @return JSON
     */
    String answer(Map<String, String> parameters);
}
