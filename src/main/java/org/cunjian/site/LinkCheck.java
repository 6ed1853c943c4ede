package org.cunjian.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;

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
        Map<String, LinkTable.PageLinks> pages = new HashMap<>();
        for (LinkTable.PageLinks page : report.links().pages())
            pages.put(page.page().value(), page);
        Set<String> files = new HashSet<>();
        for (SitePath path : report.written()) files.add(path.value());
        for (SitePath path : report.assets()) files.add(path.value());
        for (SitePath path : otherFiles) files.add(path.value());
        Set<String> good = new HashSet<>();
        for (LinkTable.PageLinks page : report.links().pages())
            for (String link : page.links()) {
                if (good.contains(link)) continue;
                int hash = link.indexOf('#');
                String path = hash < 0 ? link : link.substring(0, hash);
                if (!files.contains(path)) found.add(error("site/link-broken", page.page(), link));
                else if (hash >= 0 && isWithout(pages.get(path), link.substring(hash + 1)))
                    found.add(error("site/fragment-missing", page.page(), link));
                else if (hash < 0) good.add(link);
            }
        return found;
    }

    private static boolean isWithout(LinkTable.@org.jspecify.annotations.Nullable PageLinks page, String id) {
        return page == null || !page.offers(id);
    }

    private static Diagnostic error(String code, SitePath page, String link) {
        return Diagnostic.error(code, SourceRange.file(page.value()), link);
    }
}
