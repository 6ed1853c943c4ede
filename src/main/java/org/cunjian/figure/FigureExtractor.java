package org.cunjian.figure;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures that an article claims: number, hedge and unit as printed, with the plain value, what is counted, and
 * whether it is reached or only planned, for what time it is given, and which figure it is compared with. Dates, years, ordinals, document and telephone numbers, times of day and the numbers
 * of list items are no figures. Knows nothing of other articles; safe for many threads; linear in the length of the text.
 */
public final class FigureExtractor {
    private FigureExtractor() {}

    /** Figures in text order; none overlaps another. Spans are UTF-16 offsets into {@code body}. */
    public static List<Figure> extract(String body) {
        String text = Simplifier.toSimplified(body);
        char[] chars = text.toCharArray();
        List<Figure> found = new ArrayList<>();
        for (Span sentence : SentenceSplitter.split(chars)) inSentence(text, chars, sentence, found);
        return found;
    }

    private static void inSentence(String text, char[] chars, Span sentence, List<Figure> found) {
        int at = sentence.start();
        while (at < sentence.end()) {
            Quantity quantity = QuantityReader.mayBegin(chars[at]) ? QuantityReader.read(text, at, sentence) : null;
            if (quantity == null) {
                at++;
                continue;
            }
            if (!quantity.isSkipped()) {
                Figure before = found.isEmpty() ? null : found.get(found.size() - 1);
                found.add(figure(text, sentence, quantity, before));
            }
            at = quantity.span().end();
        }
    }

    private static Figure figure(String text, Span sentence, Quantity quantity, @Nullable Figure before) {
        Span span = quantity.span();
        Figure from = Comparison.of(text, sentence, before, quantity.unit(), span);
        return new Figure(
                span.of(text),
                quantity.value(),
                quantity.unit(),
                from == null ? Subject.of(text, sentence, span) : from.subject(),
                Projection.isProjected(text, sentence, span),
                Period.of(text, sentence, span),
                from == null ? null : from.text(),
                span);
    }
}
