package org.cunjian.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What {@code site-config.properties} says, checked. One record for each part of the program that reads it. */
public record SiteConfig(Identity identity, Publishing publishing, Listing listing, Look look, List<Theme> themes) {

    public SiteConfig {
        themes = List.copyOf(themes);
    }

    /** Whose site it is. {@code language} is a BCP 47 tag such as zh-Hans; {@code baseUrl} ends with a slash. */
    public record Identity(
            String title,
            String subtitle,
            String organisation,
            String footer,
            String language,
            Optional<URI> baseUrl) {}

    /** What may go out: the rights of articles that say nothing, the longest quote of an excerpt, candidates or not. */
    public record Publishing(boolean isExcerptByDefault, int excerptChars, boolean showsCandidates) {}

    /** How many entries a list page shows. */
    public record Listing(int perPage) {}

    /** Colours, as #rrggbb. */
    public record Look(String accent) {}
}
