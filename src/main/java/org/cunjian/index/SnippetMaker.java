package org.cunjian.index;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.FoldedText;
import org.cunjian.text.SearchFold;
import org.cunjian.text.Span;

/**
 * Cuts the piece out of a text that shows best why it was found: where a whole run of the query stands, else where most of
 * its tokens stand together. Marks are on the original characters. Linear in the text for each run and token.
 */
final class SnippetMaker {
    /** About two lines of a result. */
    static final int WINDOW = 90;

    /** What leads up to the first match. */
    private static final int LEAD = 24;

    private final List<String> runs;
    private final List<String> tokens;

    SnippetMaker(List<QueryPlan> plans) {
        runs = plans.stream().flatMap(plan -> plan.runs().stream()).toList();
        tokens = plans.stream()
                .flatMap(plan -> plan.tokens().stream())
                .distinct()
                .toList();
    }

    SearchHit.Snippet of(String text) {
        if (text.isEmpty()) return SearchHit.Snippet.NONE;
        FoldedText folded = SearchFold.of(text);
        List<Span> matches = matches(folded.text(), runs);
        if (matches.isEmpty()) matches = matches(folded.text(), tokens);
        if (matches.isEmpty()) return new SearchHit.Snippet(cut(text, 0, WINDOW), List.of());
        List<Span> original = new ArrayList<>();
        for (Span match : matches) original.add(folded.originalSpan(match.start(), match.end()));
        int from = begin(text, best(original));
        int to = safe(text, Math.min(text.length(), from + WINDOW));
        return snippet(text, from, to, original);
    }

    private static SearchHit.Snippet snippet(String text, int from, int to, List<Span> matches) {
        String lead = from > 0 ? "…" : "";
        String shown = lead + text.substring(from, to).replace('\n', ' ') + (to < text.length() ? "…" : "");
        List<Span> marks = new ArrayList<>();
        for (Span match : matches)
            if (match.start() >= from && match.end() <= to && (marks.isEmpty() || !overlaps(marks, match, from, lead)))
                marks.add(match.shift(lead.length() - from));
        return new SearchHit.Snippet(shown, marks);
    }

    private static boolean overlaps(List<Span> marks, Span match, int from, String lead) {
        return match.start() - from + lead.length()
                < marks.get(marks.size() - 1).end();
    }

    /** Every place of every needle, in order, overlapping ones joined. */
    private static List<Span> matches(String text, List<String> needles) {
        List<Span> found = new ArrayList<>();
        for (String needle : needles)
            for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
                found.add(Span.at(at, needle.length()));
        found.sort(null);
        List<Span> joined = new ArrayList<>();
        for (Span next : found) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.start() <= last.end())
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), next.end())));
            else joined.add(next);
        }
        return joined;
    }

    /** Where the window with most matched characters begins; the first of equals. */
    private static int best(List<Span> matches) {
        int best = 0;
        int bestLength = -1;
        int right = 0;
        int length = 0;
        for (int left = 0; left < matches.size(); left++) {
            int limit = matches.get(left).start() + WINDOW - LEAD;
            while (right < matches.size() && matches.get(right).end() <= limit)
                length += matches.get(right++).length();
            if (length > bestLength) {
                bestLength = length;
                best = left;
            }
            if (right > left) length -= matches.get(left).length();
            else right = left + 1;
        }
        return matches.get(best).start();
    }

    /** The beginning of the sentence where it is near, else a few characters before the match. */
    private static int begin(String text, int match) {
        int least = Math.max(0, match - LEAD);
        for (int i = match - 1; i >= least; i--) if ("。！？；\n".indexOf(text.charAt(i)) >= 0) return i + 1;
        return least == 0 ? 0 : safe(text, least);
    }

    /** Never between the two halves of a character. */
    private static int safe(String text, int at) {
        boolean isBetween = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return isBetween ? at - 1 : at;
    }

    private static String cut(String text, int from, int length) {
        int to = safe(text, Math.min(text.length(), from + length));
        return text.substring(from, to).replace('\n', ' ') + (to < text.length() ? "…" : "");
    }
}
