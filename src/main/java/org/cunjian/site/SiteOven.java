package org.cunjian.site;

import java.util.ServiceLoader;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.jbake.app.ContentStore;
import org.jbake.app.Oven;
import org.jbake.app.Utensils;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentTypes;
import org.jbake.render.RenderingTool;
import org.jbake.template.ModelExtractors;
import org.jbake.template.ModelExtractorsDocumentTypeListener;
import org.jbake.template.RenderingException;

/**
 * JBake's oven without its database schema, its change of the JVM's locale and its copying of assets: documents, then every
 * {@link RenderingTool} that the class path offers.
 */
final class SiteOven extends Oven {
    private final Bake bake;

    SiteOven(Utensils utensils, Bake bake) {
        super(utensils);
        this.bake = bake;
    }

    @Override
    public void bake() {
        JBakeConfiguration config = getUtensils().getConfiguration();
        ContentStore store = getUtensils().getContentStore();
        registerTypes(config);
        getUtensils().getCrawler().crawl();
        for (RenderingTool tool : ServiceLoader.load(RenderingTool.class, SiteOven.class.getClassLoader())) {
            try {
                tool.render(getUtensils().getRenderer(), store, config);
            } catch (RenderingException e) {
                bake.tell(Diagnostic.error(
                        "site/tool-failed",
                        SourceRange.file(tool.getClass().getName()),
                        String.valueOf(e.getMessage())));
            }
        }
    }

    /** What {@link Oven#bake()} does in private: JBake's registries are static, so each bake sets them up anew. */
    private static void registerTypes(JBakeConfiguration config) {
        DocumentTypes.resetDocumentTypes();
        ModelExtractors.getInstance().reset();
        DocumentTypes.addListener(new ModelExtractorsDocumentTypeListener());
        for (String type : config.getDocumentTypes()) DocumentTypes.addDocumentType(type);
        DocumentTypes.addDocumentType(config.getDataFileDocType());
    }
}
