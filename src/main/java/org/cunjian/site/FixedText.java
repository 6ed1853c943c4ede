package org.cunjian.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of text that many pages of one depth share, and what {@link LinkScanner} found in it. Thread-safe. */
final class FixedText {
    private final String text;
    private volatile @Nullable Links links;

    FixedText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Null until {@link #found}. */
    @Nullable
    Links links() {
        return links;
    }

    void found(Links inIt) {
        links = inIt;
    }

    /** Hashes of link targets, and ids of elements as written. */
    static final class Links {
        /** For a text with links to spots of the page it stands in: it is looked through on each page. */
        static final Links DEPEND_ON_PAGE = new Links(new long[0], List.of());

        private final long[] targets;
        private final List<String> ids;

        /** Takes the array over. */
        Links(long[] targets, List<String> ids) {
            this.targets = targets;
            this.ids = List.copyOf(ids);
        }

        int count() {
            return targets.length;
        }

        long target(int index) {
            return targets[index];
        }

        List<String> ids() {
            return ids;
        }
    }
}
