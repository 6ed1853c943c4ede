package org.cunjian.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cunjian.place.Place;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;
import org.jspecify.annotations.Nullable;

/**
 * The open data as tables: RFC 4180 CSV with a byte order mark, without which Excel reads Chinese as noise. A cell that a
 * spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection).
 */
final class OpenDataTables {
    private static final List<String> CASE_COLUMNS = List.of(
            "id",
            "title",
            "date",
            "source",
            "script",
            "province",
            "city",
            "county",
            "township",
            "village",
            "code",
            "practices",
            "themes",
            "url",
            "duplicateOf");
    private static final List<String> PRACTICE_COLUMNS =
            List.of("id", "name", "aliases", "kind", "status", "components", "declaredCount", "cases", "themes", "url");

    private final KnowledgeBase kb;

    OpenDataTables(KnowledgeBase kb) {
        this.kb = kb;
    }

    void cases(OutputStream out) throws IOException {
        Writer csv = open(out, CASE_COLUMNS);
        for (Case c : kb.cases()) {
            Place place = c.places().isEmpty() ? null : c.places().get(0).place();
            row(
                    csv,
                    c.id(),
                    c.article().metadata().title(),
                    c.article().metadata().date(),
                    c.article().metadata().source(),
                    c.script().code(),
                    place == null ? null : place.province(),
                    place == null ? null : place.city(),
                    place == null ? null : place.county(),
                    place == null ? null : place.township(),
                    place == null ? null : place.village(),
                    place == null ? null : place.code(),
                    String.join(
                            "；",
                            c.practices().stream()
                                    .filter(f -> f.status() == PracticeStatus.CONFIRMED)
                                    .map(PracticeFinding::name)
                                    .toList()),
                    String.join("；", c.themes()),
                    "cases/" + c.id() + "/",
                    c.duplicateOf());
        }
        csv.flush();
    }

    void practices(OutputStream out) throws IOException {
        Writer csv = open(out, PRACTICE_COLUMNS);
        for (Practice p : kb.practices())
            row(
                    csv,
                    p.id(),
                    p.name(),
                    String.join("；", p.aliases()),
                    p.kind().code(),
                    p.status().code(),
                    String.join("；", p.components()),
                    p.declaredCount(),
                    p.occurrences().size(),
                    String.join("；", p.themes()),
                    "practices/" + p.id() + "/");
        csv.flush();
    }

    void describe(OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("profile", "data-package");
            json.writeStringField("name", "cunjian");
            json.writeStringField("title", kb.config().identity().title());
            json.writeArrayFieldStart("resources");
            resource(json, "cases", "csv", CASE_COLUMNS);
            resource(json, "practices", "csv", PRACTICE_COLUMNS);
            resource(json, "cases-full", "jsonl", List.of());
            resource(json, "practices-full", "jsonl", List.of());
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void resource(JsonGenerator json, String name, String format, List<String> columns)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("path", name.replace("-full", "") + "." + format);
        json.writeStringField("profile", columns.isEmpty() ? "data-resource" : "tabular-data-resource");
        json.writeStringField("format", format);
        json.writeStringField("mediatype", columns.isEmpty() ? "application/jsonl" : "text/csv");
        json.writeStringField("encoding", "utf-8");
        if (!columns.isEmpty()) {
            json.writeObjectFieldStart("schema");
            json.writeArrayFieldStart("fields");
            for (String column : columns) {
                json.writeStartObject();
                json.writeStringField("name", column);
                json.writeStringField(
                        "type",
                        switch (column) {
                            case "date" -> "date";
                            case "declaredCount" -> "integer";
                            case "cases" -> "integer";
                            default -> "string";
                        });
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("primaryKey", "id");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static Writer open(OutputStream out, List<String> columns) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write('\uFEFF');
        row(csv, columns.toArray());
        return csv;
    }

    private static void row(Writer csv, @Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) csv.write(',');
            csv.write(cell(Objects.toString(cells[i], "")));
        }
        csv.write("\r\n");
    }

    private static String cell(String value) {
        if (value.isEmpty()) return value;
        String safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean needsQuotes = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
