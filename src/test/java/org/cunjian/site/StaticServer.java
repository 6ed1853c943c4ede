package org.cunjian.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the files of a folder on loopback, for browsers under test. */
public final class StaticServer implements AutoCloseable {
    private final HttpServer http;

    private StaticServer(HttpServer http) {
        this.http = http;
    }

    public static StaticServer start(Path site) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> answer(site, exchange));
        http.start();
        return new StaticServer(http);
    }

    private static void answer(Path site, HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath().substring(1);
        if (asked.isEmpty() || asked.endsWith("/")) asked += "index.html";
        Path file = site.resolve(asked);
        boolean isThere = !asked.contains("..") && Files.isRegularFile(file);
        byte[] bytes = isThere ? Files.readAllBytes(file) : new byte[0];
        String type = asked.endsWith(".js") ? "text/javascript" : asked.endsWith(".css") ? "text/css" : "text/html";
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(isThere ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + path;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
