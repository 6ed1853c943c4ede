package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.LineMap;
import org.cunjian.text.Span;

/**
 * What cleaning was not sure of and left in a content file, and characters that were lost before: told again whenever the file is
 * checked, until somebody mends it.
 *
 * @param rule what was suspected: the name of a rule of cleaning, or {@code lost-character}
 * @param span of the body
 */
public record Damage(String rule, Span span) {
    /** More in one article are told by the first ones. */
    private static final int MOST = 20;

    /** Damage in the body of a content file, in text order. Linear. */
    public static List<Damage> in(String body) {
        List<Damage> found = new ArrayList<>();
        for (int i = body.indexOf('\uFFFD'); i >= 0 && found.size() < MOST; i = body.indexOf('\uFFFD', i + 1))
            found.add(new Damage("lost-character", Span.at(i, 1)));
        Draft draft = PlainReader.readMarkdown(body);
        Cleaner.clean(draft);
        LineMap lines = LineMap.of(body);
        for (Change change : draft.log) {
            if (change.grade() != Grade.UNSURE || change.line() < 1 || change.line() > lines.lineCount()) continue;
            if (found.size() == MOST) break;
            int from = lines.offset(change.line());
            int at = body.indexOf(change.before(), from);
            int end = from + lines.lineText(change.line()).length();
            if (at < 0 || at + change.before().length() > end || change.before().isEmpty()) continue;
            found.add(new Damage(change.rule(), Span.at(at, change.before().length())));
        }
        found.sort((a, b) -> a.span().compareTo(b.span()));
        return found;
    }
}
