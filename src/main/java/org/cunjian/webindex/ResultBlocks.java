package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.content.PlainText;
import org.cunjian.content.Rights;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.text.Span;

/**
 * What results show. Summaries stand some dozen to a block, apart from postings: a line for each document, its fields divided by
 * tabs. The published text of a case has a block of its own, which is loaded for a snippet only where no quote of the summary
 * has the words.
 */
final class ResultBlocks {
    static final int SUMMARIES_PER_BLOCK = 32;

    /** Longest quote of a summary, and how many a case has. */
    private static final int QUOTE_CHARS = 100;

    private static final int QUOTES = 2;

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final OutputSink sink;

    ResultBlocks(PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        this.source = source;
        this.kb = kb;
        this.sink = sink;
    }

    void writeSummaries() {
        StringBuilder lines = new StringBuilder();
        for (int d = 0; d < source.documentCount(); d++) {
            if (d % SUMMARIES_PER_BLOCK > 0) lines.append('\n');
            lines.append(String.join("\t", d < source.practiceCount() ? practice(d) : caseOf(d)));
            boolean isLast = d + 1 == source.documentCount() || (d + 1) % SUMMARIES_PER_BLOCK == 0;
            if (!isLast) continue;
            new Block("s/" + d / SUMMARIES_PER_BLOCK, lines.toString(), "").write(sink);
            lines.setLength(0);
        }
    }

    /** id, title, date, source, place, practices, script and rights, quotes. */
    private List<String> caseOf(int document) {
        Case c = foundCase(document);
        Metadata metadata = c.article().metadata();
        Set<String> practices = new LinkedHashSet<>();
        for (PracticeId id : kb.practicesOf(c.id())) kb.findPractice(id).ifPresent(p -> practices.add(p.name()));
        List<String> fields = new ArrayList<>();
        fields.add(c.id().value());
        fields.add(line(metadata.title()));
        fields.add(metadata.date() == null ? "" : metadata.date().toString());
        fields.add(metadata.source() == null ? "" : line(metadata.source()));
        fields.add(c.places().isEmpty() ? "" : line(c.places().get(0).place().chain()));
        fields.add(line(String.join("、", practices)));
        boolean isFull = c.article().rights() == Rights.FULL;
        fields.add((isFull ? "full " : "excerpt ") + c.script().code());
        fields.addAll(quotes(c));
        return fields;
    }

    /** id, name, aliases, number of cases, kind, components, definition or a quote. */
    private List<String> practice(int document) {
        Practice p = kb.findPractice(new PracticeId(source.id(document)))
                .orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + source.id(document)));
        List<String> fields = new ArrayList<>();
        fields.add(p.id().value());
        fields.add(line(p.name()));
        fields.add(line(String.join("、", p.aliases())));
        fields.add(Integer.toString(p.occurrences().size()));
        fields.add(p.kind().code());
        fields.add(line(String.join("、", p.components())));
        fields.add("");
        String definition = p.definition() == null ? "" : line(PlainText.of(p.definition()));
        if (!definition.isEmpty()) fields.add(cut(definition));
        else
            p.occurrences().stream()
                    .flatMap(o -> kb.findCase(o.article()).stream().flatMap(c -> quote(c, o.finding()).stream()))
                    .findFirst()
                    .ifPresent(fields::add);
        return fields;
    }

    private Case foundCase(int document) {
        return kb.findCase(new ArticleId(source.id(document)))
                .orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + source.id(document)));
    }

    /** The sentences that prove the case's first practices; of a text without practices its beginning. */
    private List<String> quotes(Case c) {
        Set<String> quotes = new LinkedHashSet<>();
        for (PracticeFinding finding : c.practices()) {
            if (quotes.size() == QUOTES) break;
            quotes.addAll(quote(c, finding));
        }
        String body = kb.publishedBody(c);
        if (quotes.isEmpty() && !body.isEmpty())
            quotes.add(cut(line(PlainText.of(body.substring(0, safeEnd(body, 400))))));
        return List.copyOf(quotes);
    }

    private List<String> quote(Case c, PracticeFinding finding) {
        if (finding.mentions().isEmpty()) return List.of();
        Mention mention = finding.mentions().get(0);
        Span evidence = mention.evidence();
        if (evidence.length() > QUOTE_CHARS) {
            int start = Math.max(evidence.start(), mention.span().start() - QUOTE_CHARS / 3);
            String body = c.article().body();
            if (start > 0 && Character.isLowSurrogate(body.charAt(start))) start--;
            evidence = new Span(start, evidence.end());
        }
        String quote = cut(line(PlainText.of(kb.quote(c, evidence))));
        return quote.isBlank() ? List.of() : List.of(quote);
    }

    /** The published text of each case, made from the article and nothing else. */
    void writeTexts() {
        for (int d = source.practiceCount(); d < source.documentCount(); d++) {
            Case c = foundCase(d);
            String body = PlainText.of(kb.publishedBody(c));
            if (body.isEmpty()) continue;
            Article article = c.article();
            Block block = new Block("x/" + c.id(), body, "");
            String key = "search plain text " + Block.FORMAT + " " + article.sha256();
            if (!sink.keep(block.path(), key)) block.write(sink, key);
        }
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String cut(String text) {
        return text.length() <= QUOTE_CHARS ? text : text.substring(0, safeEnd(text, QUOTE_CHARS)) + "…";
    }

    private static int safeEnd(String text, int most) {
        int end = Math.min(text.length(), most);
        return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
