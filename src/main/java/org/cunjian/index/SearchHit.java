package org.cunjian.index;

import java.util.List;
import java.util.Locale;
import org.cunjian.text.Span;

/**
 * One result.
 *
 * @param score BM25 over the fields with its additions; comparable within one answer only
 * @param why the reasons, strongest first
 * @param place the chain of the main place, empty when unknown; date, source: empty when unknown
 * @param parts what the score is the sum of, the largest first; empty unless that was asked for
 */
public record SearchHit(
        Type type,
        String id,
        String title,
        float score,
        List<Reason> why,
        Snippet snippet,
        String date,
        String source,
        String place,
        List<Part> parts) {

    /** Practice or case. */
    public enum Type {
        PRACTICE,
        CASE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Why something was found: a message key such as {@code index/why-name}, and what it speaks of. */
    public record Reason(String code, List<String> args) {
        public Reason {
            args = List.copyOf(args);
        }
    }

    /**
     * A part of a score.
     *
     * @param field a field of the index, {@code neighbours} for two tokens of the text one behind the other, {@code group} for what a partial match gets for each group it has
     * @param text the token or tokens, folded, divided by spaces
     */
    public record Part(String field, String text, float score) {}

    /** A piece of the published text as printed; {@code marks} are the stretches of it that match, in order. */
    public record Snippet(String text, List<Span> marks) {
        static final Snippet NONE = new Snippet("", List.of());

        public Snippet {
            marks = List.copyOf(marks);
        }
    }

    public SearchHit {
        why = List.copyOf(why);
        parts = List.copyOf(parts);
    }
}
