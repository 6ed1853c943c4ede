package org.cunjian.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Every key of {@code site-config.properties} but the themes, with its default; an empty default means it may be empty. */
enum ConfigKey {
    TITLE("site.title", "村鉴"),
    SUBTITLE("site.subtitle", ""),
    ORGANISATION("site.organisation", ""),
    FOOTER("site.footer", ""),
    LANGUAGE("site.language", "zh-Hans"),
    BASE_URL("site.baseUrl", ""),
    RIGHTS("rights.default", "full"),
    EXCERPT_CHARS("rights.excerptChars", "120"),
    PRACTICES("practice.publish", "confirmed"),
    PER_PAGE("list.perPage", "30"),
    ACCENT("look.accent", "#9e2b25");

    private final String key;
    private final String fallback;

    ConfigKey(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    String key() {
        return key;
    }

    String fallback() {
        return fallback;
    }

    static Optional<ConfigKey> find(String key) {
        return Stream.of(values()).filter(k -> k.key.equals(key)).findFirst();
    }
}
