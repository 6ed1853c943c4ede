package org.cunjian.site;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be: where it stands, which template shows it, and how to make its view. The view is made when the page's
 * turn comes and is dropped after it, so that a large site does not stand in memory.
 *
 * @param inputs what the view is made from, in short, see {@link PageInputs}: where it is that of the last build, no view is made.
 *     Null for the few pages whose view is as quickly made as described
 */
record PagePlan(SitePath path, String template, @Nullable LongSupplier inputs, Supplier<? extends Record> view) {

    static PagePlan of(String path, String template, Supplier<? extends Record> view) {
        return new PagePlan(new SitePath(path), template, null, view);
    }

    static PagePlan of(String path, String template, LongSupplier inputs, Supplier<? extends Record> view) {
        return new PagePlan(new SitePath(path), template, inputs, view);
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
