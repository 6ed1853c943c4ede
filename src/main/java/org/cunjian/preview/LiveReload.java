package org.cunjian.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells open pages, over server-sent events, which build is online and what the last one failed of. A page that was served
 * from an older build loads itself again; one that sees an error lays it over what it shows.
 */
final class LiveReload implements AutoCloseable {
    static final String SCRIPT_PATH = "/api/live.js";
    static final String EVENTS_PATH = "/api/live";

    private static final byte[] STILL_HERE = ": \n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY_END = "</body>".getBytes(StandardCharsets.US_ASCII);

    private final Set<HttpExchange> listeners = ConcurrentHashMap.newKeySet();
    private volatile State state;

    /** {@code error} is empty where the last build went well. */
    private record State(int version, String error) {}

    /** @param version the first; another at each start of the program, so that pages of the last run load themselves again */
    LiveReload(int version) {
        this.state = new State(version, "");
    }

    int version() {
        return state.version;
    }

    synchronized void succeeded() {
        state = new State(state.version + 1, "");
        send(event());
    }

    synchronized void failed(String error) {
        state = new State(state.version, error);
        send(event());
    }

    /** Keeps the exchange open; it needs no thread until there is something to say. */
    void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        listeners.add(exchange);
        sendTo(exchange, event());
    }

    /** To be called every few seconds: finds out which pages are gone. */
    void stillHere() {
        send(STILL_HERE);
    }

    int listeners() {
        return listeners.size();
    }

    private byte[] event() {
        State now = state;
        return ("data: {\"version\":" + now.version + ",\"error\":" + Json.string(now.error) + "}\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) {
        for (HttpExchange listener : listeners) sendTo(listener, bytes);
    }

    private void sendTo(HttpExchange listener, byte[] bytes) {
        synchronized (listener) {
            try {
                OutputStream body = listener.getResponseBody();
                body.write(bytes);
                body.flush();
            } catch (IOException e) {
                listeners.remove(listener);
                listener.close();
            }
        }
    }

    /** A page with the script that listens, put before the end of its body; the file on disk stays as it is. */
    static byte[] withScript(byte[] html, int version) {
        byte[] script = ("<script src=\"" + SCRIPT_PATH + "\" data-version=\"" + version + "\" defer></script>")
                .getBytes(StandardCharsets.UTF_8);
        int at = lastBodyEnd(html);
        byte[] page = new byte[html.length + script.length];
        System.arraycopy(html, 0, page, 0, at);
        System.arraycopy(script, 0, page, at, script.length);
        System.arraycopy(html, at, page, at + script.length, html.length - at);
        return page;
    }

    private static int lastBodyEnd(byte[] html) {
        for (int at = html.length - BODY_END.length; at >= 0; at--) {
            int i = 0;
            while (i < BODY_END.length && (html[at + i] | (BODY_END[i] >= 'a' ? 0x20 : 0)) == BODY_END[i]) i++;
            if (i == BODY_END.length) return at;
        }
        return html.length;
    }

    @Override
    public void close() {
        listeners.forEach(HttpExchange::close);
        listeners.clear();
    }
}
