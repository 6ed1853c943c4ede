package org.cunjian.site;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cunjian.io.SitePath;

/** What a bake did, for the check before publishing. */
public final class BakeReport {
    private final Set<SitePath> expected;
    private final Set<SitePath> written;
    private final SortedSet<SitePath> assets;
    private final LinkTable links;
    private final Function<SitePath, Optional<byte[]>> bytes;
    private final int made;

    /** Takes the sets over. */
    BakeReport(
            Set<SitePath> expected,
            Set<SitePath> written,
            SortedSet<SitePath> assets,
            LinkTable links,
            Function<SitePath, Optional<byte[]>> bytes,
            int made) {
        this.expected = Collections.unmodifiableSet(expected);
        this.written = Collections.unmodifiableSet(written);
        this.assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        this.links = links;
        this.bytes = bytes;
        this.made = made;
    }

    /** Every page that the knowledge base asks for, in no order. */
    public Set<SitePath> expected() {
        return expected;
    }

    /** Every page that is now in the sink, made or kept, in no order. */
    public Set<SitePath> written() {
        return written;
    }

    /** Files copied from the templates' folder. */
    public SortedSet<SitePath> assets() {
        return assets;
    }

    public LinkTable links() {
        return links;
    }

    /** How many pages were made anew; the others were kept. */
    public int made() {
        return made;
    }

    /** A page as it was written, where it was and where the sink has it still: for messages about it. */
    Optional<String> text(SitePath page) {
        return bytes.apply(page).map(utf8 -> new String(utf8, StandardCharsets.UTF_8));
    }
}
