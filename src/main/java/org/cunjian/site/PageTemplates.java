package org.cunjian.site;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.TimeZone;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/**
 * JBake's template engine with one FreeMarker configuration for the whole bake. JBake's own copies its configuration into a
 * map and looks for the template's file on every page. Templates reach no Java class and no content store.
 */
final class PageTemplates extends DelegatingTemplateEngine {
    private final Configuration freemarker;

    PageTemplates(ContentStore store, JBakeConfiguration config, TemplateSet templates, View.Site site) {
        super(store, config);
        this.freemarker = configuration(templates);
        try {
            freemarker.setSharedVariable("site", site);
            freemarker.setSharedVariable("fixed", new FixedPart());
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Configuration configuration(TemplateSet templates) {
        Configuration freemarker = new Configuration(Configuration.VERSION_2_3_35);
        StringTemplateLoader loader = new StringTemplateLoader();
        templates.sources().forEach((name, source) -> loader.putTemplate(name, source, 0));
        freemarker.setTemplateLoader(loader);
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freemarker.setObjectWrapper(new ViewWrapper());
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setOutputEncoding("UTF-8");
        freemarker.setLocale(Locale.ROOT);
        freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
        freemarker.setNumberFormat("computer");
        freemarker.setLocalizedLookup(false);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return freemarker;
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer) throws RenderingException {
        try {
            freemarker.getTemplate(templateName).process(model, writer);
        } catch (IOException | TemplateException e) {
            throw new RenderingException(e);
        }
    }
}
