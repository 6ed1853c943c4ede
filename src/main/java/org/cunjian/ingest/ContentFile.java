package org.cunjian.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cunjian.content.FrontMatter;
import org.cunjian.content.Metadata;
import org.cunjian.content.Origin;
import org.cunjian.content.Rights;
import org.cunjian.io.ContentHash;
import org.jspecify.annotations.Nullable;

/** Writes the content file of a clean article, and tells whether one was changed by hand since. */
final class ContentFile {
    private static final String OWN_HASH = "ingest.sha256=";
    private static final Pattern OWN_HASH_LINE = Pattern.compile("(?m)^" + Pattern.quote(OWN_HASH) + ".*\\R");

    private ContentFile() {}

    static byte[] write(CleanArticle article, Origin origin, Rights rights) {
        Metadata metadata = article.metadata();
        StringBuilder text = new StringBuilder();
        field(text, "title", metadata.title());
        field(text, "date", metadata.date() == null ? null : metadata.date().toString());
        field(text, "type", "case");
        field(text, "status", "published");
        field(text, "source", metadata.source());
        field(text, "sourceUrl", metadata.sourceUrl());
        field(text, "byline", metadata.byline());
        field(text, "rights", rights.name().toLowerCase(Locale.ROOT));
        field(text, "origin", origin.file());
        field(text, "origin.sha256", origin.sha256());
        int hashAt = text.length();
        text.append(FrontMatter.SEPARATOR).append('\n').append(article.body());
        text.insert(hashAt, OWN_HASH + ContentHash.of(text.toString()) + "\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the file is still as ingest wrote it; line ends do not count, for editors and Git change them. */
    static boolean isUntouched(byte[] bytes, String recorded) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        return ContentHash.of(OWN_HASH_LINE.matcher(text).replaceFirst("")).equals(recorded);
    }

    private static void field(StringBuilder text, String key, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        text.append(key).append('=').append(safe(value)).append('\n');
    }

    /** One line, no control characters, and nothing that JBake would take for JSON. */
    private static String safe(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isControl = c < ' ' || (c >= 0x7F && c <= 0x9F) || c == '\u2028' || c == '\u2029';
            safe.append(isControl ? ' ' : c);
        }
        String line = Han.strip(safe.toString());
        boolean isBraced = line.startsWith("{") && line.endsWith("}");
        return isBraced ? "｛" + line.substring(1, line.length() - 1) + "｝" : line;
    }
}
