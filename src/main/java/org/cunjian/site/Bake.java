package org.cunjian.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.jbake.template.RenderingException;

/** One bake: what it reads, where it writes, what it has written, what went wrong. Thread-safe. */
final class Bake {
    private static final String STAGE = "site/stage-pages";

    final Catalogue catalogue;
    final View.Site site;

    private final OutputSink sink;
    private final Progress progress;
    private final LinkTable previous;
    private final TemplateSet templates;
    private final String stamp;
    private final Set<SitePath> expected = ConcurrentHashMap.newKeySet();
    private final Map<SitePath, LinkTable.PageLinks> written = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger planned = new AtomicInteger();
    private final List<Diagnostic> diagnostics = Collections.synchronizedList(new ArrayList<>());

    Bake(
            Catalogue catalogue,
            View.Site site,
            TemplateSet templates,
            String program,
            LinkTable previous,
            OutputSink sink,
            Progress progress) {
        this.catalogue = catalogue;
        this.site = site;
        this.templates = templates;
        this.previous = previous;
        this.sink = sink;
        this.progress = progress;
        this.stamp = Fingerprint.of(
                program, templates.hash(), site, catalogue.kb.config().toString());
    }

    /** Makes one page or throws; called on many threads. */
    interface Work {
        void make(int index) throws RenderingException;
    }

    /**
     * Makes pages 0 to {@code count}. When one fails, those after it are left out and those before it still made, so that the
     * failure told is the same whatever the threads do.
     */
    void batch(int count, Work work) {
        planned.addAndGet(count);
        AtomicInteger firstFailed = new AtomicInteger(Integer.MAX_VALUE);
        Map<Integer, RenderingException> failures = new ConcurrentHashMap<>();
        Workers.forEach(count, index -> {
            if (index > firstFailed.get()) return;
            try {
                work.make(index);
            } catch (RenderingException e) {
                failures.put(index, e);
                firstFailed.accumulateAndGet(index, Math::min);
            }
            progress.report(STAGE, written.size(), planned.get());
        });
        failures.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .ifPresent(first -> diagnostics.add(TemplateFailure.diagnose(first.getValue(), templates)));
    }

    /**
     * The key of a page: everything that its file is made from.
     *
     * @param madeFrom the page's view, or what stands for it, see {@link PageInputs}
     */
    String key(SitePath path, String template, Object madeFrom) {
        expected.add(path);
        return Fingerprint.of(stamp, path.value(), template, madeFrom);
    }

    /** True where the previous build's file of this key stands, and what it links to is known. */
    boolean keep(SitePath path, String key) {
        LinkTable.PageLinks links = previous.find(path).orElse(null);
        if (links == null || !links.isMadeFrom(key) || !sink.keep(path, key)) return false;
        written.put(path, links);
        return true;
    }

    void write(SitePath path, String key, PageText html) {
        sink.write(path, key, html.toUtf8());
        written.put(path, LinkScanner.scan(path, key, html));
        made.incrementAndGet();
    }

    void tell(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(null);
        return sorted;
    }

    /** The pages planned so far, sorted. */
    SortedSet<SitePath> expected() {
        return new TreeSet<>(expected);
    }

    BakeReport report(SortedSet<SitePath> assets) {
        return new BakeReport(expected, written.keySet(), assets, LinkTable.of(written), sink::written, made.get());
    }
}
