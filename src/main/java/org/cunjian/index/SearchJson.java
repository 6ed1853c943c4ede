package org.cunjian.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.cunjian.diagnostic.Messages;
import org.cunjian.text.Span;

/**
 * A result as JSON on one line: {@code {"query", "total", "practiceTotal", "caseTotal", "partial", "sort", "readAs": […], "didYouMean": …, "hits": [{"type", "id",
 * "title", "score", "explain": [{"field", "text", "score"}], "why", "snippet", "marks", "date", "source", "place"}], "facets": {...}}}. Practices come before cases, which stand in
 * the order that {@code sort} names ({@link SearchOrder}); marks are pairs of
 * UTF-16 offsets into the snippet.
 */
public final class SearchJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private SearchJson() {}

    public static String render(SearchResult result, Messages messages) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("query", result.query());
            json.writeNumberField("total", result.total());
            json.writeNumberField("practiceTotal", result.practiceTotal());
            json.writeNumberField("caseTotal", result.caseTotal());
            json.writeBooleanField("partial", result.isPartial());
            json.writeNumberField("nearTotal", result.nearTotal());
            json.writeStringField("sort", result.order().code());
            if (result.interpretation().isPresent()) {
                json.writeArrayFieldStart("readAs");
                for (String read : result.interpretation().get().read()) json.writeString(read);
                json.writeEndArray();
            }
            if (result.suggestion().isPresent())
                json.writeStringField(
                        "didYouMean", result.suggestion().get().read().get(0));
            json.writeArrayFieldStart("hits");
            for (SearchHit hit : result.practices()) write(json, hit, messages);
            for (SearchHit hit : result.cases()) write(json, hit, messages);
            json.writeEndArray();
            if (!result.facets().isEmpty()) writeFacets(json, result.facets());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return out.toString();
    }

    /** The reasons as one sentence fragment: {@code 名称“五长制”；正文}. */
    public static String why(SearchHit hit, Messages messages) {
        StringBuilder why = new StringBuilder();
        for (SearchHit.Reason reason : hit.why())
            why.append(why.isEmpty() ? "" : "；")
                    .append(messages.text(reason.code(), reason.args().toArray()));
        return why.toString();
    }

    private static void write(JsonGenerator json, SearchHit hit, Messages messages) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", hit.type().code());
        json.writeStringField("id", hit.id());
        json.writeStringField("title", hit.title());
        json.writeNumberField("score", hit.score());
        if (!hit.parts().isEmpty()) {
            json.writeArrayFieldStart("explain");
            for (SearchHit.Part part : hit.parts()) {
                json.writeStartObject();
                json.writeStringField("field", part.field());
                json.writeStringField("text", part.text());
                json.writeNumberField("score", part.score());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeStringField("why", why(hit, messages));
        json.writeStringField("snippet", hit.snippet().text());
        json.writeArrayFieldStart("marks");
        for (Span mark : hit.snippet().marks()) json.writeArray(new int[] {mark.start(), mark.end()}, 0, 2);
        json.writeEndArray();
        json.writeStringField("date", hit.date());
        json.writeStringField("source", hit.source());
        json.writeStringField("place", hit.place());
        json.writeEndObject();
    }

    private static void writeFacets(JsonGenerator json, List<SearchResult.FacetCount> facets) throws IOException {
        json.writeObjectFieldStart("facets");
        for (FacetKind kind : FacetKind.values()) {
            json.writeArrayFieldStart(kind.code());
            for (SearchResult.FacetCount facet : facets) {
                if (facet.kind() != kind) continue;
                json.writeStartObject();
                json.writeStringField("value", facet.value());
                json.writeStringField("label", facet.label());
                json.writeNumberField("count", facet.count());
                if (!facet.parent().isEmpty()) json.writeStringField("parent", facet.parent());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
