package org.cunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cunjian.build.SiteInText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program and a real browser, from raw article to search result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {
    private static final Path SHARED = Path.of("..", "shared");
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @TempDir
    static Path folder;

    private ProgramUnderTest program;
    private Path sample;

    @BeforeAll
    void buildTheShippedSite() throws Exception {
        program = ProgramUnderTest.packaged();
        sample = folder.resolve("样例 site");
        for (String part : List.of("content", "templates", "site-config.properties"))
            copyTree(Path.of(part), sample.resolve(part));
        ProgramUnderTest.Ran built = program.run("build", "--site", sample.toString());
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.err()).contains("已发布").doesNotContain("警告[");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void aReaderWalksFromHomeToEvidenceFromAFolder() {
        try (Playwright playwright = Playwright.create();
                Browser browser = launch(playwright)) {
            walk(browser, sample.resolve("output").toUri().toString().replaceFirst("/$", "") + "/index.html");
        }
    }

    @Test
    void aReaderWalksFromHomeToEvidenceFromAServer() throws Exception {
        try (Playwright playwright = Playwright.create();
                Browser browser = launch(playwright)) {
            withServer(address -> walk(browser, address + "index.html"));
        }
    }

    @Test
    void theServerSortsAndExplains() throws Exception {
        withServer(address -> {
            String asked = address + "api/search?q=%E7%A7%AF%E5%88%86%E5%88%B6";
            assertThat(get(asked)).contains("\"sort\":\"relevance\"").doesNotContain("\"explain\"");
            String explained = get(asked + "&sort=new&explain=1");
            assertThat(explained)
                    .contains("\"sort\":\"new\"", "\"explain\":[{\"field\":\"name\",\"text\":\"积分制\",\"score\":");
            Matcher dates = Pattern.compile("\"date\":\"([0-9-]+)\"").matcher(explained);
            List<String> found = dates.results().map(date -> date.group(1)).toList();
            assertThat(found).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        });
    }

    private static String get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What is done with the address of a server. */
    private interface Visit {
        void to(String address) throws Exception;
    }

    private void withServer(Visit visit) throws Exception {
        Process server = program.command("serve", "--site", sample.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher url = Pattern.compile("http://[0-9.:]+/").matcher(out.readLine());
            assertThat(url.find()).isTrue();
            visit.to(url.group());
        } finally {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Browser launch(Playwright playwright) {
        Path chromium =
                BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "needs Chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Home → practice → case → evidence → place → search → result; nothing is asked of another host, nothing fails. */
    private static void walk(Browser browser, String home) {
        String base = home.substring(0, home.length() - "index.html".length());
        List<String> outside = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onRequest(r -> {
                if (!r.url().startsWith(base) && !r.url().startsWith("data:")) outside.add(r.url());
            });
            page.onPageError(faults::add);
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) faults.add(m.text());
            });
            page.navigate(home);
            assertThat(page.title()).contains("村鉴");
            page.locator("main a[href*='practices/']").first().click();
            page.waitForURL(u -> u.contains("/practices/"));
            // A practice's page leads to the very spot of the text that names it.
            page.navigate(base + "practices/index.html");
            page.locator("main a", new Page.LocatorOptions().setHasText("五长制"))
                    .first()
                    .click();
            assertThat(page.locator("h1").textContent()).contains("五长制");
            assertThat(page.locator("main").textContent()).contains("路长").contains("河长");
            Locator evidence = page.locator("main a[href*='cases/'][href*='#']").first();
            evidence.click();
            page.waitForURL(u -> u.contains("/cases/") && u.contains("#"));
            String spot = page.url().substring(page.url().indexOf('#') + 1);
            assertThat(page.locator("[id='" + spot + "']").textContent()).contains("五长制");
            page.locator("main a[href*='places/']").first().click();
            page.waitForURL(u -> u.contains("/places/"));
            assertThat(page.locator("main a[href*='cases/']").count()).isPositive();

            for (String query : List.of("五长制", "五長制", "wuzhangzhi", "１＋３＋１")) {
                search(page, base, query);
                Locator first = page.locator("[data-type='practice']").first();
                assertThat(first.textContent()).as(query).contains(query.startsWith("１") ? "1+3+1" : "五长制");
            }
            search(page, base, "饮水困难");
            page.locator("[data-type='case'] a").first().click();
            page.waitForURL(u -> u.contains("/cases/"));
            assertThat(page.locator("main").textContent()).contains("东庄村");
            page.goBack();
            page.waitForSelector("[data-state='done']");
            assertThat(page.locator("[data-type='case']").count()).isPositive();

            for (String hostile : List.of("<img src=x onerror=alert(1)>", "+*(", " ", "😀", "\u200b", "村".repeat(2000)))
                search(page, base, hostile);
        }
        assertThat(outside).as("requests to other hosts").isEmpty();
        assertThat(faults).as("errors of the browser").isEmpty();
    }

    private static void search(Page page, String base, String query) {
        page.navigate(base + "search/index.html?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        page.waitForSelector(
                "[data-state='done']",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    @Test
    void theProgramRunsOnJava25() throws Exception {
        ProgramUnderTest newer = ProgramUnderTest.onJava(25).orElse(null);
        assumeTrue(newer != null, "needs a JDK 25");
        Path site = folder.resolve("java25");
        for (String part : List.of("content", "templates", "site-config.properties"))
            copyTree(sample.resolve(part), site.resolve(part));
        ProgramUnderTest.Ran built = newer.run("build", "--site", site.toString());
        assertThat(built.code()).as(built.err()).isZero();
        Map<String, String> pages = SiteInText.hashes(site.resolve("output"));
        assertThat(pages).isEqualTo(SiteInText.hashes(sample.resolve("output")));
    }

    @Test
    void seedsBecomeASiteThatScoresWell() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("seeds")), "needs ../shared");
        Path site = folder.resolve("T");
        assertThat(program.run("new", site.toString()).code()).isZero();
        ProgramUnderTest.Ran ingested =
                program.run("ingest", SHARED.resolve("seeds").toString(), "--site", site.toString());
        assertThat(ingested.code()).as(ingested.err()).isZero();
        Path output = folder.resolve("O");
        ProgramUnderTest.Ran built = program.run("build", "--site", site.toString(), "--output", output.toString());
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(Files.readAllLines(output.resolve("data/cases.jsonl"))).hasSize(5);
        Map<String, String> first = SiteInText.hashes(output);
        SiteInText.deleteTree(output);
        SiteInText.deleteTree(site.resolve(".cunjian"));
        program.run("build", "--site", site.toString(), "--output", output.toString());
        assertThat(SiteInText.hashes(output)).isEqualTo(first);

        Path gold = Files.createDirectories(folder.resolve("G"));
        for (int n = 0; n < 5; n++)
            Files.copy(SHARED.resolve("eval/gold/00" + n + ".json"), gold.resolve("00" + n + ".json"));
        String table = score(gold, output.resolve("data/cases.jsonl"));
        System.out.println(table);
        assertThat(figure(table, "practice_precision")).isGreaterThanOrEqualTo(0.85);
        assertThat(figure(table, "practice_recall")).isGreaterThanOrEqualTo(0.60);
    }

    private static String score(Path gold, Path cases) throws Exception {
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3",
                            SHARED.resolve("eval/score.py").toString(),
                            "--gold",
                            gold.toString(),
                            "--cases",
                            cases.toString(),
                            "--show")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "needs python3");
            throw e;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        return said;
    }

    private static double figure(String table, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + ": ([0-9.]+)").matcher(table);
        assertThat(found.find()).as(table).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
