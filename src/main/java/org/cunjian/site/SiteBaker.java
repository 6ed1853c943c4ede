package org.cunjian.site;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.cunjian.config.SiteConfig;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.KnowledgeBase;
import org.jbake.app.Asset;
import org.jbake.app.JBakeException;
import org.jbake.app.Utensils;
import org.jbake.app.configuration.ConfigUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.parser.Engines;

/**
 * Turns a knowledge base into the pages of a site with JBake. JBake keeps static registries, so one bake runs at a time in a
 * JVM; a second waits.
 */
public final class SiteBaker {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final String CONFIG_FILE = "site-config.properties";

    /** What JBake would render besides, from a database that we do not have. */
    private static final List<String> JBAKE_PAGES = List.of(
            "render.index",
            "render.feed",
            "render.archive",
            "render.sitemap",
            "render.tags",
            "render.tagsindex",
            "render.error404");

    private SiteBaker() {}

    /** Bakes every page anew, whatever the previous build left. */
    public static Outcome<BakeReport> bake(KnowledgeBase kb, Path siteRoot, OutputSink sink, Progress progress) {
        return bake(kb, siteRoot, "", LinkTable.EMPTY, sink, progress);
    }

    /**
     * Bakes the pages that the previous build did not make from the same input, and keeps the others. A failing template
     * fails the bake as a whole: then the sink's files are not a site, and the diagnostics name template, line and page.
     *
     * @param siteRoot holds {@code content/}, {@code templates/} and {@code site-config.properties}
     * @param program stands for the version of this program; a page of another version is never kept
     * @param previous {@link BakeReport#links()} of the build whose files the sink can keep; {@link LinkTable#EMPTY} without
     */
    public static Outcome<BakeReport> bake(
            KnowledgeBase kb, Path siteRoot, String program, LinkTable previous, OutputSink sink, Progress progress) {
        if (!Files.isDirectory(siteRoot.resolve(TemplateSet.FOLDER)))
            return Outcome.failed(Diagnostic.error("site/no-templates", SourceRange.file(TemplateSet.FOLDER)));
        List<Diagnostic> diagnostics = new ArrayList<>();
        TemplateSet templates = TemplateSet.read(siteRoot, diagnostics);
        if (!diagnostics.isEmpty()) return Outcome.failed(diagnostics);
        Bake bake = new Bake(new Catalogue(kb), site(kb.config()), templates, program, previous, sink, progress);
        ONE_AT_A_TIME.lock();
        try {
            oven(siteRoot.toAbsolutePath(), templates, bake).bake();
        } catch (JBakeException e) {
            return Outcome.failed(
                    Diagnostic.error("site/jbake", SourceRange.file(CONFIG_FILE), String.valueOf(e.getMessage())));
        } finally {
            ONE_AT_A_TIME.unlock();
        }
        if (!bake.diagnostics().isEmpty()) return Outcome.failed(bake.diagnostics());
        copyAssets(templates, sink);
        return Outcome.of(bake.report(new TreeSet<>(templates.assets().keySet())));
    }

    private static SiteOven oven(Path siteRoot, TemplateSet templates, Bake bake) {
        DefaultJBakeConfiguration config = configuration(siteRoot);
        MemoryStore store = new MemoryStore();
        CaseMarkdown markdown = new CaseMarkdown();
        Engines.register("md", markdown);
        SiteRenderer renderer =
                new SiteRenderer(store, config, new PageTemplates(store, config, templates, bake.site), bake);
        Utensils utensils = new Utensils();
        utensils.setConfiguration(config);
        utensils.setContentStore(store);
        utensils.setCrawler(new CaseCrawler(store, config, markdown, renderer, siteRoot));
        utensils.setRenderer(renderer);
        utensils.setAsset(new Asset(config));
        return new SiteOven(utensils, bake);
    }

    private static DefaultJBakeConfiguration configuration(Path siteRoot) {
        File source = siteRoot.toFile();
        DefaultJBakeConfiguration config =
                (DefaultJBakeConfiguration) new ConfigUtil().loadConfig(source, new File(source, CONFIG_FILE));
        Path content = siteRoot.resolve("content");
        config.setContentFolder((Files.isDirectory(content) ? content : siteRoot).toFile());
        config.setTemplateFolder(siteRoot.resolve(TemplateSet.FOLDER).toFile());
        config.setAssetFolder(
                siteRoot.resolve(TemplateSet.FOLDER).resolve("assets").toFile());
        // JBake checks that it could write here, and then does not.
        config.setDestinationFolder(new File(System.getProperty("java.io.tmpdir")));
        config.setTemplateFileNameForDocType("case", "case.ftl");
        config.setDefaultType("case");
        config.setDefaultStatus("published");
        config.setHeaderSeparator("~~~~~~");
        for (String page : JBAKE_PAGES) config.setProperty(page, false);
        return config;
    }

    private static View.Site site(SiteConfig config) {
        SiteConfig.Identity identity = config.identity();
        String accent = config.look().accent();
        return new View.Site(
                identity.title(),
                identity.subtitle(),
                identity.organisation(),
                identity.footer(),
                identity.language(),
                identity.baseUrl().map(URI::toString).orElse(""),
                Accent.onLight(accent),
                Accent.onDark(accent));
    }

    private static void copyAssets(TemplateSet templates, OutputSink sink) {
        for (Map.Entry<SitePath, Path> asset : templates.assets().entrySet()) {
            try {
                byte[] bytes = Files.readAllBytes(asset.getValue());
                boolean isScript = asset.getKey().value().endsWith(".js");
                sink.write(asset.getKey(), isScript ? ScriptComments.strip(bytes) : bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(asset.getValue().toString(), e);
            }
        }
    }
}
