package org.cunjian.site;

import java.util.function.Supplier;
import org.cunjian.io.SitePath;

/**
 * A page that is to be: where it stands, which template shows it, and how to make its view. The view is made when the page's
 * turn comes and is dropped after it, so that a large site does not stand in memory.
 */
record PagePlan(SitePath path, String template, Supplier<? extends Record> view) {

    static PagePlan of(String path, String template, Supplier<? extends Record> view) {
        return new PagePlan(new SitePath(path), template, view);
    }

    /** The way from a page to the site's folder: {@code ../../} for {@code cases/a/index.html}. */
    static String root(SitePath path) {
        return "../".repeat((int) path.value().chars().filter(c -> c == '/').count());
    }

    /** The address of a page below the site's own: {@code cases/a/}. */
    static String permalink(SitePath path) {
        String value = path.value();
        return value.endsWith("index.html") ? value.substring(0, value.length() - "index.html".length()) : value;
    }
}
