package org.cunjian.content;

import java.util.List;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.SitePath;

/** Content files of type {@code practice} to curated entries. Pure; safe on any bytes; linear in their number. */
public final class PracticeEntryParser {
    static final List<String> KEYS = List.of(
            "title", "type", "status", "date", "tags", "summary", "aliases", "kind", "components", "declaredCount");

    /** The codes of {@code practice.PracticeKind}, which this package cannot see; a test holds the two together. */
    static final List<String> KINDS =
            List.of("formula", "n-system", "mechanism", "platform", "campaign", "organisation", "service", "other");

    private PracticeEntryParser() {}

    /** Reads one entry; absent where it has no header, no name, or an id that is not ASCII. */
    public static Outcome<PracticeEntry> parse(SitePath path, byte[] bytes) {
        Outcome<FrontMatter> header = FrontMatter.parse(path, bytes);
        if (header.value().isEmpty()) return Outcome.failed(header.diagnostics());
        FrontMatter front = header.value().get();
        FieldReader fields = new FieldReader(front, header.diagnostics());
        fields.checkId();
        fields.checkKeys(KEYS);
        fields.checkType("practice");
        String name = fields.title();
        String kind = fields.oneOf("kind", KINDS);
        Integer declaredCount = fields.count("declaredCount");
        List<String> tags = fields.tags();
        Status status = fields.status();
        fields.date();
        String body = fields.body(false);
        if (fields.isUnusable()) return Outcome.failed(fields.diagnostics());
        PracticeEntry entry = new PracticeEntry(
                path.stem(),
                path,
                front.sha256(),
                name,
                fields.list("aliases"),
                kind,
                fields.list("components"),
                declaredCount,
                tags,
                status,
                front.bodyLine(),
                body);
        return Outcome.of(entry, fields.diagnostics());
    }
}
