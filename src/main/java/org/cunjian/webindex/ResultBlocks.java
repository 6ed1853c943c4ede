package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** Numbers per block of practices, whose summaries are short. */
    static final int PRACTICES_PER_BLOCK = 8;

    /** Numbers per block of cases. Results are spread over all blocks: ten of 32 cost 55 KB after gzip, of 4 20, of 2 12. */
    static final int CASES_PER_BLOCK = 2;

    /** Longest quote of a summary, and how many a case has. */
    static final int QUOTE_CHARS = 100;

    private static final int QUOTES = 2;

    /** The place of the aliases of a practice, and of the names of a case's practices, among their fields. */
    static final int ALIASES = 2, PRACTICES = 5;

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final long[] summaryKeys;

    ResultBlocks(PostingsSource source, KnowledgeBase kb) {
        this.source = source;
        this.kb = kb;
        summaryKeys = new long[source.numberCount()];
    }

    String blockOf(int document) {
        int practices = source.practiceNumbers();
        return document < practices
                ? "s/p" + document / PRACTICES_PER_BLOCK
                : "s/c" + (document - practices) / CASES_PER_BLOCK;
    }

    /** The line of a document in its block. */
    int lineOf(int document) {
        int practices = source.practiceNumbers();
        return document < practices ? document % PRACTICES_PER_BLOCK : (document - practices) % CASES_PER_BLOCK;
    }

    /** Every block of summaries that has one; a free number is an empty line. */
    void writeSummaries(OutputSink sink) {
        List<String> lines = new ArrayList<>();
        for (int d = 0; d < source.numberCount(); d++) {
            lines.add(summary(d));
            boolean isLast = d + 1 == source.numberCount() || !blockOf(d + 1).equals(blockOf(d));
            if (!isLast) continue;
            summaries(blockOf(d), lines).ifPresent(block -> block.write(sink));
            lines.clear();
        }
    }

    /** A block of these lines; none where all are empty. */
    static Optional<Block> summaries(String name, List<String> lines) {
        boolean hasAny = lines.stream().anyMatch(line -> !line.isEmpty());
        return hasAny ? Optional.of(new Block(name, String.join("\n", lines), "")) : Optional.empty();
    }

    /** The lines of the block where a document stands, made anew. */
    List<String> linesBeside(int document) {
        int first = document - lineOf(document);
        List<String> lines = new ArrayList<>();
        for (int d = first; d < source.numberCount() && blockOf(d).equals(blockOf(document)); d++)
            lines.add(summary(d));
        return lines;
    }

    /** What a result shows, on one line; empty for a free number. */
    String summary(int document) {
        String id = source.id(document);
        if (id == null) return "";
        return line(document < source.practiceNumbers() ? practice(id) : caseOf(id));
    }

    /**
     * Changes when the summary does. Far cheaper than the summary, because no text is read: of each case that is quoted its hash and
     * the places of its first quotes.
     */
    long summaryKey(int document) {
        long known = summaryKeys[document];
        if (known == 0) summaryKeys[document] = known = makeSummaryKey(document);
        return known;
    }

    private long makeSummaryKey(int document) {
        String id = source.id(document);
        if (id == null) return 0;
        ChangeNumber key = new ChangeNumber().add(source.hash(document));
        if (document >= source.practiceNumbers()) foundCase(id).practices().forEach(finding -> addQuote(key, finding));
        else {
            Practice p = foundPractice(id);
            key.add(p.kind().code());
            for (Practice.Occurrence o : p.occurrences()) {
                kb.findCase(o.article())
                        .ifPresent(c -> key.add(c.article().sha256().hashCode()));
                addQuote(key, o.finding());
            }
        }
        return key.value();
    }

    private static void addQuote(ChangeNumber key, PracticeFinding finding) {
        if (finding.mentions().isEmpty()) return;
        Mention first = finding.mentions().get(0);
        key.add(first.span().start())
                .add(first.evidence().start())
                .add(first.evidence().end());
    }

    /** id, title, date, source, place, practices, script and rights, quotes. */
    private List<String> caseOf(String id) {
        Case c = foundCase(id);
        List<String> fields = fields(c);
        fields.addAll(quotes(c));
        return fields;
    }

    /** Fields divided by tabs; behind the first seven what folds the characters of all. */
    static String line(List<String> fields) {
        List<String> line = new ArrayList<>(fields);
        line.add(7, FoldBlock.pairsOf(String.join("", fields)));
        return String.join("\t", line);
    }

    /** What the summary of a case has before its quotes. */
    List<String> fields(Case c) {
        Metadata metadata = c.article().metadata();
        List<String> fields = new ArrayList<>();
        fields.add(c.id().value());
        fields.add(line(metadata.title()));
        fields.add(metadata.date() == null ? "" : metadata.date().toString());
        fields.add(metadata.source() == null ? "" : line(metadata.source()));
        fields.add(c.places().isEmpty() ? "" : line(c.places().get(0).place().chain()));
        fields.add(String.join("、", practices(c)));
        boolean isFull = c.article().rights() == Rights.FULL;
        fields.add((isFull ? "full " : "excerpt ") + c.script().code());
        return fields;
    }

    /** The names of the practices of a case. */
    List<String> practices(Case c) {
        Set<String> names = new LinkedHashSet<>();
        for (PracticeId p : kb.practicesOf(c.id()))
            kb.findPractice(p).map(Practice::name).map(ResultBlocks::line).ifPresent(names::add);
        return List.copyOf(names);
    }

    /** id, name, aliases, number of cases by its first digits, kind, components, definition, the same cut or a quote. */
    List<String> practice(String id) {
        Practice p = foundPractice(id);
        List<String> fields = new ArrayList<>();
        fields.add(p.id().value());
        fields.add(line(p.name()));
        fields.add(line(String.join("、", p.aliases())));
        fields.add(firstDigits(p.occurrences().size()));
        fields.add(p.kind().code());
        fields.add(line(String.join("、", p.components())));
        String definition = p.definition() == null ? "" : line(PlainText.of(p.definition()));
        fields.add(definition);
        if (!definition.isEmpty()) fields.add(cut(definition));
        else
            p.occurrences().stream()
                    .flatMap(o -> kb.findCase(o.article()).stream().flatMap(c -> quote(c, o.finding()).stream()))
                    .findFirst()
                    .ifPresent(fields::add);
        return fields;
    }

    /**
     * A count by its first digits, one below a hundred and two from there, with a plus where others follow: 7, 80+, 340+, 2100+. One case more or less
     * mostly leaves the summaries of a practice as they were, and the dozens of answers that show it.
     */
    static String firstDigits(int count) {
        int unit = 1;
        while (count / unit >= (count < 100 ? 10 : 100)) unit *= 10;
        int known = count / unit * unit;
        return known + (count > known ? "+" : "");
    }

    Practice foundPractice(String id) {
        return kb.findPractice(new PracticeId(id))
                .orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + id));
    }

    Case foundCase(String id) {
        return kb.findCase(new ArticleId(id))
                .orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + id));
    }

    /** The sentences that prove the case's first practices; of a text without practices its beginning. */
    List<String> quotes(Case c) {
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

    /** The sentence of a finding; none where it is not to be shown. */
    List<String> quote(Case c, PracticeFinding finding) {
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

    static String textBlock(String id) {
        return "x/" + id;
    }

    /** The published text of each case, made from the article and nothing else. */
    void writeTexts(OutputSink sink) {
        for (int d = source.practiceNumbers(); d < source.numberCount(); d++)
            if (source.id(d) != null) writeText(d, sink);
    }

    /** Where the case has a published text. */
    void writeText(int document, OutputSink sink) {
        if (!hasBlock(document)) return;
        Case c = foundCase(id(document));
        String key = "search plain text " + Block.FORMAT + " " + c.article().sha256();
        String name = textBlock(c.id().value());
        if (sink.keep(Block.path(name), key)) return;
        String text = text(document);
        new Block(name, text, FoldBlock.pairsOf(text)).write(sink, key);
    }

    /** Whether the text of a document has a block of its own; that of a practice is in its summary. */
    boolean hasBlock(int document) {
        return document >= source.practiceNumbers()
                && !kb.publishedBody(foundCase(id(document))).isEmpty();
    }

    /** What the field of the text is made from. */
    String text(int document) {
        if (document >= source.practiceNumbers()) return PlainText.of(kb.publishedBody(foundCase(id(document))));
        String definition = foundPractice(id(document)).definition();
        return definition == null ? "" : PlainText.of(definition);
    }

    /** The id of a document that there is. */
    String id(int document) {
        String id = source.id(document);
        if (id == null) throw new IllegalArgumentException(document + " is free");
        return id;
    }

    /** One line: every stretch of white space or control characters a space. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean isSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wasSpace = isSpace;
            isSpace = c <= ' ' || c == 0x7F;
            if (!isSpace) line.append(c);
            else if (!wasSpace) line.append(' ');
        }
        if (isSpace && !line.isEmpty()) line.setLength(line.length() - 1);
        return line.toString().strip();
    }

    /** As much of a text as a quote may have. */
    static String cut(String text) {
        return text.length() <= QUOTE_CHARS ? text : text.substring(0, safeEnd(text, QUOTE_CHARS)) + "…";
    }

    private static int safeEnd(String text, int most) {
        int end = Math.min(text.length(), most);
        return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
