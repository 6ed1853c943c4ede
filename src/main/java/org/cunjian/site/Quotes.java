package org.cunjian.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.content.PlainText;
import org.cunjian.content.Rights;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.practice.Mention;
import org.cunjian.text.Span;

/** The sentences of articles that pages show, cut to what rights and room allow. */
final class Quotes {
    /** A longer sentence is shown around the words that matter. */
    private static final int QUOTE_CHARS = 160;

    private static final int LEAD_CHARS = 84;

    /** An article that may not be published whole shows one sentence for each practice, others three. */
    private static final int MOST_QUOTES = 3;

    private final KnowledgeBase kb;

    Quotes(KnowledgeBase kb) {
        this.kb = kb;
    }

    static boolean isExcerpt(Case c) {
        return c.article().rights() == Rights.EXCERPT;
    }

    /** The mentions whose sentences are shown for one practice of a case: the first ones with sentences of their own. */
    static List<Mention> shown(Case c, List<Mention> mentions) {
        int most = isExcerpt(c) ? 1 : MOST_QUOTES;
        List<Mention> shown = new ArrayList<>();
        Set<Span> sentences = new HashSet<>();
        for (Mention mention : mentions)
            if (shown.size() < most && sentences.add(mention.evidence())) shown.add(mention);
        return shown;
    }

    View.Quote quote(Case c, Mention mention, String href, String id) {
        Span window = window(c, mention);
        String text = kb.quote(c, window);
        int end = Math.min(window.length(), text.length());
        int from = Math.min(mention.span().start() - window.start(), end);
        int to = Math.min(mention.span().end() - window.start(), end);
        String before =
                (window.start() > mention.evidence().start() ? "…" : "") + PlainText.of(text.substring(0, from));
        String rest = PlainText.of(text.substring(to));
        boolean isCut = window.end() < mention.evidence().end() && !rest.endsWith("…");
        return new View.Quote(before, PlainText.of(text.substring(from, to)), isCut ? rest + "…" : rest, href, id);
    }

    private Span window(Case c, Mention mention) {
        int most = isExcerpt(c) ? Math.min(QUOTE_CHARS, kb.config().publishing().excerptChars()) : QUOTE_CHARS;
        Span sentence = mention.evidence();
        if (sentence.length() <= most) return sentence;
        String body = c.article().body();
        int room = Math.max(0, most - mention.span().length());
        int start = Math.max(sentence.start(), mention.span().start() - room / 2);
        int end = Math.min(sentence.end(), start + most);
        start = Math.max(sentence.start(), end - most);
        if (isInsidePair(body, start)) start++;
        if (isInsidePair(body, end)) end--;
        return new Span(start, Math.max(start, end));
    }

    /** The article's first sentence for lists, without Markdown; empty where it has no running text. */
    String lead(Case c) {
        String body = c.article().body();
        int start = 0;
        while (start < body.length()) {
            int end = body.indexOf('\n', start);
            if (end < 0) end = body.length();
            if (isRunningText(body, start, end))
                return kb.quote(c, lead(body, start, end)).isEmpty()
                        ? ""
                        : PlainText.of(kb.quote(c, lead(body, start, end)));
            start = end + 1;
        }
        return "";
    }

    private static Span lead(String body, int start, int lineEnd) {
        int end = Math.min(lineEnd, start + LEAD_CHARS);
        for (int i = start; i < end; i++)
            if ("。！？".indexOf(body.charAt(i)) >= 0 && i > start + 16) return new Span(start, i + 1);
        if (isInsidePair(body, end)) end--;
        return new Span(start, end);
    }

    private static boolean isRunningText(String body, int start, int end) {
        return end - start >= 12 && "#|>!-*`=~<[".indexOf(body.charAt(start)) < 0;
    }

    private static boolean isInsidePair(String body, int offset) {
        return offset > 0
                && offset < body.length()
                && Character.isHighSurrogate(body.charAt(offset - 1))
                && Character.isLowSurrogate(body.charAt(offset));
    }
}
