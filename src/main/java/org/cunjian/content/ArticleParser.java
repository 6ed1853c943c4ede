package org.cunjian.content;

import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.SitePath;

/** Content files of type {@code case} to articles. Pure; safe on any bytes; linear in their number. */
public final class ArticleParser {
    private ArticleParser() {}

    /**
     * Reads one content file. An article that could be published in part (an impossible date, an unknown status) comes with
     * its diagnostics; it is absent where nothing could: no header, no title, no text, an id that is not ASCII.
     *
     * @param defaultRights what holds where the header does not say
     */
    public static Outcome<Article> parse(SitePath path, byte[] bytes, Rights defaultRights) {
        Outcome<FrontMatter> header = FrontMatter.parse(path, bytes);
        if (header.value().isEmpty()) return Outcome.failed(header.diagnostics());
        FrontMatter front = header.value().get();
        FieldReader fields = new FieldReader(front, header.diagnostics());
        fields.checkId();
        fields.checkKeys(FrontMatter.CASE_KEYS);
        fields.checkType("case");
        Metadata metadata = new Metadata(
                fields.title(), fields.date(), fields.text("source"), fields.url("sourceUrl"), fields.text("byline"));
        FieldReader.Practices practices = fields.practices();
        Curation curation = new Curation(
                fields.place(),
                fields.tags(),
                practices.added(),
                practices.removed(),
                fields.text("summary"),
                fields.reprint(),
                fields.checked());
        Status status = fields.status();
        Rights rights = fields.rights(defaultRights);
        Origin origin = fields.origin();
        fields.hash("ingest.sha256");
        String body = fields.body(true);
        if (fields.isUnusable()) return Outcome.failed(fields.diagnostics());
        Article article = new Article(
                new ArticleId(path.stem()),
                path,
                front.sha256(),
                metadata,
                curation,
                rights,
                status,
                origin,
                front.bodyLine(),
                body);
        return Outcome.of(article, fields.diagnostics());
    }
}
