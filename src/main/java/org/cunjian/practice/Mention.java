package org.cunjian.practice;

import org.cunjian.text.Span;

/**
 * One place where an article names a practice. {@code surface} is the text under {@code span}, as printed; {@code evidence} is
 * the span of the sentence(s) shown to the reader as proof and contains {@code span}.
 */
public record Mention(Span span, String surface, Span evidence) {
    public Mention {
        if (surface.length() != span.length())
            throw new IllegalArgumentException("surface " + surface.length() + " vs span " + span.length());
        if (!evidence.contains(span)) throw new IllegalArgumentException("evidence " + evidence + " without " + span);
    }
}
