package org.cunjian.site;

import java.util.List;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.render.RenderingTool;

/**
 * Pages that no content file stands for, as JBake's {@link RenderingTool}. Public for {@link java.util.ServiceLoader} only,
 * as are its kinds, which are listed in {@code META-INF/services} in the order in which they run.
 */
public abstract class PageTool implements RenderingTool {

    abstract List<PagePlan> plan(Bake bake);

    @Override
    public int render(Renderer renderer, ContentStore store, JBakeConfiguration config) {
        return renderer instanceof SiteRenderer site ? site.renderAll(plan(site.bake())) : 0;
    }

    /** @throws UnsupportedOperationException always: JBake itself no longer calls it */
    @Override
    @Deprecated
    public int render(
            Renderer renderer,
            ContentStore store,
            java.io.File destination,
            java.io.File templates,
            CompositeConfiguration config) {
        throw new UnsupportedOperationException("deprecated by JBake");
    }
}
