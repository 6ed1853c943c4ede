package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cunjian.content.PracticeEntry;
import org.cunjian.content.Status;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.KnowledgeBaseBuilder;
import org.cunjian.site.SiteBaker;
import org.cunjian.site.StaticServer;
import org.cunjian.webindex.FolderSink;
import org.cunjian.webindex.WebIndexWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page in a browser, from a folder and from a server. */
class SearchPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    private static StaticServer server;
    private static String fromFolder;
    private static String fromServer;

    private Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void bake() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        Path site = folder.resolve("乡 村");
        Files.createDirectories(site);
        List<Case> cases = new ArrayList<>(SearchIndexTest.cases());
        for (int i = 0; i < 30; i++)
            cases.add(CaseFixture.of("more-" + i)
                    .title("网格第" + i + "村")
                    .body("这里也有网格。" + "说说别的。".repeat(i))
                    .date((2010 + i % 13) + "-01-02")
                    .place("河北省", "13")
                    .build());
        for (int i = 0; i < 12; i++)
            cases.add(CaseFixture.of("area-" + i)
                    .title("第" + i + "片推行片長制")
                    .body("第" + i + "片推行“片長制”，一片一长，各管一段。")
                    .practice("片长制")
                    .build());
        KnowledgeBase kb = new KnowledgeBaseBuilder(SearchIndexTest.CONFIG)
                .addCases(cases)
                .addEntries(List.of(entry("片长制", "一片一长", "分片负责", "片区长制", "包片长制", "片长负责制")))
                .build();
        FolderSink sink = new FolderSink(site);
        Path root = folder.resolve("root");
        copyTemplates(root);
        writeContent(root, cases);
        Files.writeString(root.resolve("site-config.properties"), "site.title=测试站\n");
        assertThat(SiteBaker.bake(kb, root, sink, Progress.NONE).diagnostics()).isEmpty();
        SearchIndex.update(folder.resolve("lucene"), kb, Progress.NONE);
        try (SearchIndex index =
                SearchIndex.open(folder.resolve("lucene")).value().orElseThrow()) {
            WebIndexWriter.write(index.postings(kb), kb, sink);
        }
        fromFolder = site.resolve("search/index.html").toUri().toString();
        server = StaticServer.start(site);
        fromServer = server.address("search/index.html");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static PracticeEntry entry(String name, String... aliases) {
        return new PracticeEntry(
                "pianzhang",
                new SitePath("content/practices/pianzhang.md"),
                "0".repeat(64),
                name,
                List.of(aliases),
                null,
                List.of(),
                null,
                List.of(),
                Status.PUBLISHED,
                1,
                "");
    }

    private static void copyTemplates(Path root) throws IOException {
        Path from = Path.of("templates");
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to =
                        root.resolve("templates").resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static void writeContent(Path root, List<Case> cases) throws IOException {
        for (Case c : cases) {
            Path file = root.resolve(c.article().path().value());
            Files.createDirectories(file.getParent());
            String header = "title=" + c.article().metadata().title() + "\ntype=case\nstatus=published\n~~~~~~\n";
            Files.writeString(file, header + c.article().body());
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
        if (server != null) server.close();
    }

    @BeforeEach
    void open() {
        page = browser.newPage();
        page.setDefaultTimeout(15_000);
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
    }

    @AfterEach
    void nothingWentWrong() {
        page.close();
        assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("http://127.0.0.1:"));
    }

    private Locator ask(String address, String query) {
        page.navigate(address + query);
        return done();
    }

    private Locator done() {
        page.waitForSelector("#results[data-state=done], #results[data-state=error]", attached());
        return page.locator("#results [data-id]");
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private List<String> ids() {
        return page.locator("#results [data-type=case]").all().stream()
                .map(l -> l.getAttribute("data-id"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsFromAFolderAndFromAServer(boolean isFolder) {
        String address = isFolder ? fromFolder : fromServer;
        Locator hits = ask(address, "?q=五长制");
        assertThat(hits.first().getAttribute("data-type")).isEqualTo("practice");
        assertThat(ids()).containsExactly("yuecun");
        assertThat(page.locator("[data-id=yuecun] .snippet mark").first().textContent())
                .isEqualTo("五长制");
        assertThat(page.locator("#results").getAttribute("data-total")).isEqualTo("2");
        page.locator("[data-id=yuecun] a").click();
        assertThat(page.locator("h1").first().textContent()).contains("岳村镇");
        assertThat(complaints).isEmpty();
    }

    @Test
    void traditionalTextIsMarkedAsPrinted() {
        ask(fromFolder, "?q=四化联动");
        assertThat(ids()).containsExactly("wangtun");
        assertThat(page.locator("[data-id=wangtun] h3 mark").textContent()).isEqualTo("四化聯動");
        assertThat(page.locator("[data-id=wangtun] .snippet mark").first().textContent())
                .isEqualTo("四化聯動");
    }

    @Test
    void pinyinSaysWhatItWasReadAs() {
        ask(fromFolder, "?q=wuchangzhi");
        assertThat(ids()).containsExactly("yuecun");
        assertThat(page.locator("#search-status").textContent()).contains("按“五长制”查找（拼音）");
        assertThat(page.locator("[data-id=yuecun] .why").textContent()).contains("wuchangzhi → 五长制（拼音）");
    }

    @Test
    void typingNarrowingAndGoingBack() {
        ask(fromFolder, "");
        page.locator("#q").fill("网格");
        page.waitForSelector("#results[data-state=done] [data-id]");
        assertThat(page.url()).contains("q=");
        assertThat(page.locator("#results").getAttribute("data-total")).isEqualTo("32");
        assertThat(ids()).hasSize(10);
        page.locator("#results .more").click();
        page.waitForFunction("document.querySelectorAll('#results [data-type=case]').length === 20");
        page.locator("#search-facets details[data-kind=place] summary").click();
        page.locator("#search-facets details[data-kind=place] label")
                .filter(new Locator.FilterOptions().setHasText("江苏省"))
                .click();
        page.waitForSelector("#results[data-total='1'][data-state=done]");
        assertThat(ids()).containsExactly("wangtun");
        assertThat(page.url()).contains("place=32");
        String address = page.url();
        page.goBack();
        page.waitForSelector("#results[data-total='32'][data-state=done]");
        page.navigate(address);
        done();
        assertThat(ids()).containsExactly("wangtun");
        page.locator("#search-filters button").click();
        page.waitForSelector("#results[data-total='32'][data-state=done]");
        assertThat(complaints).isEmpty();
    }

    /** The address waits for results, but not for long, and each query asked on purpose is a step of its own. */
    @Test
    void theAddressIsWrittenThoughResultsAreLongInComing() {
        ask(fromServer, "");
        List<Route> held = new ArrayList<>();
        page.route("**/search-index/**", held::add);
        page.locator("#q").fill("五长制");
        page.locator("#q").press("Enter");
        page.locator("#q").fill("网格");
        page.locator("#q").press("Enter");
        page.waitForFunction("new URLSearchParams(location.search).get('q') === '网格'");
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("busy");
        page.evaluate("() => { history.back(); }");
        page.waitForFunction("new URLSearchParams(location.search).get('q') === '五长制'");
        assertThat(page.locator("#q").inputValue()).isEqualTo("五长制");
        page.unroute("**/search-index/**");
        held.forEach(Route::resume);
        page.waitForSelector("#results[data-state=done] [data-id=yuecun]");
        assertThat(complaints).isEmpty();
    }

    private List<String> dates() {
        return page.locator("#results [data-type=case] .meta span:first-child").all().stream()
                .map(Locator::textContent)
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .toList();
    }

    private void doneWithOrder(String order) {
        page.waitForFunction(
                "order => document.querySelector('#results').dataset.state === 'done'"
                        + " && document.querySelector('#search-sort').value === order"
                        + " && (document.querySelector('#search-status').textContent.match(/从.到./) || [''])[0]"
                        + " === {new: '从新到旧', old: '从旧到新', '': ''}[order]",
                order);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void behindFewCasesStandOthersThatAreMarked(boolean isFolder) {
        ask(isFolder ? fromFolder : fromServer, "?q=环境整治难保持");
        assertThat(ids()).containsExactly("yuecun", "jianshe");
        assertThat(page.locator("#search-status").textContent()).contains("全部字词都有的案例只有 1 个，其余部分相符");
        assertThat(page.locator("[data-id=jianshe] .why").textContent()).contains("部分相符");
        assertThat(page.locator("[data-id=yuecun]").textContent()).doesNotContain("部分相符");
    }

    /** On a slow line nobody waits for the last result to see the first; none stands above one that is still to come. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resultsStandThereAsTheyCome(boolean isLastLate) {
        ask(fromServer, "");
        List<Route> held = new ArrayList<>();
        page.route("**/search-index/s/**", held::add);
        page.locator("#q").fill("环境整治难保持");
        page.waitForCondition(() -> held.size() == 2);
        Route late = held.remove(isLastLate ? 1 : 0);
        held.forEach(Route::resume);
        if (isLastLate) page.waitForSelector("#results [data-id=yuecun]");
        else page.waitForTimeout(300);
        assertThat(ids()).isEqualTo(isLastLate ? List.of("yuecun") : List.of());
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("busy");
        late.resume();
        done();
        assertThat(ids()).containsExactly("yuecun", "jianshe");
        assertThat(page.locator("#search-status").textContent()).contains("案例 2 个");
        assertThat(complaints).isEmpty();
    }

    /** What few queries need is not loaded by the others; what few need and lack is said by name. */
    @Test
    void scriptsThatFewQueriesNeedComeWithThem() {
        ask(fromServer, "?q=五长制");
        assertThat(requests)
                .noneMatch(url -> url.contains("search-meant")
                        || url.contains("search-quoted")
                        || url.contains("search-arranged"));
        ask(fromServer, "?q=wuchangzhi");
        ask(fromServer, "?q=“五长制”");
        ask(fromServer, "?q=五长制&year=2024");
        assertThat(requests)
                .anyMatch(url -> url.endsWith("assets/search-arranged.js"))
                .anyMatch(url -> url.endsWith("assets/search-meant.js"))
                .anyMatch(url -> url.endsWith("assets/search-quoted.js"));
        page.route("**/assets/search-quoted.js", Route::abort);
        ask(fromServer, "?q=“环境整治”");
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("error");
        assertThat(page.locator("#search-status").textContent()).contains("没有加载成功（assets/search-quoted）");
        complaints.clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void casesAreSortedByDateAndTheAddressSaysSo(boolean isFolder) {
        String address = isFolder ? fromFolder : fromServer;
        ask(address, "?q=网格");
        List<String> best = ids();
        assertThat(page.locator("#results .note").count()).isZero();
        page.getByLabel("案例排序").selectOption("new");
        doneWithOrder("new");
        assertThat(page.url()).contains("sort=new");
        assertThat(ids()).startsWith("yuecun").doesNotContain("wangtun").isNotEqualTo(best);
        assertThat(dates()).hasSize(10).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.locator("#results .note").allTextContents()).contains("其中 1 个没有日期，排在最后。");
        for (int shown = 20; shown <= 40; shown += 10) {
            page.locator("#results section:last-child .more").click();
            page.waitForFunction(
                    "least => document.querySelectorAll('#results [data-type=case]').length === least",
                    Math.min(32, shown));
            done();
        }
        assertThat(dates()).hasSize(31).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids()).endsWith("wangtun");
        page.getByLabel("案例排序").selectOption("old");
        doneWithOrder("old");
        assertThat(dates()).hasSize(10).isSorted().startsWith("2010-01-02");
        page.goBack();
        doneWithOrder("new");
        assertThat(ids()).startsWith("yuecun");
        page.goBack();
        doneWithOrder("");
        assertThat(ids()).isEqualTo(best);
        assertThat(page.url()).doesNotContain("sort");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressWithAnOrderShowsIt(boolean isFolder) {
        ask(isFolder ? fromFolder : fromServer, "?q=网格&place=13&sort=old");
        doneWithOrder("old");
        assertThat(dates()).hasSize(10).isSorted().startsWith("2010-01-02");
        List<String> oldest = ids();
        assertThat(page.locator("#search-filters button").textContent()).contains("河北省");
        page.locator("#search-filters button").click();
        page.waitForSelector("#results[data-total='32'][data-state=done]");
        assertThat(page.url()).contains("sort=old").doesNotContain("place");
        page.goBack();
        page.waitForSelector("#results[data-total='30'][data-state=done]");
        page.reload();
        doneWithOrder("old");
        assertThat(ids()).isEqualTo(oldest);
        ask(isFolder ? fromFolder : fromServer, "?q=“里也有网格”&sort=new");
        doneWithOrder("new");
        assertThat(dates())
                .hasSize(10)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .startsWith("2022-01-02");
        ask(isFolder ? fromFolder : fromServer, "?q=海底捞月球车&sort=new");
        assertThat(page.locator("#search-status").textContent()).isEqualTo("没有找到。");
        ask(isFolder ? fromFolder : fromServer, "?q=网格&sort=constructor");
        doneWithOrder("");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theOrderIsChosenWithKeys() {
        ask(fromFolder, "?q=网格");
        page.locator("#search-sort").focus();
        page.keyboard().press("ArrowDown");
        doneWithOrder("new");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search-sort");
        assertThat(ids()).startsWith("yuecun");
        ask(fromFolder, "?q=四化联动");
        assertThat(page.locator("#search-order").isVisible())
                .as("one case has no order")
                .isFalse();
    }

    @Test
    void lostDaysLeaveTheOrderByRelevance() {
        ask(fromServer, "?q=网格");
        List<String> best = ids();
        page.route("**/search-index/d/**", Route::abort);
        page.locator("#search-sort").selectOption("new");
        page.waitForSelector("#search-status button");
        done();
        assertThat(page.locator("#search-status").textContent()).contains("日期没有加载成功，案例暂按相关度排列");
        assertThat(ids()).isEqualTo(best);
        page.unroute("**/search-index/d/**");
        page.locator("#search-status button").click();
        doneWithOrder("new");
        assertThat(ids()).startsWith("yuecun");
    }

    @Test
    void composingDoesNotSearchHalfAWord() {
        ask(fromFolder, "");
        page.evaluate("""
                () => { const q = document.getElementById('q');
                  q.dispatchEvent(new CompositionEvent('compositionstart'));
                  q.value = "wang'ge"; q.dispatchEvent(new InputEvent('input', {isComposing: true})); }""");
        page.waitForTimeout(400);
        assertThat(page.locator("#results [data-id]").count()).isZero();
        page.evaluate("""
                () => { const q = document.getElementById('q'); q.value = '四化联动';
                  q.dispatchEvent(new CompositionEvent('compositionend')); }""");
        page.waitForSelector("#results[data-state=done] [data-id=wangtun]");
    }

    @Test
    void keysLeadFromTheBoxToTheResults() {
        ask(fromFolder, "?q=五长制");
        page.locator("#q").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate("document.activeElement.closest('[data-id]').dataset.id"))
                .isEqualTo("yuecun");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
                "%3Cscript%3Ewindow.hacked%3D1%3C/script%3E",
                "%2B*%28",
                "%F0%9F%98%80",
                "%27%20OR%201%3D1%20--",
                "%5C",
                "%22",
                "%EF%BF%BD",
                "%E2%80%8B",
                "zzzzqqq"
            })
    void hostileQueriesDoNothing(String query) {
        ask(fromFolder, "?q=" + query);
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("done");
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"片长制, 10 多个案例", "五长制, 1 个案例"})
    void howManyCasesAPracticeHas(String practice, String said) {
        ask(fromFolder, "?q=" + practice);
        assertThat(page.locator("[data-type=practice] .meta span").first().textContent())
                .isEqualTo(said);
    }

    @Test
    void emptyAnswerHelps() {
        ask(fromFolder, "?q=海底捞月球车");
        assertThat(page.locator(".search-help").textContent()).contains("没有找到“海底捞月球车”");
        assertThat(page.locator("#search-browse").isVisible()).isTrue();
    }

    @Test
    void theFirstHitsOfANameTakeOneFile() {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url().replaceFirst(".*/search-index/", "index:")));
        page.route("**/search-index/t/**", Route::abort);
        ask(fromServer, "?q=片长制");
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("error");
        assertThat(ids()).hasSize(10);
        assertThat(page.locator("[data-type=case] .snippet mark").count()).isGreaterThanOrEqualTo(10);
        assertThat(page.locator("#search-status").textContent()).contains("下面只是最相关的几个", "没有加载成功（t/");
        asked.removeIf(name -> !name.startsWith("index:") || name.equals("index:root.js"));
        assertThat(asked.get(0)).startsWith("index:a/");
        assertThat(asked.stream().skip(1)).allMatch(name -> name.matches("index:(anchors\\.js|[tn]/.*)"));
        page.unroute("**/search-index/t/**");
        page.locator("#search-status button").click();
        page.waitForFunction("document.getElementById('results').dataset.state === 'done'");
        assertThat(page.locator("#search-status").textContent()).contains("案例 12 个");
    }

    @Test
    void countsComeAfterTheFirstHitsAndMoveNothing() {
        List<Route> held = new ArrayList<>();
        page.route("**/search-index/t/**", held::add);
        page.setViewportSize(420, 900);
        page.navigate(fromServer + "?q=片长制");
        page.waitForFunction("document.querySelectorAll('#results [data-type=case]').length === 10");
        assertThat(page.locator("#results h2 .number").last().textContent()).isEqualTo("…");
        assertThat(page.locator("#search-status").textContent()).contains("还在数");
        assertThat(page.locator("#results .more").count()).isZero();
        page.locator("#results [data-type=case] h3 a").nth(3).focus();
        String place = "scrollY + document.querySelector('#results [data-type=case]').getBoundingClientRect().top";
        Object before = page.evaluate(place);
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute("**/search-index/t/**");
        held.forEach(Route::resume);
        page.waitForFunction("document.getElementById('results').dataset.state === 'done'");
        assertThat(page.locator("#results h2 .number").last().textContent()).isEqualTo("12");
        assertThat(page.evaluate(place)).isEqualTo(before);
        assertThat(page.locator("#results .more").count()).isOne();
        assertThat(page.evaluate("document.activeElement.textContent").toString())
                .isEqualTo(page.locator("#results [data-type=case] h3 a").nth(3).textContent());
        page.locator("#search-facets details[data-kind=practice] summary").click();
        page.waitForSelector("#search-facets details[data-kind=practice] input");
    }

    @Test
    void aNameTakesSixRequestsAtMost() {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url().replaceFirst(".*/search-index/", "index:")));
        ask(fromServer, "?q=片长制");
        assertThat(ids()).hasSize(10);
        assertThat(page.locator("[data-type=case] .snippet mark").count()).isGreaterThanOrEqualTo(10);
        assertThat(page.locator("[data-type=case] h3 mark").first().textContent())
                .isEqualTo("片長制");
        asked.removeIf(name -> !name.startsWith("index:") || name.equals("index:root.js"));
        assertThat(asked).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void quotedWordsAreTakenLiterally() {
        ask(fromFolder, "?q=“四化联动”");
        assertThat(ids()).containsExactly("wangtun");
        assertThat(page.locator("#search-status").textContent()).contains("一字不差");
        ask(fromFolder, "?q=“联动四化”");
        assertThat(ids()).isEmpty();
        assertThat(page.locator(".search-help").textContent()).contains("去掉引号");
        assertThat(complaints).isEmpty();
    }

    @Test
    void ofManyAliasesThoseStandThereThatWereFound() {
        ask(fromServer, "?q=片长制");
        assertThat(metaOfFirstPractice()).contains("又名：包片长制、一片一长、分片负责 等名称").doesNotContain("片长负责制");
        page.locator("#q").fill("“片长负责制”");
        page.locator("#search-form").evaluate("form => form.requestSubmit()");
        page.waitForFunction("document.getElementById('search-status').textContent.includes('一字不差')");
        assertThat(metaOfFirstPractice()).contains("又名：片长负责制、一片一长、分片负责 等名称");
    }

    private String metaOfFirstPractice() {
        return page.locator("[data-type=practice] .meta").first().textContent();
    }

    @Test
    void aLostSummaryCostsItsResultsOnly() {
        List<String> lost = new ArrayList<>();
        page.route("**/search-index/s/c*", route -> {
            if (lost.isEmpty() || lost.contains(route.request().url())) {
                lost.add(route.request().url());
                route.abort();
            } else route.resume();
        });
        ask(fromServer, "?q=网格 这里");
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("done");
        assertThat(ids()).hasSizeBetween(1, 9);
        assertThat(page.locator("#search-status").textContent()).contains("条没有加载成功");
        page.unroute("**/search-index/s/c*");
        page.locator("#search-status button").click();
        page.waitForFunction("document.querySelectorAll('#results [data-type=case]').length === 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t/**", "anchors.js"})
    void missingBlockIsSaidSo(String block) {
        page.route("**/search-index/" + block, Route::abort);
        ask(fromServer, "?q=五长制");
        assertThat(page.locator("#results").getAttribute("data-state")).isEqualTo("error");
        assertThat(page.locator("#search-status").textContent())
                .contains("没有加载成功（" + block.replaceAll("\\*\\*|\\.js", ""));
        page.unroute("**/search-index/" + block);
        page.locator("#search-status button").click();
        page.waitForSelector("#results[data-state=done] [data-id=yuecun]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutScriptsTheFormLeadsToPagesToBrowse(boolean isFolder) {
        String search = isFolder ? fromFolder : fromServer;
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page still = plain.newPage();
            still.onRequest(request -> requests.add(request.url()));
            still.navigate(search.replace("search/index.html", "index.html"));
            still.locator("form[role=search] input[name=q]").fill("五长制");
            still.locator("form[role=search] button").click();
            still.waitForURL(url -> url.contains("search/index.html?q="));
            assertThat(still.locator(".notice").textContent()).contains("没有脚本也可以");
            assertThat(still.locator("#search").isVisible()).isFalse();
            List<String> ways = still.locator(".notice a, #search-browse a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(ways).hasSizeGreaterThan(6);
            assertThat(still.locator("#search-browse").isVisible()).isTrue();
            for (String title : List.of("做法", "地区", "主题", "年份")) {
                still.locator(".notice a", new Page.LocatorOptions().setHasText(title))
                        .click();
                assertThat(still.locator("h1").textContent()).contains(title);
                assertThat(still.locator("main a[href]").count()).isPositive();
                still.goBack();
            }
        }
    }

    @Test
    void damagedBlockIsSaidSo() {
        page.route("**/search-index/root.js", route -> {
            try {
                String text =
                        Files.readString(folder.resolve("乡 村").resolve(new SitePath("search-index/root.js").value()));
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(text.replace("documents", "documentz")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        ask(fromServer, "?q=五长制");
        assertThat(page.locator("#search-status").textContent()).contains("检索文件已损坏（root）");
    }
}
