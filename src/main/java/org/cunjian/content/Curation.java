package org.cunjian.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The curator's word, which wins over what is extracted: the place chain as written ({@code 湖南省/衡阳市//…}, null when not
 * given), tags, names of practices to add and to remove, a summary for lists (null when not given), what it is a print of, and
 * what has been compared with the paper.
 */
public record Curation(
        @Nullable String place,
        List<String> tags,
        List<String> addedPractices,
        List<String> removedPractices,
        @Nullable String summary,
        Reprint reprint,
        List<Checked> checked) {
    public static final Curation NONE = new Curation(null, List.of(), List.of(), List.of());

    public Curation {
        tags = List.copyOf(tags);
        addedPractices = List.copyOf(addedPractices);
        removedPractices = List.copyOf(removedPractices);
        checked = List.copyOf(checked);
    }

    public Curation(
            @Nullable String place, List<String> tags, List<String> addedPractices, List<String> removedPractices) {
        this(place, tags, addedPractices, removedPractices, null);
    }

    public Curation(
            @Nullable String place,
            List<String> tags,
            List<String> addedPractices,
            List<String> removedPractices,
            @Nullable String summary) {
        this(place, tags, addedPractices, removedPractices, summary, Reprint.UNSAID, List.of());
    }
}
