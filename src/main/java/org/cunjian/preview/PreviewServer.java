package org.cunjian.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.DiagnosticRenderer;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Severity;
import org.cunjian.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Shows a site on this computer only: bound to 127.0.0.1, answering to no other name (a page elsewhere that has its own host
 * name point here gets nothing), reading and never writing. Served pages, not the files, carry a script that loads them
 * again after {@link #rebuilt}.
 */
public final class PreviewServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int LAST_PORT = 65_535;
    private static final int PORTS_TO_TRY = 100;
    private static final long STILL_HERE_SECONDS = 15;

    /** While a build swaps the site, its folder is missing for less than a millisecond (longer on a busy Windows). */
    private static final int SWAP_TRIES = 40;

    private static final long SWAP_PAUSE_MILLIS = 25;

    private final HttpServer http;
    private final ExecutorService workers;
    private final ScheduledExecutorService clock;
    private final LiveReload live = new LiveReload((int) (System.currentTimeMillis() >>> 8) & 0x3FFF_FFFF);
    private final Path output;
    private final Messages messages;
    private final SearchApi search;
    private final Set<String> names;
    private volatile String error = "";
    private @Nullable Future<?> ticks;

    private PreviewServer(HttpServer http, Path output, Messages messages, SearchApi search) {
        this.http = http;
        this.output = output.toAbsolutePath().normalize();
        this.messages = messages;
        this.search = search;
        int port = http.getAddress().getPort();
        this.names = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.workers = Executors.newFixedThreadPool(THREADS, PreviewServer::daemon);
        this.clock = Executors.newSingleThreadScheduledExecutor(PreviewServer::daemon);
    }

    /**
     * Starts to answer. Fails with a diagnostic where the port is taken, naming the next free one.
     *
     * @param output the site; it may be missing, and be replaced at any time
     * @param port 0 for any free one
     */
    public static Outcome<PreviewServer> start(Path output, int port, Language language, SearchApi search) {
        SourceRange place = SourceRange.file("127.0.0.1:" + port);
        if (port < 0 || port > LAST_PORT)
            return Outcome.failed(Diagnostic.error("preview/bad-port", place, Integer.toString(port)));
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
        } catch (BindException e) {
            String free = nextFree(port).map(p -> Integer.toString(p)).orElse("0");
            return Outcome.failed(Diagnostic.error("preview/port-in-use", place, Integer.toString(port), free));
        } catch (IOException e) {
            return Outcome.failed(Diagnostic.error("preview/no-server", place, String.valueOf(e.getMessage())));
        }
        PreviewServer server = new PreviewServer(http, output, Messages.in(language), search);
        http.setExecutor(server.workers);
        http.createContext("/", server::answer);
        http.start();
        server.ticks = server.clock.scheduleWithFixedDelay(
                server.live::stillHere, STILL_HERE_SECONDS, STILL_HERE_SECONDS, TimeUnit.SECONDS);
        return Outcome.of(server);
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }

    private static Optional<Integer> nextFree(int port) {
        int last = Math.min(LAST_PORT, Math.max(port, 1023) + PORTS_TO_TRY);
        for (int next = Math.max(port, 1023) + 1; next <= last; next++) {
            try (ServerSocket socket = new ServerSocket(next, 1, loopback())) {
                return Optional.of(socket.getLocalPort());
            } catch (IOException e) {
                // Taken as well: the next one.
            }
        }
        return Optional.empty();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }

    /** Where a browser finds the site: {@code http://127.0.0.1:4040/}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /**
     * Says how a build ended. Open pages load themselves again, or, where there are errors and nothing was published, show
     * them over the site as it was.
     */
    public void rebuilt(boolean isPublished, List<Diagnostic> diagnostics) {
        if (isPublished) {
            error = "";
            live.succeeded();
            return;
        }
        List<Diagnostic> errors =
                diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
        error = new DiagnosticRenderer(messages, false).render(errors.isEmpty() ? diagnostics : errors);
        if (error.isEmpty()) error = messages.text("preview/build-failed");
        live.failed(error);
    }

    int listeners() {
        return live.listeners();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean staysOpen = false;
        try {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            String host = exchange.getRequestHeaders().getFirst("Host");
            String path = exchange.getRequestURI().getRawPath();
            int version =
                    live.version(); // Before the file is read: a swap in between makes the page load itself again.
            if (host == null || !names.contains(host.toLowerCase(Locale.ROOT))) {
                refuse(exchange, 403, "preview/other-host");
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "preview/read-only");
            } else if (path.equals(LiveReload.EVENTS_PATH) && !isHead(exchange)) {
                live.listen(exchange);
                staysOpen = true;
            } else if (path.equals(LiveReload.SCRIPT_PATH)) {
                send(exchange, 200, ContentTypes.SCRIPT, resource("live.js"));
            } else if (path.equals("/api/search")) {
                search(exchange);
            } else {
                file(exchange, path, version);
            }
        } finally {
            if (!staysOpen) exchange.close();
        }
    }

    private void search(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> parameters = RequestPath.parameters(query == null ? "" : query);
        String json;
        try {
            json = search.answer(parameters);
        } catch (SearchApi.BadRequest e) {
            complain(exchange, 400, e);
            return;
        } catch (UncheckedIOException e) {
            complain(exchange, 500, e);
            return;
        }
        send(exchange, 200, ContentTypes.JSON, utf8(json));
    }

    private void complain(HttpExchange exchange, int status, RuntimeException reason) throws IOException {
        String message = String.valueOf(reason.getMessage());
        send(exchange, status, ContentTypes.JSON, utf8("{\"error\":" + Json.string(message) + "}"));
    }

    private void file(HttpExchange exchange, String rawPath, int version) throws IOException {
        Optional<RequestPath> path = RequestPath.parse(rawPath);
        if (path.isEmpty()) {
            notFound(exchange, version);
            return;
        }
        Path file = output;
        for (String name : path.get().names()) file = file.resolve(name);
        awaitSwap(file);
        if (Files.isDirectory(file)) {
            if (!path.get().isFolder()) {
                exchange.getResponseHeaders().set("Location", path.get().asFolder());
                refuse(exchange, 302, "preview/moved");
                return;
            }
            file = file.resolve("index.html");
        } else if (path.get().isFolder()) {
            notFound(exchange, version);
            return;
        }
        byte[] bytes = read(file);
        if (bytes == null) notFound(exchange, version);
        else sendFile(exchange, 200, ContentTypes.of(String.valueOf(file.getFileName())), bytes, version);
    }

    /** Null where there is no such file, or where a link leads out of the site. */
    private byte @Nullable [] read(Path file) throws IOException {
        try {
            if (!file.toRealPath().startsWith(output.toRealPath()) || !Files.isRegularFile(file)) return null;
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void awaitSwap(Path file) {
        for (int i = 0; i < SWAP_TRIES && error.isEmpty() && !Files.exists(file) && !Files.exists(output); i++) {
            try {
                Thread.sleep(SWAP_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void notFound(HttpExchange exchange, int version) throws IOException {
        if (!Files.exists(output) && !error.isEmpty()) {
            sendFile(exchange, 503, ContentTypes.HTML, page(messages.text("preview/build-failed"), error), version);
            return;
        }
        byte[] page = read(output.resolve("404.html"));
        if (page == null) page = page(messages.text("preview/not-found"), "");
        sendFile(exchange, 404, ContentTypes.HTML, page, version);
    }

    private void refuse(HttpExchange exchange, int status, String key) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", utf8(messages.text(key) + "\n"));
    }

    private byte[] page(String title, String text) {
        return utf8(
                "<!DOCTYPE html><html lang=\"" + messages.language().locale().toLanguageTag()
                        + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                        + escape(title) + "</title><body><main><h1>" + escape(title) + "</h1>"
                        + (text.isEmpty() ? "" : "<pre style=\"white-space:pre-wrap\">" + escape(text) + "</pre>")
                        + "<p><a href=\"/\">/</a></p></main></body></html>\n");
    }

    private static String escape(String text) {
        return text.lines()
                .map(line -> line.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                .collect(Collectors.joining("\n"));
    }

    private void sendFile(HttpExchange exchange, int status, String type, byte[] file, int version) throws IOException {
        send(exchange, status, type, type.equals(ContentTypes.HTML) ? LiveReload.withScript(file, version) : file);
    }

    private void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (isHead(exchange)) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = PreviewServer.class.getResourceAsStream(name)) {
            if (in == null) throw new NoSuchFileException(name);
            return in.readAllBytes();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (ticks != null) ticks.cancel(false);
        clock.shutdownNow();
        live.close();
        http.stop(0);
        workers.shutdownNow();
    }
}
