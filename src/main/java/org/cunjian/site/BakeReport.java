package org.cunjian.site;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cunjian.io.SitePath;

/**
 * What a bake did, for the check before publishing.
 *
 * @param expected every page that the knowledge base asks for
 * @param written every page that is now in the sink, made or kept
 * @param assets files copied from the templates' folder
 * @param made how many pages were made anew; the others were kept
 */
public record BakeReport(
        SortedSet<SitePath> expected,
        SortedSet<SitePath> written,
        SortedSet<SitePath> assets,
        LinkTable links,
        int made) {
    public BakeReport {
        expected = Collections.unmodifiableSortedSet(new TreeSet<>(expected));
        written = Collections.unmodifiableSortedSet(new TreeSet<>(written));
        assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
    }
}
