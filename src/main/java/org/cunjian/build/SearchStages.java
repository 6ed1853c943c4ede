package org.cunjian.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.index.SearchIndex;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.text.Span;
import org.cunjian.webindex.WebIndexBuild;

/** From the knowledge base to the Lucene index and on to the browser's. */
final class SearchStages {
    private static final Pattern SCRIPT_FORMAT = Pattern.compile("const FORMAT = (\\d+);");

    private final SiteFolder site;
    private final KnowledgeBase kb;
    private final String programKey;
    private final String dataKey;
    private final OutputSink sink;
    private final Progress progress;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /**
     * @param programKey what the browser index is made from besides the articles
     * @param dataKey the same with the articles
     */
    SearchStages(
            SiteFolder site, KnowledgeBase kb, String programKey, String dataKey, OutputSink sink, Progress progress) {
        this.site = site;
        this.kb = kb;
        this.programKey = programKey;
        this.dataKey = dataKey;
        this.sink = sink;
        this.progress = progress;
    }

    /** False where a stage failed as a whole: {@link #diagnostics()} say why. */
    boolean run(StageTable table) {
        return take(table.time(
                                "build/stage-index",
                                () -> SearchIndex.update(site.index(), kb, progress),
                                o -> o.value()
                                        .map(u -> u.added() + u.changed() + u.removed())
                                        .orElse(0)))
                        .isPresent()
                && table.time(
                        "build/stage-webindex",
                        this::writeBrowserIndex,
                        isWritten -> kb.cases().size() + kb.practices().size());
    }

    /** A site keeps the script that it was made with, and that reads files of its own format only. */
    private void checkScript() {
        String path = "templates/assets/search.js";
        try {
            Path script = site.root().resolve(path);
            if (!Files.isRegularFile(script)) return;
            String text = new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
            Matcher format = SCRIPT_FORMAT.matcher(text);
            String now = Integer.toString(WebIndexBuild.FORMAT);
            if (!format.find() || format.group(1).equals(now)) return;
            SourceRange range = SourceRange.of(path, text, new Span(format.start(), format.end()));
            diagnostics.add(Diagnostic.warning("build/old-search-script", range, format.group(1), now));
        } catch (IOException e) {
            return; // said where the file is copied
        }
    }

    private boolean writeBrowserIndex() {
        checkScript();
        WebIndexBuild browserIndex = WebIndexBuild.of(site.webIndexState(), programKey, dataKey, sink);
        if (browserIndex.keep()) return true;
        Optional<SearchIndex> opened = take(SearchIndex.open(site.index()));
        if (opened.isEmpty()) return false;
        try (SearchIndex index = opened.get()) {
            browserIndex.write(index.postings(kb), kb);
        }
        return true;
    }

    private <T> Optional<T> take(Outcome<T> outcome) {
        diagnostics.addAll(outcome.diagnostics());
        return outcome.value();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
