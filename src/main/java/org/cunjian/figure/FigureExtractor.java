package org.cunjian.figure;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;

/**
 * Finds the figures that an article claims: number, hedge and unit as printed, with the plain value, what is counted, and
 * whether it is reached or only planned. Dates, years, ordinals, document and telephone numbers, times of day and the numbers
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
            if (!quantity.isSkipped()) found.add(figure(text, sentence, quantity));
            at = quantity.span().end();
        }
    }

    private static Figure figure(String text, Span sentence, Quantity quantity) {
        Span span = quantity.span();
        return new Figure(
                span.of(text),
                quantity.value(),
                quantity.unit(),
                Subject.of(text, sentence, span),
                Projection.isProjected(text, sentence, span),
                span);
    }
}
