package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Progress;
import org.cunjian.ingest.Ingester;
import org.cunjian.site.StaticServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What officials come for (issue 4), on a site of the five seeds, in a browser: from an unzipped folder opened by double-click, and from a
 * server. Nothing asks another host.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialsTasksTest {
    private static final Path SEEDS = Path.of("..", "shared", "seeds");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private Playwright playwright;
    private Browser browser;
    private StaticServer server;
    private String fromFolder;
    private String fromServer;
    private BrowserContext context;
    private Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void publish() throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "no seeds beside this repository");
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        Path site = folder.resolve("site");
        for (String part : List.of("site-config.properties", "templates", "content/lexicon"))
            copy(Path.of(part), site.resolve(part));
        Ingester.ingest(List.of(SEEDS), site, Rights.FULL, Progress.NONE);
        SiteBuilder.build(SiteFolder.of(site), Progress.NONE);
        Path unzipped = folder.resolve("U 盘 (E)").resolve("村鉴 资料");
        unzip(zip(site.resolve("output")), unzipped);
        fromFolder = unzipped.resolve("search/index.html").toUri().toString();
        server = StaticServer.start(site.resolve("output"));
        fromServer = server.address("search/index.html");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Path zip(Path output) throws IOException {
        Path zip = folder.resolve("site.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(new ZipEntry(output.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
        return zip;
    }

    private static void unzip(Path zip, Path to) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : file.stream().toList()) {
                Path target = to.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(file.getInputStream(entry), target);
            }
        }
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
        if (server != null) server.close();
    }

    @AfterEach
    void noOtherHostIsAskedAndNothingFails() {
        if (context != null) context.close();
        assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("http://127.0.0.1:"));
        assertThat(complaints).isEmpty();
        requests.clear();
    }

    private void ask(boolean isFolder, String query) {
        open((isFolder ? fromFolder : fromServer) + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** In a browser that remembers nothing. */
    private void open(String address) {
        if (context != null) context.close();
        context = browser.newContext();
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(complaints::add);
        page.navigate(address);
        waitForAnswer("");
    }

    private void waitForAnswer(String also) {
        page.waitForSelector(
                "#results[data-state=done]" + also,
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private List<String> titles(String type) {
        return page.locator("#results [data-type=" + type + "] h3").allTextContents();
    }

    private Locator first(String type) {
        return page.locator("#results [data-type=" + type + "]").first();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProblemLeadsToTheTownThatSolvedItAndHow(boolean isFolder) {
        ask(isFolder, "环境整治难保持");
        Locator case1 = first("case");
        case1.locator("h3 a").click();
        assertThat(page.locator("main").textContent()).contains("岳村镇").contains("五长制");
    }

    @ParameterizedTest
    @CsvSource({"true,网格", "true,網格", "true,wangge", "false,网格", "false,網格", "false,wangge"})
    void gridsAreFoundWhereTheyAreHoweverTheyAreTyped(boolean isFolder, String query) throws IOException {
        ask(isFolder, query);
        Set<String> found = new HashSet<>();
        for (Locator hit : page.locator("#results [data-type=case]").all()) found.add(hit.getAttribute("data-id"));
        Set<String> having = new HashSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("site/content/cases"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                if (text.contains("网格") || text.contains("網格"))
                    having.add(file.getFileName().toString().replace(".md", ""));
            }
        }
        assertThat(found).isEqualTo(having).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"true,1+3+1", "true,１＋３＋１", "false,1+3+1", "false,１＋３＋１"})
    void aFormulaIsThatFormula(boolean isFolder, String query) {
        ask(isFolder, query);
        assertThat(titles("case").get(0)).contains("1+3+1");
        assertThat(titles("case")).noneMatch(title -> title.contains("四化"));
        assertThat(titles("practice")).noneMatch(title -> title.contains("1+4"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNameOfSeveralMeaningsAsksWhich(boolean isFolder) {
        ask(isFolder, "五星");
        Locator senses = page.locator("#results .senses");
        assertThat(senses.textContent()).contains("您要找哪一种").contains("支部过硬").contains("治星");
        assertThat(senses.locator("a").count()).isGreaterThanOrEqualTo(2);
        senses.locator("a").first().click();
        assertThat(page.locator("h1").textContent()).contains("五星");
    }

    @ParameterizedTest
    @CsvSource({
        "true,wuzhangzhi,拼音", "true,wuchangzhi,拼音", "true,五掌制,音近", "true,五常制,音近",
        "false,wuzhangzhi,拼音", "false,wuchangzhi,拼音", "false,五掌制,音近", "false,wzz,拼音",
        "true,wu长制,拼音", "true,工长制,字形相近", "false,五长刺,字形相近"
    })
    void slipsOfSoundAndShapeLeadToTheName(boolean isFolder, String query, String how) {
        ask(isFolder, query);
        assertThat(titles("practice").get(0)).isEqualTo("五长制");
        assertThat(first("case").locator(".why").textContent()).contains(query + " → 五长制（" + how + "）");
        assertThat(page.locator("#search-status").textContent()).contains("五长制").contains(how);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNeedComesWithItsEvidence(boolean isFolder) {
        ask(isFolder, "饮水困难");
        assertThat(titles("case")).singleElement().asString().contains("东庄村");
        assertThat(first("case").locator(".snippet mark").first().textContent()).isEqualTo("饮水困难");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNarrowedCanBeSent(boolean isFolder) {
        ask(isFolder, "治理");
        int all = titles("case").size();
        String total = page.locator("#results").getAttribute("data-total");
        page.locator("#search-facets details[data-kind=place] summary").click();
        page.locator("#search-facets details[data-kind=place] label")
                .filter(new Locator.FilterOptions().setHasText("湖南省"))
                .click();
        waitForAnswer(":not([data-total='" + total + "'])");
        List<String> narrowed = titles("case");
        assertThat(narrowed).hasSizeLessThan(all).isNotEmpty();
        open(page.url());
        assertThat(titles("case")).isEqualTo(narrowed);
        assertThat(page.locator("#search-filters").textContent()).contains("湖南省");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasAskedIsRememberedHereUntilItIsErased(boolean isFolder) {
        ask(isFolder, "饮水困难");
        page.locator("#q").press("Enter");
        page.locator("#q").fill("");
        page.waitForSelector("#search-recent");
        assertThat(page.locator("#search-recent li").allTextContents()).containsExactly("饮水困难");
        page.locator("#search-recent a").click();
        page.waitForSelector("#results [data-type=case]");
        page.locator("#q").fill("");
        page.locator("#search-recent button").click();
        assertThat(page.locator("#search-recent").count()).isZero();
        page.reload();
        assertThat(page.locator("#search-recent").count()).isZero();
    }
}
