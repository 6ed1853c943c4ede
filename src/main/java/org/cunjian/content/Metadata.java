package org.cunjian.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the article's own header states; what it does not state is null. */
public record Metadata(
        String title,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String sourceUrl,
        @Nullable String byline) {}
