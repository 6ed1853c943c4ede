package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.OpenData;
import org.cunjian.site.BakeReport;
import org.cunjian.site.LinkTable;
import org.cunjian.site.SiteBaker;

/** From the knowledge base to pages and open data, with what the next build needs to keep them. */
final class PageStages {
    private final SiteFolder site;
    private final KnowledgeBase kb;
    private final String dataKey;
    private final OutputSink sink;
    private final Progress progress;
    private final Path linksFile;
    private final DataLines lines;
    private Optional<BakeReport> baked = Optional.empty();
    private List<Diagnostic> diagnostics = List.of();

    /** @param dataKey everything that the open data are made from */
    PageStages(SiteFolder site, KnowledgeBase kb, String dataKey, OutputSink sink, Progress progress) {
        this.site = site;
        this.kb = kb;
        this.dataKey = dataKey;
        this.sink = sink;
        this.progress = progress;
        this.linksFile = site.state().resolve("links.bin");
        this.lines = DataLines.read(site.dataLines());
    }

    /** Ends early where a template fails: {@link #diagnostics()} say why, and {@link #baked()} is empty. */
    void run(StageTable table) {
        Outcome<BakeReport> outcome = table.time(
                "build/stage-pages",
                () -> SiteBaker.bake(kb, site.root(), ProgramVersion.fingerprint(), readLinks(), sink, progress),
                o -> o.value().map(BakeReport::made).orElse(0));
        baked = outcome.value();
        diagnostics = outcome.diagnostics();
        if (baked.isEmpty()) return;
        table.time("build/stage-data", this::writeData, n -> n);
    }

    private int writeData() {
        lines.now(new OpenData(kb, ProgramVersion.fingerprint()).write(sink, dataKey, lines.key(), lines.index()));
        return OpenData.paths().size();
    }

    Optional<BakeReport> baked() {
        return baked;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private LinkTable readLinks() {
        try {
            return Files.isRegularFile(linksFile) ? LinkTable.read(Files.readAllBytes(linksFile)) : LinkTable.EMPTY;
        } catch (IOException e) {
            return LinkTable.EMPTY; // pages are made anew
        }
    }

    /** Once the site is published. */
    void save() {
        try {
            if (baked.isPresent())
                AtomicFile.write(linksFile, baked.get().links().toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(linksFile.toString(), e);
        }
        lines.save(site.dataLines(), dataKey);
    }
}
