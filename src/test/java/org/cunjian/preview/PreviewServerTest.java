package org.cunjian.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PreviewServerTest {
    @TempDir
    Path temp;

    private Path output;
    private PreviewServer server;

    @BeforeEach
    void start() throws IOException {
        output = Files.createDirectories(temp.resolve("output"));
        write("index.html", "<html><body><h1>首页</h1></BODY></html>");
        write("cases/a/index.html", "<p>甲");
        write("图/鉴 1.txt", "图鉴");
        write("s.js", "var x = '</body>';");
        write(".git/config", "secret");
        Files.writeString(temp.resolve("secret.txt"), "secret");
        server = PreviewServer.start(output, 0, Language.ZH, PreviewServerTest::echo)
                .value()
                .orElseThrow();
    }

    private static String echo(Map<String, String> parameters) {
        if (parameters.containsKey("sort")) throw new SearchApi.BadRequest("不认识的次序“" + parameters.get("sort") + "”");
        return "{\"q\":" + Json.string(parameters.toString()) + "}";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, text/html; charset=utf-8, 首页",
        "/index.html, 200, text/html; charset=utf-8, 首页",
        "/cases/a/, 200, text/html; charset=utf-8, 甲",
        "/cases/a/index.html?q=1, 200, text/html; charset=utf-8, 甲",
        "/s.js, 200, text/javascript; charset=utf-8, var x",
        "/%E5%9B%BE/%E9%89%B4%201.txt, 200, text/plain; charset=utf-8, 图鉴",
        "/none/, 404, text/html; charset=utf-8, 没有这一页",
        "/s.js/, 404, text/html; charset=utf-8, 没有这一页",
        "/cases/, 404, text/html; charset=utf-8, 没有这一页",
    })
    void filesAreServedAsWhatTheyAre(String path, int status, String type, String text) throws IOException {
        Reply reply = get(path);
        assertThat(reply.head()).startsWith("HTTP/1.1 " + status).containsIgnoringCase("content-type: " + type);
        assertThat(reply.body()).contains(text);
    }

    @Test
    void aFolderWithoutItsSlashIsSentToIt() throws IOException {
        assertThat(get("/cases/a").head()).startsWith("HTTP/1.1 302").contains("Location: /cases/a/\r\n");
        assertThat(get("/%E5%9B%BE").head()).contains("Location: /%E5%9B%BE/\r\n");
        assertThat(get("//cases/a").head()).doesNotContain("Location: //");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/cases/..%2f..%2fsecret.txt",
                "/cases/%2e%2e/%2e%2e/secret.txt",
                "/..%5csecret.txt",
                "/..\\secret.txt",
                "/.git/config",
                "/%2egit/config",
                "/%c0%ae%c0%ae/secret.txt",
                "/cases/a/index.html%00.txt",
                "/link.txt",
                "/linked/secret.txt",
                "/C:/secret.txt",
                "/%",
                "/%zz"
            })
    void nothingOutsideTheSiteIsServed(String path) throws IOException {
        Files.createSymbolicLink(output.resolve("link.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(output.resolve("linked"), temp);
        Reply reply = get(path);
        assertThat(reply.head()).containsPattern("HTTP/1.1 40[04]");
        assertThat(reply.body()).doesNotContain("secret");
    }

    @Test
    void theScriptIsInServedPagesOnlyAndOnce() throws IOException {
        String page = get("/").body();
        assertThat(page)
                .containsPattern("首页</h1><script src=\"/api/live.js\" data-version=\"\\d+\" defer></script></BODY>");
        assertThat(get("/cases/a/").body()).contains("<p>甲<script");
        assertThat(get("/s.js").body()).doesNotContain("<script");
        assertThat(output.resolve("index.html")).content().doesNotContain("script");
        assertThat(get("/api/live.js").body()).contains("EventSource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void onlyReadingIsAllowed(String method) throws IOException {
        assertThat(request(method, "/", host()).head())
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD");
    }

    @Test
    void headSaysWhatGetWouldSend() throws IOException {
        Reply get = get("/");
        Reply head = request("HEAD", "/", host());
        assertThat(head.body()).isEmpty();
        assertThat(length(head)).isEqualTo(length(get)).isEqualTo(get.body().getBytes(UTF_8).length);
    }

    private static int length(Reply reply) {
        return Integer.parseInt(reply.head().replaceAll("(?is).*content-length: (\\d+).*", "$1"));
    }

    /** A page on the web may have its own host name point to 127.0.0.1, and then read what it likes. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1.evil.example:PORT", ""})
    void otherHostNamesGetNothing(String host) throws IOException {
        Reply reply = request(
                "GET", "/", host.replace("PORT", Integer.toString(server.uri().getPort())));
        assertThat(reply.head()).containsPattern("HTTP/1.1 40[03]");
        assertThat(reply.body()).doesNotContain("首页");
    }

    @Test
    void localhostIsThisComputer() throws IOException {
        assertThat(request("GET", "/", "LocalHost:" + server.uri().getPort()).head())
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void searchIsAnsweredByTheCaller() throws IOException {
        Reply reply = get("/api/search?q=%E4%BA%94%E9%95%BF%E5%88%B6+1%2B3&place=%FF&q=2&x");
        assertThat(reply.head()).startsWith("HTTP/1.1 200").contains("application/json");
        assertThat(reply.body()).isEqualTo("{\"q\":\"{q=五长制 1+3}\"}");
    }

    @Test
    void aQuestionThatMeansNothingIsSaidSo() throws IOException {
        Reply reply = get("/api/search?q=x&sort=%22newest%22");
        assertThat(reply.head()).startsWith("HTTP/1.1 400").contains("application/json");
        assertThat(reply.body()).isEqualTo("{\"error\":\"不认识的次序“\\\"newest\\\"”\"}");
    }

    @Test
    void aTakenPortIsToldWithAFreeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome<PreviewServer> second =
                    PreviewServer.start(output, taken.getLocalPort(), Language.ZH, parameters -> "");
            assertThat(second.value()).isEmpty();
            Diagnostic told = second.diagnostics().get(0);
            assertThat(told.code()).isEqualTo("preview/port-in-use");
            int free = Integer.parseInt(told.args().get(1));
            assertThat(free).isNotEqualTo(taken.getLocalPort());
            PreviewServer.start(output, free, Language.ZH, parameters -> "")
                    .value()
                    .orElseThrow()
                    .close();
            assertThat(Messages.in(Language.ZH)
                            .text("preview/port-in-use.hint", told.args().toArray()))
                    .isEqualTo("换一个端口：--port " + free);
        }
        assertThat(PreviewServer.start(output, 70_000, Language.ZH, parameters -> "")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("preview/bad-port");
    }

    @Test
    void openPagesLearnOfANewBuildAndOfAFailedOne() throws IOException {
        int version = version(get("/").body());
        try (Socket socket = open()) {
            BufferedReader events = listen(socket);
            assertThat(data(events)).isEqualTo("data: {\"version\":" + version + ",\"error\":\"\"}");
            server.rebuilt(false, List.of(Diagnostic.error("preview/bad-port", SourceRange.file("a\"b.md"), "<7>")));
            assertThat(data(events))
                    .startsWith("data: {\"version\":" + version)
                    .contains("a\\\"b.md: 错误[preview/bad-port] 端口 <7> 不存在\\n");
            assertThat(get("/").body()).contains("首页");
            server.rebuilt(true, List.of());
            assertThat(data(events)).isEqualTo("data: {\"version\":" + (version + 1) + ",\"error\":\"\"}");
            assertThat(version(get("/").body())).isEqualTo(version + 1);
        }
        while (server.listeners() > 0) server.rebuilt(true, List.of());
    }

    @Test
    void manyListenersLeaveRoomForPages() throws IOException {
        Socket[] sockets = new Socket[40];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = open();
            data(listen(sockets[i]));
        }
        assertThat(get("/").head()).startsWith("HTTP/1.1 200");
        for (Socket socket : sockets) socket.close();
    }

    @Test
    void aFailedFirstBuildIsShownAsAPage() throws IOException {
        Path nothing = temp.resolve("nothing");
        try (PreviewServer other = PreviewServer.start(nothing, 0, Language.ZH, parameters -> "")
                .value()
                .orElseThrow()) {
            other.rebuilt(false, List.of(Diagnostic.error("preview/bad-port", SourceRange.file("<b>.md"), "7")));
            PreviewServer before = server;
            server = other;
            Reply reply = get("/");
            server = before;
            assertThat(reply.head()).startsWith("HTTP/1.1 503");
            assertThat(reply.body()).contains("&lt;b>.md: 错误[preview/bad-port]").contains("/api/live.js");
        }
    }

    /** Two renames stand between an old and a new site: a request in that moment waits for it. */
    @Test
    void aRequestDuringASwapWaitsForTheNewSite() throws Exception {
        Path away = temp.resolve("away");
        Files.move(output, away);
        Thread swap = new Thread(() -> {
            try {
                Thread.sleep(100);
                Files.move(away, output);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        swap.start();
        assertThat(get("/").body()).contains("首页");
        swap.join();
    }

    // ---- A client that sends what a browser would not

    private record Reply(String head, String body) {}

    private String host() {
        return "127.0.0.1:" + server.uri().getPort();
    }

    private Reply get(String path) throws IOException {
        return request("GET", path, host());
    }

    private Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
    }

    private Reply request(String method, String path, String host) throws IOException {
        try (Socket socket = open()) {
            String hostLine = host.isEmpty() ? "" : "Host: " + host + "\r\n";
            String request = method + " " + path + " HTTP/1.1\r\n" + hostLine + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Reply(all.substring(0, end + 2), all.substring(end + 4));
        }
    }

    private BufferedReader listen(Socket socket) throws IOException {
        socket.getOutputStream().write(("GET /api/live HTTP/1.1\r\nHost: " + host() + "\r\n\r\n").getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static String data(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data:")) line = events.readLine();
        return String.valueOf(line);
    }

    private static int version(String page) {
        return Integer.parseInt(page.replaceAll("(?s).*data-version=\"(\\d+)\".*", "$1"));
    }
}
