package org.cunjian.build;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.ContentHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.OpenData;
import org.cunjian.site.BakeReport;
import org.cunjian.site.LinkCheck;
import org.cunjian.site.Workers;

/**
 * The order of the stages, written once: read, understand, assemble, index, browser index, pages, open data, verify, publish. A
 * stage that fails as a whole ends the build with the published site as it was; an article that fails costs that article.
 */
public final class SiteBuilder {
    /** So many articles that are new or changed are little work. */
    private static final int FEW_ARTICLES = 100;

    private final SiteFolder site;
    private final Progress progress;
    private final StageTable table = new StageTable();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int understood;
    private int cases;
    private int practices;

    private SiteBuilder(SiteFolder site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    /** Builds and publishes. Reads and writes below the site's folder and the output only. */
    public static BuildReport build(SiteFolder site, Progress progress) {
        SiteBuilder builder = new SiteBuilder(site, progress);
        Optional<Published> published = builder.build();
        return new BuildReport(
                builder.cases,
                builder.practices,
                builder.table.rows(),
                builder.table.total(),
                builder.diagnostics,
                published);
    }

    private Optional<Published> build() {
        ArticleCache articles = ContentLoader.openCache(site);
        Optional<SiteContent> content = take(table.time(
                "build/stage-read", () -> ContentLoader.load(site, progress, articles), SiteBuilder::articles));
        if (content.isEmpty()) return Optional.empty();
        // The lock of the site is held from here: caches and index belong to one build at a time.
        Optional<Publisher> begun = take(Publisher.begin(site.output(), site.state()));
        if (begun.isEmpty()) return Optional.empty();
        try (Publisher publisher = begun.get()) {
            articles.save();
            return publish(content.get(), publisher);
        } catch (UncheckedIOException e) {
            diagnostics.add(WriteFailure.diagnose(e, site.output()));
            return Optional.empty();
        }
    }

    private Optional<Published> publish(SiteContent content, Publisher publisher) {
        KnowledgeBase kb = understand(content);
        Recorder sink = new Recorder(publisher);
        String programKey = programKey(content);
        String dataKey = dataKey(programKey, kb);
        SearchStages search = new SearchStages(site, kb, programKey, dataKey, sink, progress);
        PageStages pages = new PageStages(site, kb, dataKey, sink, progress);
        boolean isFound = understood <= FEW_ARTICLES ? runTogether(search, pages) : search.run(table);
        diagnostics.addAll(search.diagnostics());
        if (!isFound) return Optional.empty();
        if (understood > FEW_ARTICLES) pages.run(table);
        diagnostics.addAll(pages.diagnostics());
        Optional<BakeReport> baked = pages.baked();
        if (baked.isEmpty()) return Optional.empty();
        List<Diagnostic> broken = table.time(
                "build/stage-verify",
                () -> LinkCheck.check(baked.get(), sink.paths()),
                list -> baked.get().written().size());
        broken = new ArrayList<>(broken);
        broken.addAll(publisher.verify(expected(baked.get())));
        if (!broken.isEmpty()) {
            diagnostics.addAll(broken);
            return Optional.empty();
        }
        Optional<Published> published = take(table.time(
                "build/stage-publish",
                publisher::commit,
                o -> o.value().map(p -> p.written() + p.kept()).orElse(0)));
        if (published.isPresent()) pages.save();
        return published;
    }

    /**
     * Stages with little to do wait for single threads of their own, so they run side by side. With much to do
     * each keeps all processors busy, and together they would take more memory than one after the other.
     */
    private boolean runTogether(SearchStages search, PageStages pages) {
        StageTable searchTable = StageTable.beside();
        StageTable pageTable = StageTable.beside();
        FutureTask<Boolean> searching = new FutureTask<>(() -> search.run(searchTable));
        Thread thread = new Thread(searching, "search-stages");
        thread.start();
        try {
            pages.run(pageTable);
        } finally {
            Workers.join(thread);
            table.add(searchTable);
            table.add(pageTable);
        }
        try {
            return searching.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io)
                throw new UncheckedIOException(io.getMessage(), io.getCause());
            throw new IllegalStateException("the search index was not made", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("a thread that has ended does not wait", e);
        }
    }

    private KnowledgeBase understand(SiteContent content) {
        FactsCache cache = FactsCache.open(site.facts(), CaseStage.fingerprint(content));
        CaseStage stage = new CaseStage(content, cache);
        List<Case> read = take(table.time(
                        "build/stage-understand",
                        () -> stage.read(progress),
                        o -> o.value().map(List::size).orElse(0)))
                .orElseThrow();
        understood = cache.added();
        KnowledgeBase kb = table.time(
                "build/stage-assemble",
                () -> {
                    cache.save();
                    return stage.assemble(read);
                },
                k -> k.practices().size());
        cases = kb.cases().size();
        practices = kb.practices().size();
        return kb;
    }

    /** Everything the open data and the browser index are made from. */
    private static String dataKey(String programKey, KnowledgeBase kb) {
        StringBuilder all = new StringBuilder(programKey);
        for (Case c : kb.cases())
            all.append(c.article().path()).append(c.article().sha256());
        return ContentHash.of(all.toString());
    }

    /** What they are made from besides the articles: program, configuration, every entry and word of the lexicon. */
    private static String programKey(SiteContent content) {
        StringBuilder all = new StringBuilder(ProgramVersion.fingerprint());
        all.append(content.config()).append(content.lexicon());
        content.entries().forEach(e -> all.append(e.path()).append(e.sha256()));
        return ContentHash.of(all.toString());
    }

    private static Set<SitePath> expected(BakeReport baked) {
        Set<SitePath> expected = new HashSet<>(baked.expected());
        expected.addAll(baked.assets());
        expected.addAll(OpenData.paths());
        return expected;
    }

    private <T> Optional<T> take(Outcome<T> outcome) {
        diagnostics.addAll(outcome.diagnostics());
        return outcome.value();
    }

    private static long articles(Outcome<SiteContent> outcome) {
        return outcome.value().map(c -> c.articles().size()).orElse(0);
    }

    static String label(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Passes everything on and remembers what the site will hold. */
    private record Recorder(OutputSink to, Set<SitePath> paths) implements OutputSink {
        Recorder(OutputSink to) {
            this(to, ConcurrentHashMap.newKeySet());
        }

        @Override
        public boolean keep(SitePath path, String key) {
            boolean isKept = to.keep(path, key);
            if (isKept) paths.add(path);
            return isKept;
        }

        @Override
        public boolean has(SitePath path, String key) {
            return to.has(path, key);
        }

        @Override
        public Optional<byte[]> published(SitePath path) {
            return to.published(path);
        }

        @Override
        public boolean keepFolder(SitePath folder, Set<SitePath> except) {
            return to.keepFolder(folder, except);
        }

        @Override
        public Optional<Path> previous(SitePath path, String key) {
            return to.previous(path, key);
        }

        @Override
        public Optional<byte[]> written(SitePath path) {
            return to.written(path);
        }

        @Override
        public void write(SitePath path, String key, byte[] bytes) {
            to.write(path, key, bytes);
            paths.add(path);
        }

        @Override
        public void write(SitePath path, String key, Content content) {
            to.write(path, key, content);
            paths.add(path);
        }
    }
}
