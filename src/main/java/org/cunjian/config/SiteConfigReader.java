package org.cunjian.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Nearest;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Severity;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.text.LineMap;
import org.cunjian.text.Span;

/**
 * Reads {@code site-config.properties}: UTF-8, one {@code key=value} a line, {@code #} for comments. A key that is not known, a
 * value out of its range and a key given twice are errors that name the line and the nearest known key; a key left out has the
 * default of the shipped file. With any error there is no configuration.
 */
public final class SiteConfigReader {
    private static final Pattern THEME_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern JBAKE_TEMPLATE = Pattern.compile("template\\.[A-Za-z0-9]+\\.file");
    private static final String THEME_PREFIX = "theme.";

    private final String path;
    private final LineMap lines;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String value, Span keySpan, Span valueSpan) {}

    private SiteConfigReader(String path, String text) {
        this.path = path;
        this.lines = LineMap.of(text);
    }

    /** @param path for messages only */
    public static Outcome<SiteConfig> read(String path, String text) {
        SiteConfigReader reader = new SiteConfigReader(path, text);
        reader.readEntries();
        SiteConfig config = reader.build();
        boolean hasError = reader.diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        return hasError ? Outcome.failed(reader.diagnostics) : Outcome.of(config, reader.diagnostics);
    }

    /** The configuration of an empty file: every key at its default, no themes. */
    public static SiteConfig defaults() {
        return read("site-config.properties", "").value().orElseThrow();
    }

    private void readEntries() {
        for (int line = 1; line <= lines.lineCount(); line++) {
            String text = lines.lineText(line);
            int start = lines.offset(line);
            if (line == 1 && text.startsWith("\uFEFF")) {
                text = text.substring(1);
                start++;
            }
            String trimmed = text.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#") || trimmed.startsWith("!")) continue;
            Span all = Span.at(start + text.indexOf(trimmed), trimmed.length());
            int equals = trimmed.indexOf('=');
            if (equals < 1) {
                diagnostics.add(Diagnostic.error("config/no-equals", at(all), trimmed));
                continue;
            }
            String key = trimmed.substring(0, equals).strip();
            String value = trimmed.substring(equals + 1).strip();
            Span keySpan = Span.at(all.start(), key.length());
            Span valueSpan = new Span(all.end() - value.length(), all.end());
            if (!isKnown(key)) unknown(key, keySpan);
            else if (entries.putIfAbsent(key, new Entry(value, keySpan, valueSpan)) != null)
                diagnostics.add(Diagnostic.error("config/twice", at(keySpan), key));
        }
    }

    private static boolean isKnown(String key) {
        return ConfigKey.find(key).isPresent()
                || key.startsWith(THEME_PREFIX)
                || JBAKE_TEMPLATE.matcher(key).matches();
    }

    private void unknown(String key, Span span) {
        List<String> known = Stream.of(ConfigKey.values()).map(ConfigKey::key).toList();
        Nearest.to(key, known)
                .ifPresentOrElse(
                        near -> diagnostics.add(Diagnostic.error("config/unknown-key-near", at(span), key, near)),
                        () -> diagnostics.add(
                                Diagnostic.error("config/unknown-key", at(span), key, String.join(" ", known))));
    }

    private SiteConfig build() {
        return new SiteConfig(
                new SiteConfig.Identity(
                        text(ConfigKey.TITLE),
                        text(ConfigKey.SUBTITLE),
                        text(ConfigKey.ORGANISATION),
                        text(ConfigKey.FOOTER),
                        choice(ConfigKey.LANGUAGE, "zh-Hans", "zh-Hant"),
                        baseUrl()),
                new SiteConfig.Publishing(
                        choice(ConfigKey.RIGHTS, "full", "excerpt").equals("excerpt"),
                        number(ConfigKey.EXCERPT_CHARS, 20, 1000),
                        choice(ConfigKey.PRACTICES, "confirmed", "all").equals("all")),
                new SiteConfig.Listing(number(ConfigKey.PER_PAGE, 5, 500)),
                new SiteConfig.Look(accent()),
                themes());
    }

    private String text(ConfigKey key) {
        Entry entry = entries.get(key.key());
        if (entry == null) return key.fallback();
        if (entry.value().isEmpty() && !key.fallback().isEmpty()) {
            diagnostics.add(Diagnostic.error("config/empty", at(entry.keySpan()), key.key()));
            return key.fallback();
        }
        return entry.value();
    }

    private String choice(ConfigKey key, String... allowed) {
        String value = text(key);
        List<String> choices = List.of(allowed);
        if (choices.contains(value)) return value;
        bad(key, value, String.join(" | ", choices));
        return key.fallback();
    }

    private int number(ConfigKey key, int least, int most) {
        String value = text(key);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        bad(key, value, least + "–" + most);
        return Integer.parseInt(key.fallback());
    }

    private String accent() {
        String value = text(ConfigKey.ACCENT);
        if (value.matches("#[0-9a-fA-F]{6}")) return value;
        bad(ConfigKey.ACCENT, value, "#rrggbb");
        return ConfigKey.ACCENT.fallback();
    }

    private Optional<URI> baseUrl() {
        String value = text(ConfigKey.BASE_URL);
        if (value.isEmpty()) return Optional.empty();
        try {
            URI uri = new URI(value.endsWith("/") ? value : value + "/");
            boolean isOnTheWeb =
                    uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            // What is put behind it would be part of a query or a fragment.
            boolean isFolder = uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (isOnTheWeb && isFolder) return Optional.of(uri);
        } catch (URISyntaxException e) {
            // told below
        }
        bad(ConfigKey.BASE_URL, value, "https://example.org/cunjian/");
        return Optional.empty();
    }

    private void bad(ConfigKey key, String value, String allowed) {
        Entry entry = entries.get(key.key());
        Span span = entry == null ? new Span(0, 0) : entry.valueSpan();
        diagnostics.add(Diagnostic.error("config/bad-value", at(span), key.key(), value, allowed));
    }

    private List<Theme> themes() {
        List<Theme> themes = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!key.startsWith(THEME_PREFIX)) return;
            String id = key.substring(THEME_PREFIX.length());
            String[] parts = entry.value().split("[:：]", 2);
            List<String> cues = parts.length < 2
                    ? List.of()
                    : Stream.of(parts[1].split("[,，、]"))
                            .map(String::strip)
                            .filter(s -> !s.isEmpty())
                            .distinct()
                            .toList();
            if (!THEME_ID.matcher(id).matches() || parts[0].isBlank() || cues.isEmpty())
                diagnostics.add(Diagnostic.error(
                        "config/bad-theme",
                        at(new Span(entry.keySpan().start(), entry.valueSpan().end())),
                        key));
            else themes.add(new Theme(id, parts[0].strip(), cues));
        });
        return themes;
    }

    private SourceRange at(Span span) {
        return SourceRange.of(path, lines, span);
    }
}
