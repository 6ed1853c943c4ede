package org.cunjian.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.content.Origin;
import org.cunjian.figure.Figure;
import org.cunjian.io.ChangeHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The open data of a site below {@code data/}: {@code cases.jsonl} and {@code practices.jsonl} (one object a line), the same as
 * CSV for spreadsheets, and {@code datapackage.json} (Frictionless Data Package 1.0) that describes them. Title, source,
 * names and components are Simplified ({@code titlePrinted}, {@code sourcePrinted} where the article's own differ), surfaces as printed, offsets UTF-16 into the content file's body. Each case keeps its line; a duplicate carries
 * {@code duplicateOf}. Quotes of articles with {@code rights=excerpt} are cut to the configured length.
 */
public final class OpenData {
    private static final JsonFactory JSON = new JsonFactory();

    /** Lines are made on all processors, so many at a time. */
    private static final int BATCH = 512;

    private static final int COPY_BYTES = 1 << 20;

    private final KnowledgeBase kb;
    private final String maker;

    /** @param program stands for the program that made the facts */
    public OpenData(KnowledgeBase kb, String program) {
        this.kb = kb;
        this.maker = program + kb.config();
    }

    /** Where the files go, in the order of the data package. */
    public static List<SitePath> paths() {
        return List.of(
                new SitePath("data/cases.jsonl"),
                new SitePath("data/practices.jsonl"),
                new SitePath("data/cases.csv"),
                new SitePath("data/practices.csv"),
                new SitePath("data/datapackage.json"));
    }

    /** Writes all of them, whatever was written before. */
    public void write(OutputSink sink, String key) {
        write(sink, key, "", LineIndex.EMPTY);
    }

    /**
     * Writes all of them. Lines of {@code cases.jsonl} that are still true are copied from the previous file: a site of 10,000
     * cases has 360 MB of them.
     *
     * @param key stands for the whole knowledge base
     * @param previousKey what the previous {@code cases.jsonl} was made from, {@code previous} its lines
     * @return the lines of this one
     */
    public LineIndex write(OutputSink sink, String key, String previousKey, LineIndex previous) {
        OpenDataTables tables = new OpenDataTables(kb);
        LineIndex[] lines = {previous};
        List<OutputSink.Content> contents = List.of(
                out -> lines[0] = cases(out, previousLines(sink, previousKey, previous), previous),
                this::practices,
                tables::cases,
                tables::practices,
                tables::describe);
        for (int i = 0; i < contents.size(); i++) {
            SitePath path = paths().get(i);
            if (!sink.keep(path, key)) sink.write(path, key, contents.get(i));
        }
        return lines[0];
    }

    private Optional<Path> previousLines(OutputSink sink, String key, LineIndex lines) {
        return lines.isMadeBy(maker) ? sink.previous(paths().get(0), key) : Optional.empty();
    }

    private LineIndex cases(OutputStream out, Optional<Path> previous, LineIndex lines) throws IOException {
        List<Case> cases = kb.cases();
        long[] keys = cases.parallelStream().mapToLong(this::key).toArray();
        int[] lengths = new int[keys.length];
        if (previous.isEmpty()) {
            make(cases, out, lengths, 0, keys.length);
            return new LineIndex(maker, keys, lengths);
        }
        try (FileChannel file = FileChannel.open(previous.get())) {
            Map<Long, LineIndex.Stretch> known = file.size() == lines.bytes() ? lines.stretches() : Map.of();
            int at = 0;
            while (at < keys.length) {
                int end = at;
                if (known.containsKey(keys[at])) {
                    end = copied(known, keys, lengths, at);
                    long from = Objects.requireNonNull(known.get(keys[at])).from();
                    long length = 0;
                    for (int i = at; i < end; i++) length += lengths[i];
                    copy(file, from, length, out);
                } else {
                    while (end < keys.length && !known.containsKey(keys[end])) end++;
                    make(cases, out, lengths, at, end);
                }
                at = end;
            }
        }
        return new LineIndex(maker, keys, lengths);
    }

    /** Notes the lengths of lines from {@code at} that follow one another in the previous file too. @return the first after them */
    private static int copied(Map<Long, LineIndex.Stretch> known, long[] keys, int[] lengths, int at) {
        long next = Objects.requireNonNull(known.get(keys[at])).from();
        int end = at;
        for (; end < keys.length; end++) {
            LineIndex.Stretch stretch = known.get(keys[end]);
            if (stretch == null || stretch.from() != next) break;
            lengths[end] = stretch.length();
            next += stretch.length();
        }
        return end;
    }

    private static void copy(FileChannel file, long from, long length, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(COPY_BYTES, length));
        for (long done = 0; done < length; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
            int read = file.read(buffer, from + done);
            if (read < 0) throw new EOFException("cases.jsonl was cut short while it was read");
            out.write(buffer.array(), 0, read);
            done += read;
        }
    }

    private void make(List<Case> cases, OutputStream out, int[] lengths, int from, int end) throws IOException {
        for (int start = from; start < end; start += BATCH) {
            List<byte[]> batch = cases.subList(start, Math.min(end, start + BATCH)).parallelStream()
                    .map(this::line)
                    .toList();
            for (int i = 0; i < batch.size(); i++) {
                lengths[start + i] = batch.get(i).length;
                out.write(batch.get(i));
            }
        }
    }

    /** What a line is made from, besides program and configuration: the case, and the ids its practices have in this site. */
    private long key(Case c) {
        ChangeHash hash = new ChangeHash().add(c.id().value()).add(CasePrint.of(c));
        for (PracticeFinding finding : c.practices())
            hash.add(kb.idOf(finding.name()).value());
        return hash.toLong();
    }

    private byte[] line(Case c) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (JsonGenerator json = generator(bytes)) {
            writeCase(json, c);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(c.id().value(), e);
        }
        return bytes.toByteArray();
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json;
    }

    private void writeCase(JsonGenerator json, Case c) throws IOException {
        Article article = c.article();
        Metadata metadata = article.metadata();
        json.writeStartObject();
        json.writeStringField("id", c.id().value());
        names(json, "title", metadata.title());
        string(json, "date", metadata.date() == null ? null : metadata.date().toString());
        names(json, "source", metadata.source());
        string(json, "sourceUrl", metadata.sourceUrl());
        string(json, "byline", metadata.byline());
        json.writeStringField("script", c.script().code());
        json.writeStringField("url", url("cases/" + c.id() + "/"));
        json.writeStringField("rights", article.rights().name().toLowerCase(java.util.Locale.ROOT));
        writeOrigin(json, article.origin());
        strings(json, "tags", article.curation().tags());
        strings(json, "themes", c.themes());
        json.writeArrayFieldStart("themeEvidence");
        for (ThemeFinding finding : c.themeFindings())
            for (ThemeFinding.Evidence evidence : finding.shown()) writeEvidence(json, c, finding.theme(), evidence);
        json.writeEndArray();
        json.writeArrayFieldStart("places");
        for (PlaceFinding found : c.places()) writePlace(json, found.place());
        json.writeEndArray();
        json.writeArrayFieldStart("practices");
        for (PracticeFinding finding : c.practices()) writeFinding(json, c, finding);
        json.writeEndArray();
        json.writeArrayFieldStart("figures");
        for (Figure figure : c.figures()) writeFigure(json, figure);
        json.writeEndArray();
        json.writeArrayFieldStart("flags");
        for (Flag flag : c.flags()) {
            json.writeStartObject();
            json.writeStringField("code", flag.code());
            json.writeStringField("message", flag.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        ArticleId original = c.duplicateOf();
        if (original != null) json.writeStringField("duplicateOf", original.value());
        json.writeEndObject();
    }

    /** Simplified, so that the field can be compared over all cases; as printed beside it where that differs. */
    private static void names(JsonGenerator json, String field, @Nullable String printed) throws IOException {
        String simplified = printed == null ? null : Simplifier.toSimplified(printed);
        string(json, field, simplified);
        if (printed != null && !printed.equals(simplified)) json.writeStringField(field + "Printed", printed);
    }

    private static void writeOrigin(JsonGenerator json, @Nullable Origin origin) throws IOException {
        if (origin == null) {
            json.writeNullField("origin");
            return;
        }
        json.writeObjectFieldStart("origin");
        json.writeStringField("file", origin.file());
        json.writeStringField("sha256", origin.sha256());
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, Place place) throws IOException {
        json.writeStartObject();
        string(json, "province", place.province());
        string(json, "city", place.city());
        string(json, "county", place.county());
        string(json, "township", place.township());
        string(json, "village", place.village());
        string(json, "code", place.code());
        json.writeEndObject();
    }

    private void writeEvidence(JsonGenerator json, Case c, String theme, ThemeFinding.Evidence evidence)
            throws IOException {
        Span sentence = evidence.sentence();
        json.writeStartObject();
        json.writeStringField("theme", theme);
        json.writeNumberField("start", sentence.start());
        json.writeNumberField("end", sentence.end());
        json.writeStringField("cue", evidence.cue().of(c.article().body()));
        json.writeStringField("evidence", kb.quote(c, sentence));
        json.writeEndObject();
    }

    private void writeFinding(JsonGenerator json, Case c, PracticeFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", kb.idOf(finding.name()).value());
        json.writeStringField("name", finding.name());
        strings(json, "aliases", finding.aliases());
        json.writeStringField("kind", finding.kind().code());
        json.writeStringField("status", finding.status().code());
        json.writeNumberField("confidence", Math.round(finding.confidence() * 1000) / 1000.0);
        if (finding.components().isEmpty()) json.writeNullField("components");
        else
            strings(
                    json,
                    "components",
                    finding.components().stream().map(Component::name).toList());
        if (finding.declaredCount() == null) json.writeNullField("declaredCount");
        else json.writeNumberField("declaredCount", finding.declaredCount());
        json.writeArrayFieldStart("mentions");
        for (Mention mention : finding.mentions()) {
            json.writeStartObject();
            json.writeNumberField("start", mention.span().start());
            json.writeNumberField("end", mention.span().end());
            json.writeStringField("surface", mention.surface());
            json.writeStringField("evidence", kb.quote(c, mention.evidence()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFigure(JsonGenerator json, Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", figure.text());
        if (figure.value() == null) json.writeNullField("value");
        else if (figure.value() == Math.rint(figure.value()) && Math.abs(figure.value()) < 1e15)
            json.writeNumberField("value", figure.value().longValue());
        else json.writeNumberField("value", figure.value());
        json.writeStringField("unit", figure.unit());
        string(json, "of", figure.subject());
        json.writeBooleanField("projected", figure.isProjected());
        if (!figure.hedge().isEmpty()) json.writeStringField("hedge", figure.hedge());
        if (figure.period() != null) json.writeStringField("period", figure.period());
        if (figure.from() != null) json.writeStringField("from", figure.from());
        json.writeNumberField("start", figure.span().start());
        json.writeNumberField("end", figure.span().end());
        json.writeEndObject();
    }

    private void practices(OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            for (Practice p : kb.practices()) {
                writePractice(json, p);
                json.writeRaw('\n');
            }
        }
    }

    private void writePractice(JsonGenerator json, Practice p) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", p.id().value());
        json.writeStringField("name", p.name());
        strings(json, "aliases", p.aliases());
        json.writeStringField("kind", p.kind().code());
        json.writeStringField("status", p.status().code());
        json.writeStringField("url", url("practices/" + p.id() + "/"));
        if (p.components().isEmpty()) json.writeNullField("components");
        else strings(json, "components", p.components());
        if (p.declaredCount() == null) json.writeNullField("declaredCount");
        else json.writeNumberField("declaredCount", p.declaredCount());
        string(json, "definition", p.definition());
        strings(json, "themes", p.themes());
        json.writeArrayFieldStart("themeEvidence");
        for (String theme : p.themes()) writeEvidence(json, p, theme);
        json.writeEndArray();
        strings(
                json,
                "cases",
                p.occurrences().stream().map(o -> o.article().value()).toList());
        json.writeArrayFieldStart("senses");
        for (Practice.Sense sense : p.senses()) {
            json.writeStartObject();
            strings(json, "components", sense.components());
            strings(
                    json,
                    "cases",
                    sense.articles().stream().map(ArticleId::value).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "related", p.related().stream().map(PracticeId::value).toList());
        json.writeEndObject();
    }

    /** The first case in which a sentence of the theme names the practice; nothing where none does. */
    private void writeEvidence(JsonGenerator json, Practice p, String theme) throws IOException {
        for (Practice.Occurrence occurrence : p.occurrences()) {
            Case c = kb.findCase(occurrence.article()).orElseThrow();
            for (ThemeFinding found : c.themeFindings()) {
                if (!found.theme().equals(theme)) continue;
                Optional<ThemeFinding.Evidence> evidence = PracticeThemes.evidence(occurrence.finding(), found);
                if (evidence.isEmpty()) continue;
                json.writeStartObject();
                json.writeStringField("theme", theme);
                json.writeStringField("case", c.id().value());
                json.writeNumberField("start", evidence.get().sentence().start());
                json.writeNumberField("end", evidence.get().sentence().end());
                json.writeEndObject();
                return;
            }
        }
    }

    private String url(String path) {
        return kb.config()
                .identity()
                .baseUrl()
                .map(base -> base.resolve(path).toString())
                .orElse(path);
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) json.writeNullField(name);
        else json.writeStringField(name, value);
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) json.writeString(value);
        json.writeEndArray();
    }
}
