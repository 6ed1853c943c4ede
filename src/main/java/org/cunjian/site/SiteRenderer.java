package org.cunjian.site;

import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.cunjian.io.SitePath;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/** JBake's renderer writing into the sink: whole pages, from many threads, and only those that are not kept. */
final class SiteRenderer extends Renderer {
    /** Keys of a document beside JBake's own. */
    static final String VIEW = "cunjian.view";

    static final String KEY = "cunjian.key";

    private final Bake bake;
    private final JBakeConfiguration config;
    private final PageTemplates templates;
    private final ThreadLocal<PageText> text = ThreadLocal.withInitial(PageText::new);

    SiteRenderer(ContentStore store, JBakeConfiguration config, PageTemplates templates, Bake bake) {
        super(store, config, templates);
        this.bake = bake;
        this.config = config;
        this.templates = templates;
    }

    Bake bake() {
        return bake;
    }

    /** Renders a document that the crawler found, with the template of its type. */
    @Override
    public void render(DocumentModel document) throws RenderingException {
        SitePath path = new SitePath(document.getUri());
        TemplateModel model = model(path, Objects.requireNonNull(document.get(VIEW), "view"));
        model.setContent(document);
        String key = Objects.requireNonNull(document.get(KEY), "key").toString();
        bake.write(path, key, html(path, config.getTemplateByDocType(document.getType()), model));
    }

    /** Renders generated pages, those that are not kept. @return how many pages there are */
    int renderAll(List<PagePlan> plans) {
        bake.batch(plans.size(), index -> render(plans.get(index)));
        return plans.size();
    }

    private void render(PagePlan plan) throws RenderingException {
        LongSupplier inputs = plan.inputs();
        Record view = inputs == null ? plan.view().get() : null;
        Object madeFrom = view != null ? view : Objects.requireNonNull(inputs).getAsLong();
        String key = bake.key(plan.path(), plan.template(), madeFrom);
        if (bake.keep(plan.path(), key)) return;
        if (view == null) view = plan.view().get();
        bake.write(plan.path(), key, html(plan.path(), plan.template(), model(plan.path(), view)));
    }

    private TemplateModel model(SitePath path, Object view) {
        String base = bake.site.baseUrl();
        boolean isError = path.value().equals(SinglePages.NOT_FOUND);
        TemplateModel model = new TemplateModel();
        model.put("view", view);
        model.put("root", isError && !base.isEmpty() ? base : PagePlan.root(path));
        model.put("canonical", base.isEmpty() || isError ? "" : base + PagePlan.permalink(path));
        return model;
    }

    private PageText html(SitePath path, String template, TemplateModel model) throws RenderingException {
        PageText html = text.get();
        html.clear();
        try {
            templates.renderDocument(model, template, html);
        } catch (RenderingException e) {
            throw new RenderingException(path.value(), e.getCause());
        }
        return html;
    }
}
