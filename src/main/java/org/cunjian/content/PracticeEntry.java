package org.cunjian.content;

import java.util.List;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A curated practice, {@code content/practices/<id>.md}, which is merged over the extracted one.
 *
 * @param id ASCII, as for articles; the file's stem
 * @param sha256 of the whole file's bytes
 * @param kind a code of {@code PracticeKind} such as {@code n-system}; null where not given
 * @param components empty where not given
 * @param declaredCount the number that the name states (五长制: 5); null where not given
 * @param bodyLine the line (1-based) of the file on which the body begins
 * @param body the definition, in Markdown; may be empty
 */
public record PracticeEntry(
        String id,
        SitePath path,
        String sha256,
        String name,
        List<String> aliases,
        @Nullable String kind,
        List<String> components,
        @Nullable Integer declaredCount,
        List<String> tags,
        Status status,
        int bodyLine,
        String body) {

    public PracticeEntry {
        if (!ArticleId.isValid(id)) throw new IllegalArgumentException("not an id: “" + id + "”");
        if (body.indexOf('\r') >= 0) throw new IllegalArgumentException(path + ": body with CR");
        aliases = List.copyOf(aliases);
        components = List.copyOf(components);
        tags = List.copyOf(tags);
    }
}
