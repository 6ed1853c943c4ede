package org.cunjian.content;

import java.util.Objects;
import java.util.function.Supplier;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * One clean article as it stands in a content file. Every fact points into {@link #body()} by span; the body is what follows
 * {@code ~~~~~~} and its line end, with LF line ends, and never changes after cleaning. Two articles are equal where their
 * headers and their files are. Thread-safe.
 */
public final class Article {
    private final ArticleId id;
    private final SitePath path;
    private final String sha256;
    private final Metadata metadata;
    private final Curation curation;
    private final Rights rights;
    private final Status status;
    private final @Nullable Origin origin;
    private final int bodyLine;
    private final Supplier<String> source;
    private volatile @Nullable String body;

    public Article(
            ArticleId id,
            SitePath path,
            String sha256,
            Metadata metadata,
            Curation curation,
            Rights rights,
            Status status,
            @Nullable Origin origin,
            int bodyLine,
            String body) {
        this(id, path, sha256, metadata, curation, rights, status, origin, bodyLine, () -> body);
        if (body.indexOf('\r') >= 0) throw new IllegalArgumentException(path + ": body with CR");
        this.body = body;
    }

    private Article(
            ArticleId id,
            SitePath path,
            String sha256,
            Metadata metadata,
            Curation curation,
            Rights rights,
            Status status,
            @Nullable Origin origin,
            int bodyLine,
            Supplier<String> source) {
        if (bodyLine < 1) throw new IllegalArgumentException(path + ": body line " + bodyLine);
        this.id = Objects.requireNonNull(id, "id");
        this.path = path;
        this.sha256 = sha256;
        this.metadata = metadata;
        this.curation = curation;
        this.rights = rights;
        this.status = status;
        this.origin = origin;
        this.bodyLine = bodyLine;
        this.source = source;
    }

    /** An article whose body is read when it is first asked for: in most builds nobody asks for most. */
    public static Article onDemand(
            ArticleId id,
            SitePath path,
            String sha256,
            Metadata metadata,
            Curation curation,
            Rights rights,
            Status status,
            @Nullable Origin origin,
            int bodyLine,
            Supplier<String> body) {
        return new Article(id, path, sha256, metadata, curation, rights, status, origin, bodyLine, body);
    }

    public ArticleId id() {
        return id;
    }

    public SitePath path() {
        return path;
    }

    /** Of the whole content file's bytes; the key of every per-article cache. */
    public String sha256() {
        return sha256;
    }

    public Metadata metadata() {
        return metadata;
    }

    public Curation curation() {
        return curation;
    }

    public Rights rights() {
        return rights;
    }

    public Status status() {
        return status;
    }

    public @Nullable Origin origin() {
        return origin;
    }

    /** The line (1-based) of the file on which the body begins. */
    public int bodyLine() {
        return bodyLine;
    }

    /** @throws java.io.UncheckedIOException where the body is read on demand and its file has changed or gone meanwhile */
    public String body() {
        String known = body;
        if (known == null) {
            known = source.get();
            body = known;
        }
        return known;
    }

    /** The same article with another body; spans stay valid where the length does. */
    public Article withBody(String other) {
        return new Article(id, path, sha256, metadata, curation, rights, status, origin, bodyLine, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Article a
                && id.equals(a.id)
                && path.equals(a.path)
                && sha256.equals(a.sha256)
                && metadata.equals(a.metadata)
                && curation.equals(a.curation)
                && rights == a.rights
                && status == a.status
                && Objects.equals(origin, a.origin)
                && bodyLine == a.bodyLine;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, sha256);
    }

    @Override
    public String toString() {
        return path.value();
    }
}
