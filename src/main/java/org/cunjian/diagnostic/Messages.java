package org.cunjian.diagnostic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, read once per area from {@code /org/cunjian/<area>/messages_<lang>.properties} (UTF-8). A
 * key is {@code area/name}; arguments are strings, put in as they are (numbers are formatted by the caller).
 */
public final class Messages {
    private static final Map<Language, Messages> BY_LANGUAGE =
            Map.of(Language.ZH, new Messages(Language.ZH), Language.EN, new Messages(Language.EN));

    private final Language language;
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    public static Messages in(Language language) {
        return java.util.Objects.requireNonNull(BY_LANGUAGE.get(language), "language");
    }

    public Language language() {
        return language;
    }

    /** @throws IllegalStateException if the key has no sentence: a bug, kept out by a test over all keys */
    public String text(String key, Object... args) {
        return find(key, args).orElseThrow(() -> new IllegalStateException("no message " + key + " in " + language));
    }

    public Optional<String> find(String key, Object... args) {
        int slash = key.indexOf('/');
        if (slash < 1) throw new IllegalArgumentException("key without area: " + key);
        String pattern =
                areas.computeIfAbsent(key.substring(0, slash), this::load).getProperty(key);
        if (pattern == null) return Optional.empty();
        return Optional.of(args.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(args));
    }

    private Properties load(String area) {
        String name = "/org/cunjian/" + area + "/messages_" + language.suffix() + ".properties";
        Properties loaded = new Properties();
        try (var in = Messages.class.getResourceAsStream(name)) {
            if (in != null) loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return loaded;
    }
}
