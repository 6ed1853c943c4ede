package org.cunjian.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/** Verifies that each link inside the site leads to a file that is there, and each {@code #id} to an element of that page. */
public final class LinkCheck {
    private LinkCheck() {}

    /**
     * One error for each link that leads nowhere, naming page and link; and one for each page that was expected and not
     * written. Linear in the number of links.
     *
     * @param otherFiles files of the site that other stages write: search index, open data
     */
    public static List<Diagnostic> check(BakeReport report, Collection<SitePath> otherFiles) {
        List<Diagnostic> found = new ArrayList<>();
        for (SitePath page : report.expected())
            if (!report.written().contains(page))
                found.add(Diagnostic.error("site/page-missing", SourceRange.file(page.value())));
        LongSet targets = new LongSet();
        for (LinkTable.PageLinks page : report.links().pages()) for (long id : page.ids) targets.add(id);
        for (Collection<SitePath> some : List.of(report.written(), report.assets(), otherFiles))
            for (SitePath path : some) targets.add(LinkTable.hash(path.value()));
        boolean isWhole = true;
        for (LinkTable.PageLinks page : report.links().pages()) isWhole &= areIn(targets, page.links);
        if (!isWhole) for (SitePath page : report.written()) tell(page, report, targets, found);
        found.sort(null);
        return found;
    }

    private static boolean areIn(LongSet targets, long[] links) {
        for (long link : links) if (!targets.contains(link)) return false;
        return true;
    }

    private static void tell(SitePath page, BakeReport report, LongSet targets, List<Diagnostic> found) {
        LinkTable.PageLinks links = report.links().find(page).orElse(null);
        if (links == null || areIn(targets, links.links)) return;
        Map<Long, String> names =
                report.text(page).map(html -> LinkScanner.names(page, html)).orElse(Map.of());
        for (long link : links.links) if (!targets.contains(link)) found.add(error(page, names.get(link), targets));
    }

    /** A page of an earlier build that was kept although what it leads to has gone: our fault, and a clean build mends it. */
    private static Diagnostic error(SitePath page, @Nullable String name, LongSet targets) {
        if (name == null) return Diagnostic.error("site/kept-link-broken", SourceRange.file(page.value()));
        int hash = name.indexOf('#');
        boolean isPage = hash >= 0 && targets.contains(LinkTable.hash(name.substring(0, hash)));
        return Diagnostic.error(
                isPage ? "site/fragment-missing" : "site/link-broken", SourceRange.file(page.value()), name);
    }
}
