package org.cunjian.content;

import java.util.Objects;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * One clean article as it stands in a content file. Every fact points into {@code body} by span; the body is what follows
 * {@code ~~~~~~} and its line end, with LF line ends, and never changes after cleaning.
 *
 * @param sha256 of the whole content file's bytes; the key of every per-article cache
 * @param bodyLine the line (1-based) of the file on which the body begins
 */
public record Article(
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

    public Article {
        Objects.requireNonNull(id, "id");
        if (body.indexOf('\r') >= 0) throw new IllegalArgumentException(path + ": body with CR");
        if (bodyLine < 1) throw new IllegalArgumentException(path + ": body line " + bodyLine);
    }

    /** The same article with another body; spans stay valid where the length does. */
    public Article withBody(String other) {
        return new Article(id, path, sha256, metadata, curation, rights, status, origin, bodyLine, other);
    }
}
