package org.cunjian.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cunjian.build.BuildReport;
import org.cunjian.build.SiteBuilder;
import org.cunjian.build.SiteFolder;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.index.FacetKind;
import org.cunjian.index.SearchIndex;
import org.cunjian.index.SearchJson;
import org.cunjian.index.SearchOrder;
import org.cunjian.index.SearchRequest;
import org.cunjian.preview.PreviewServer;
import org.cunjian.preview.SearchApi;
import org.cunjian.preview.SiteWatcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code cunjian serve}: builds, shows on this computer, builds again when something changes, until the process ends. */
@CommandLine.Command(name = "serve")
final class ServeCommand extends SiteCommand {
    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @CommandLine.Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
    private @Nullable String output;

    @CommandLine.Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "8080")
    private int port = 8080;

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, output);
        if (site == null) return ExitCode.WRONG_USAGE;
        try (Searching searching = new Searching(site, console);
                PreviewServer server = start(console, site, searching)) {
            if (server == null) return ExitCode.CONTENT_ERRORS;
            rebuild(console, site, server, searching);
            console.out()
                    .println(console.messages().text("cli/serving", server.uri().toString()));
            SiteWatcher watcher = SiteWatcher.start(
                    List.of(site.content(), site.templates(), site.config()),
                    () -> rebuild(console, site, server, searching));
            waitForEnd();
            watcher.close();
            return ExitCode.DONE;
        }
    }

    private @Nullable PreviewServer start(Console console, SiteFolder site, Searching searching) {
        Outcome<PreviewServer> started =
                PreviewServer.start(site.output(), port, console.messages().language(), searching::answer);
        console.print(started.diagnostics());
        return started.value().orElse(null);
    }

    private static void rebuild(Console console, SiteFolder site, PreviewServer server, Searching searching) {
        searching.close();
        BuildReport report = SiteBuilder.build(site, Progress.NONE);
        BuildCommand.tell(console, site, report);
        server.rebuilt(report.published().isPresent(), report.diagnostics());
    }

    /** Until Ctrl-C or any other signal ends the process, or the thread is interrupted. */
    private static void waitForEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The index of the last build, opened when it is first asked. */
    private static final class Searching implements AutoCloseable {
        private final SiteFolder site;
        private final Console console;
        private final AtomicReference<@Nullable SearchIndex> open = new AtomicReference<>();

        Searching(SiteFolder site, Console console) {
            this.site = site;
            this.console = console;
        }

        String answer(Map<String, String> parameters) {
            String sort = parameters.getOrDefault("sort", "");
            SearchOrder order = sort.isEmpty()
                    ? SearchOrder.RELEVANCE
                    : SearchOrder.of(sort)
                            .orElseThrow(() ->
                                    new SearchApi.BadRequest(console.messages().text("cli/bad-sort", sort)));
            SearchIndex index = index().orElse(null);
            if (index == null) return "{\"total\":0,\"hits\":[]}";
            String query = parameters.getOrDefault("q", "");
            String asked = parameters.getOrDefault("top", "");
            int top = asked.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(asked)) : SearchRequest.USUAL_TOP;
            Map<FacetKind, List<String>> filters = new java.util.EnumMap<>(FacetKind.class);
            for (FacetKind kind : FacetKind.values()) {
                String value = parameters.getOrDefault(kind.code(), "");
                if (!value.isEmpty()) filters.put(kind, List.of(value));
            }
            return SearchJson.render(
                    index.search(new SearchRequest(
                            query,
                            top,
                            filters,
                            true,
                            order,
                            parameters.getOrDefault("explain", "").equals("1"))),
                    console.messages());
        }

        private synchronized Optional<SearchIndex> index() {
            if (open.get() == null) SearchIndex.open(site.index()).value().ifPresent(open::set);
            return Optional.ofNullable(open.get());
        }

        @Override
        public synchronized void close() {
            SearchIndex index = open.getAndSet(null);
            if (index != null) index.close();
        }
    }
}
