package org.cunjian.site;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.jbake.app.ContentStore;
import org.jbake.app.Crawler;
import org.jbake.app.Parser;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.template.RenderingException;

/**
 * JBake's crawler over the cases of the knowledge base, and no other file: what {@code content} refused is not read again. A
 * case whose page is kept is not read either. A document is rendered as soon as it is parsed and leaves the store after it,
 * so memory does not grow with the site.
 */
final class CaseCrawler extends Crawler {
    private static final String TYPE = "case";

    private final ContentStore store;
    private final Parser parser;
    private final String template;
    private final CaseMarkdown markdown;
    private final SiteRenderer renderer;
    private final Bake bake;
    private final CaseViews views;
    private final Path siteRoot;

    CaseCrawler(
            ContentStore store,
            JBakeConfiguration config,
            CaseMarkdown markdown,
            SiteRenderer renderer,
            Path siteRoot) {
        super(store, config);
        this.store = store;
        this.parser = new Parser(config);
        this.template = config.getTemplateByDocType(TYPE);
        this.markdown = markdown;
        this.renderer = renderer;
        this.bake = renderer.bake();
        this.views = new CaseViews(bake.catalogue);
        this.siteRoot = siteRoot;
    }

    @Override
    public void crawl() {
        List<Case> cases = bake.catalogue.kb.cases();
        bake.batch(cases.size(), index -> crawl(cases.get(index)));
    }

    /** No data files: the open data have a writer of their own. */
    @Override
    public void crawlDataFiles() {}

    private void crawl(Case c) throws RenderingException {
        SitePath path = new SitePath(Catalogue.casePath(c.id()));
        String key = bake.key(path, template, bake.catalogue.inputs.ofCasePage(c));
        if (bake.keep(path, key)) return;
        View.Case view = views.of(c);
        File file = siteRoot.resolve(c.article().path().value()).toFile();
        markdown.expect(file, bake.catalogue.kb.publishedBody(c), view.body().marks());
        DocumentModel document = parser.processFile(file);
        if (document == null || !DocumentTypes.contains(document.getType())) {
            bake.tell(Diagnostic.error(
                    "site/case-not-read", SourceRange.file(c.article().path().value())));
            return;
        }
        document.setUri(path.value());
        document.setSourceUri(c.article().path().value());
        document.setRootPath(PagePlan.root(path));
        document.put(SiteRenderer.VIEW, view);
        document.put(SiteRenderer.KEY, key);
        store.addDocument(document);
        try {
            renderer.render(document);
        } finally {
            store.deleteContent(document.getSourceuri());
        }
    }
}
