package org.cunjian.preview;

import java.util.Map;

/** Answers {@code /api/search}. Called from several threads at once. */
@FunctionalInterface
public interface SearchApi {
    /**
     * Answers one query.
     *
     * @param parameters the decoded query string, the first of each name: {@code q}, what is looked for; {@code top}, how many practices and how many
     *     cases; {@code place}, {@code practice}, {@code theme}, {@code year}, {@code source}, {@code script}, by what is
     *     narrowed; {@code sort}, the order of the cases: {@code relevance}, {@code new} or {@code old}; {@code explain}, 1 for what each score is made of
     * @return JSON
     * @throws BadRequest where a parameter means nothing
     */
    String answer(Map<String, String> parameters);

    /** What was asked cannot be answered; the message says why, to the one who asked. Sent with status 400. */
    final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BadRequest(String message) {
            super(message, null, false, false);
        }
    }
}
