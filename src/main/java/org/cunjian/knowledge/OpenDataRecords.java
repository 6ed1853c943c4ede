package org.cunjian.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.content.Origin;
import org.cunjian.figure.Figure;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Cases and practices as JSON objects, one a line; their fields are described in {@code datapackage.json}. */
final class OpenDataRecords {
    private static final JsonFactory JSON = new JsonFactory();

    private final KnowledgeBase kb;

    OpenDataRecords(KnowledgeBase kb) {
        this.kb = kb;
    }

    /** Its line of {@code cases.jsonl}, line end included. */
    byte[] line(Case c) {
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

    /** All of {@code practices.jsonl}. */
    void practices(OutputStream out) throws IOException {
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

    /** Nothing where no sentence of the theme names the practice. */
    private void writeEvidence(JsonGenerator json, Practice p, String theme) throws IOException {
        PracticeThemes.Spoken found =
                PracticeThemes.first(kb, p, theme, c -> true).orElse(null);
        if (found == null) return;
        Span sentence = found.evidence().sentence();
        json.writeStartObject();
        json.writeStringField("theme", theme);
        json.writeStringField("case", found.in().id().value());
        json.writeNumberField("start", sentence.start());
        json.writeNumberField("end", sentence.end());
        json.writeEndObject();
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
