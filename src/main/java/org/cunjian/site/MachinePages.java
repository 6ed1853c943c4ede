package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;

/**
 * What programs read: feed, sitemap, robots.txt, OpenSearch description. All but robots.txt need the site's address, and are
 * left out without it. Runs last: the sitemap lists what the others planned.
 */
public final class MachinePages extends PageTool {
    /** The sitemap protocol's limit for one file. */
    static final int MOST_ADDRESSES = 50_000;

    private static final int FEED_ENTRIES = 20;

    @Override
    List<PagePlan> plan(Bake bake) {
        List<PagePlan> plans = new ArrayList<>();
        plans.add(PagePlan.of("robots.txt", "robots.ftl", View.Nothing::new));
        if (bake.site.baseUrl().isEmpty()) return plans;
        plans.add(PagePlan.of("opensearch.xml", "opensearch.ftl", View.Nothing::new));
        plans.add(PagePlan.of("feed.xml", "feed.ftl", () -> feed(bake.catalogue)));
        planSitemap(addresses(bake), MOST_ADDRESSES, plans);
        return plans;
    }

    private static List<String> addresses(Bake bake) {
        List<String> addresses = new ArrayList<>();
        for (SitePath page : bake.expected())
            if (page.fileName().equals("index.html")) addresses.add(PagePlan.permalink(page));
        return addresses;
    }

    static void planSitemap(List<String> addresses, int most, List<PagePlan> plans) {
        if (addresses.size() <= most) {
            plans.add(PagePlan.of("sitemap.xml", "sitemap.ftl", () -> new View.Sitemap(addresses)));
            return;
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += most) {
            String part = "sitemap-" + (parts.size() + 1) + ".xml";
            List<String> some = List.copyOf(addresses.subList(from, Math.min(addresses.size(), from + most)));
            plans.add(PagePlan.of(part, "sitemap.ftl", () -> new View.Sitemap(some)));
            parts.add(part);
        }
        plans.add(PagePlan.of("sitemap.xml", "sitemap-index.ftl", () -> new View.Sitemap(parts)));
    }

    /** Dated cases only, newest first; the feed's own date is that of the newest, so that it is the same in every build. */
    private static View.Feed feed(Catalogue catalogue) {
        List<View.FeedEntry> entries = new ArrayList<>();
        for (Case c : catalogue.kb.originals()) {
            var metadata = c.article().metadata();
            if (metadata.date() == null || entries.size() == FEED_ENTRIES) break;
            View.CaseCard card = catalogue.card(c.id());
            entries.add(new View.FeedEntry(
                    card.title(),
                    PagePlan.permalink(new SitePath(card.href())),
                    card.lang(),
                    card.date(),
                    card.source(),
                    card.lead()));
        }
        return new View.Feed(entries.isEmpty() ? "2000-01-01" : entries.get(0).date(), entries);
    }
}
