package org.cunjian.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.OpenData;
import org.cunjian.site.BakeReport;
import org.cunjian.site.LinkCheck;
import org.cunjian.site.SiteBaker;

/** Everything a build would say, and what a curator should look at, with nothing written. */
public final class SiteCheck {
    /** What was looked at, what there is to say, and what a curator should settle, most valuable first. */
    public record Report(int cases, int practices, List<Diagnostic> diagnostics, List<Doubt> doubts) {
        public Report {
            diagnostics = List.copyOf(diagnostics);
            doubts = List.copyOf(doubts);
        }
    }

    /** Of the search index, which a check does not write, pages load this; whatever else they may name is filtered out. */
    private static final SitePath INDEX_ROOT = new SitePath("search-index/root.js");

    private SiteCheck() {}

    public static Report check(SiteFolder site, Progress progress) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Outcome<SiteContent> loaded = ContentLoader.load(site, progress);
        diagnostics.addAll(loaded.diagnostics());
        if (loaded.value().isEmpty()) return new Report(0, 0, diagnostics, List.of());
        SiteContent content = loaded.value().get();
        CaseStage stage = new CaseStage(content, FactsCache.open(site.facts(), CaseStage.fingerprint(content)));
        Outcome<List<Case>> read = stage.read(progress);
        diagnostics.addAll(read.diagnostics());
        KnowledgeBase kb = stage.assemble(read.value().orElse(List.of()));
        diagnostics.addAll(pages(kb, site, progress));
        return new Report(
                kb.cases().size(), kb.practices().size(), diagnostics, DoubtFinder.find(kb, content.entries()));
    }

    private static List<Diagnostic> pages(KnowledgeBase kb, SiteFolder site, Progress progress) {
        Paths sink = new Paths(ConcurrentHashMap.newKeySet());
        Outcome<BakeReport> baked = SiteBaker.bake(kb, site.root(), sink, progress);
        List<Diagnostic> diagnostics = new ArrayList<>(baked.diagnostics());
        if (baked.value().isEmpty()) return diagnostics;
        BakeReport report = baked.value().get();
        sink.paths().addAll(OpenData.paths());
        sink.paths().add(INDEX_ROOT);
        Set<String> broken = LinkCheck.check(report, sink.paths()).stream()
                .map(d -> d.range().path())
                .collect(Collectors.toSet());
        if (broken.isEmpty()) return diagnostics;
        // To tell what a link is called, its page is made once more.
        BakeReport again = SiteBaker.bake(kb, site.root(), "", report.links(), new Some(broken), progress)
                .value()
                .orElse(report);
        LinkCheck.check(again, sink.paths()).stream()
                .filter(d -> !isIndexFile(d))
                .forEach(diagnostics::add);
        return diagnostics;
    }

    private static boolean isIndexFile(Diagnostic d) {
        return d.args().stream().anyMatch(a -> a.startsWith("search-index/"));
    }

    /** Takes the files named, and has all others already. */
    private record Some(Set<String> names, Map<SitePath, byte[]> files) implements OutputSink {
        Some(Set<String> names) {
            this(names, new ConcurrentHashMap<>());
        }

        @Override
        public boolean keep(SitePath path, String key) {
            return !names.contains(path.value());
        }

        @Override
        public void write(SitePath path, String key, byte[] bytes) {
            if (names.contains(path.value())) files.put(path, bytes);
        }

        @Override
        public Optional<byte[]> written(SitePath path) {
            return Optional.ofNullable(files.get(path));
        }
    }

    /** Takes every file, keeps none. */
    private record Paths(Set<SitePath> paths) implements OutputSink {
        @Override
        public boolean keep(SitePath path, String key) {
            return false;
        }

        @Override
        public void write(SitePath path, String key, byte[] bytes) {
            paths.add(path);
        }
    }
}
