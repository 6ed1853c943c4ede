package org.cunjian.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cunjian.content.PracticeEntryParser;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.DiagnosticRenderer;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.OpenData;
import org.cunjian.knowledge.ThemeFinding;
import org.cunjian.text.Span;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SiteBakerTest {
    @TempDir
    Path folder;

    static Case jianshe() {
        return CaseFixture.of("2022-jianshe")
                .title("建设村“五长制”治村")
                .date("2022-12-28")
                .source("红星网")
                .body("""
                        建设村推行路长、街长、巷长、田长、河长“五长制”，年底已到账86万元。

                        ## 经验

                        明年**预计可达139万元**，“五长制”还要再推一步。
                        """)
                .place("湖南省/衡阳市/石鼓区/五一街道/建设村", "430407")
                .themes("zuzhi")
                .practice("五长制", "路长", "街长", "巷长", "田长", "河长")
                .figure("86万元", 860000, "元", "到账", false)
                .figure("139万元", 1390000, "元", "可达", true)
                .build();
    }

    static Case excerpt() {
        return CaseFixture.of("2021-excerpt")
                .title("{“摘录”的<script>alert(1)</script>村}")
                .date("2021-05-06")
                .source("某报")
                .body("外村也学“五长制”，办法相同。这句话不许公开。\n")
                .excerpt()
                .practice("五长制")
                .build();
    }

    @Test
    void everyPageIsThereAndEveryLinkLeadsSomewhere() {
        MemorySink site = SiteFixture.in(folder).cases(jianshe(), excerpt()).bake();
        assertThat(site.bytes().keySet())
                .contains(
                        "index.html",
                        "cases/index.html",
                        "cases/2022-jianshe/index.html",
                        "practices/index.html",
                        "places/index.html",
                        "themes/index.html",
                        "themes/zuzhi/index.html",
                        "years/index.html",
                        "years/2022/index.html",
                        "search/index.html",
                        "data/index.html",
                        "audit/index.html",
                        "404.html",
                        "robots.txt",
                        "assets/style.css");
    }

    @Test
    void aPracticeLeadsToTheSentenceThatSaysIt() {
        MemorySink site = SiteFixture.in(folder).cases(jianshe(), excerpt()).bake();
        String practice = practicePage(site);
        Document page = Jsoup.parse(site.text(practice));
        String link = page.select(".quote a[href*=2022-jianshe]").get(0).attr("href");
        int offset = jianshe().article().body().indexOf("五长制");
        assertThat(link).isEqualTo("../../cases/2022-jianshe/index.html#m-" + offset);
        Document article = Jsoup.parse(site.text("cases/2022-jianshe/index.html"));
        assertThat(article.select("mark#m-" + offset).text()).isEqualTo("五长制");
        assertThat(article.select("strong .figure").text()).isEqualTo("139万元");
        assertThat(article.select("tr.projected .number a").attr("href"))
                .isEqualTo("#" + article.select("strong .figure").attr("id"));
    }

    @Test
    void aPracticeSaysWhyItHasATheme() {
        String body = "支部用“五长制”抓党建，路面干净了。后来又评先进。\n";
        Span sentence = new Span(0, body.indexOf("后来"));
        Span cue = Span.at(body.indexOf("党建"), 2);
        ThemeFinding theme = new ThemeFinding("zuzhi", List.of(new ThemeFinding.Evidence(sentence, cue)));
        CaseFixture told = CaseFixture.of("2020-told")
                .title("支部抓路")
                .body(body)
                .themes(List.of(theme))
                .practice("五长制");
        CaseFixture hidden = CaseFixture.of("2024-hidden")
                .body(body)
                .date("2024-01-01")
                .excerpt()
                .themes(List.of(theme))
                .practice("五长制", "路长");
        MemorySink site = SiteFixture.in(folder).cases(told.build()).bake();
        Document page = Jsoup.parse(site.text(practicePage(site)));
        assertThat(page.select("article > details li").eachText()).containsExactly("组织建设：支部用“五长制”抓党建，路面干净了。（支部抓路）");
        assertThat(page.select("article > details li a").attr("href"))
                .isEqualTo("../../cases/2020-told/index.html#m-" + body.indexOf("五长制"));
        site = SiteFixture.in(folder).cases(hidden.build()).bake();
        assertThat(Jsoup.parse(site.text(practicePage(site))).select("article > details"))
                .isEmpty();
    }

    @Test
    void anArticlePrintedTwiceIsOneCaseWithTwoSources() {
        String body = jianshe().article().body();
        Case reprint = CaseFixture.of("2023-reprint")
                .title("转载：<b>五长</b>治村")
                .date("2023-02-01")
                .source("外地日报")
                .body(body.replace("长", "長"))
                .place("湖南省/衡阳市/石鼓区/五一街道/建设村", "430407")
                .practice("五長制")
                .build();
        MemorySink site = SiteFixture.in(folder).cases(jianshe(), reprint).bake();
        Document original = Jsoup.parse(site.text("cases/2022-jianshe/index.html"));
        var print = original.select("#prints ~ ul li");
        assertThat(print.text()).contains("转载：<b>五长</b>治村", "外地日报", "2023-02-01");
        assertThat(print.select("a").attr("href")).isEqualTo("../../cases/2023-reprint/index.html");
        assertThat(Jsoup.parse(site.text("cases/2023-reprint/index.html"))
                        .select(".notice a")
                        .attr("href"))
                .isEqualTo("../../cases/2022-jianshe/index.html");
        for (String list : List.of("cases/index.html", "index.html", "places/43/index.html", practicePage(site)))
            assertThat(site.text(list)).contains("2022-jianshe").doesNotContain("2023-reprint");
        assertThat(site.bytes()).doesNotContainKey("years/2023/index.html");
    }

    private static String practicePage(MemorySink site) {
        return site.bytes().keySet().stream()
                .filter(path -> path.matches("practices/[^/-][^/]*/index\\.html"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExcerptShowsFactsAndShortQuotesOnly() {
        MemorySink site = SiteFixture.in(folder)
                .config("rights.excerptChars=20")
                .cases(jianshe(), excerpt())
                .bake();
        site.bytes()
                .forEach((path, bytes) ->
                        assertThat(new String(bytes, UTF_8)).as(path).doesNotContain("不许公开"));
        Document page = Jsoup.parse(site.text("cases/2021-excerpt/index.html"));
        assertThat(page.select(".prose")).isEmpty();
        assertThat(page.select("blockquote[id^=m-]").text()).contains("五长制");
    }

    @Test
    void whatATitleHoldsNeverRunsAndNeverBreaksThePage() {
        MemorySink site = SiteFixture.in(folder)
                .config("site.baseUrl=https://example.org/a/")
                .cases(jianshe(), excerpt())
                .bake();
        Document page = Jsoup.parse(site.text("cases/2021-excerpt/index.html"));
        assertThat(page.select("h1").text()).isEqualTo("{“摘录”的<script>alert(1)</script>村}");
        site.bytes()
                .forEach((path, bytes) ->
                        assertThat(new String(bytes, UTF_8)).as(path).doesNotContain("<script>alert"));
        Document feed = Jsoup.parse(site.text("feed.xml"), "", org.jsoup.parser.Parser.xmlParser());
        assertThat(feed.select("entry > title").eachText()).contains("{“摘录”的<script>alert(1)</script>村}");
    }

    @Test
    void aTraditionalArticleKeepsItsScript() {
        Case c = CaseFixture.of("hant")
                .title("趙亮社區的“五化”")
                .body("趙亮社區沒有另起爐灶，而是順著上級的辦法。\n")
                .build();
        Document page = Jsoup.parse(SiteFixture.in(folder).cases(c).bake().text("cases/hant/index.html"));
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("h1").attr("lang")).isEqualTo("zh-Hant");
        assertThat(page.select(".prose").attr("lang")).isEqualTo("zh-Hant");
    }

    @Test
    void eachPageHasOneTitleAndOneHeadingAndWorksFromAFolder() {
        MemorySink site = SiteFixture.in(folder).cases(jianshe(), excerpt()).bake();
        site.bytes().forEach((path, bytes) -> {
            if (!path.endsWith(".html")) return;
            Document page = Jsoup.parse(new String(bytes, UTF_8));
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.title()).as(path).isNotBlank();
            assertThat(page.select("script[type=module], [src^=http], link[href^=http]"))
                    .as(path)
                    .isEmpty();
            for (String href : page.select("a[href]").eachAttr("href"))
                assertThat(href).as(path).doesNotEndWith("/").doesNotStartWith("/");
        });
        assertThat(site.has("feed.xml")).isFalse();
        assertThat(site.has("sitemap.xml")).isFalse();
    }

    @Test
    void anAddressOnTheWebBringsFeedSitemapAndOpenSearch() {
        MemorySink site = SiteFixture.in(folder)
                .config("site.baseUrl=https://example.org/a/")
                .cases(jianshe())
                .bake();
        assertThat(site.text("sitemap.xml")).contains("<loc>https://example.org/a/cases/2022-jianshe/</loc>");
        assertThat(site.text("robots.txt")).contains("Sitemap: https://example.org/a/sitemap.xml");
        assertThat(site.text("opensearch.xml")).contains("https://example.org/a/search/index.html?q={searchTerms}");
        assertThat(site.text("feed.xml")).contains("<updated>2022-12-28T00:00:00Z</updated>");
        assertThat(site.text("cases/2022-jianshe/index.html"))
                .contains("<link rel=\"canonical\" href=\"https://example.org/a/cases/2022-jianshe/\">");
    }

    /** OpenSearch 1.1, draft 6. */
    @Test
    void theOpenSearchDescriptionIsWhatBrowsersRead() throws Exception {
        MemorySink site = SiteFixture.in(folder)
                .config("site.baseUrl=http://10.1.2.3:8080/kb/")
                .config("site.subtitle=镇里的 <案例> & 做法")
                .cases(jianshe())
                .bake();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(site.text("opensearch.xml").getBytes(UTF_8)))
                .getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("OpenSearchDescription");
        assertThat(root.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
        assertThat(root.getElementsByTagName("ShortName").item(0).getTextContent())
                .isEqualTo("测试站")
                .hasSizeLessThanOrEqualTo(16);
        assertThat(root.getElementsByTagName("Description").item(0).getTextContent())
                .isEqualTo("测试站 镇里的 <案例> & 做法")
                .hasSizeLessThanOrEqualTo(1024);
        Element results = (Element) root.getElementsByTagName("Url").item(0);
        assertThat(results.getAttribute("type")).isEqualTo("text/html");
        assertThat(results.getAttribute("template"))
                .isEqualTo("http://10.1.2.3:8080/kb/search/index.html?q={searchTerms}");
        Element self = (Element) root.getElementsByTagName("Url").item(1);
        assertThat(self.getAttribute("template")).isEqualTo("http://10.1.2.3:8080/kb/opensearch.xml");
        assertThat(Jsoup.parse(site.text("cases/2022-jianshe/index.html"))
                        .select("link[rel=search]")
                        .attr("href"))
                .isEqualTo("../../opensearch.xml");
        MemorySink onPaper = SiteFixture.in(folder).cases(jianshe()).bake();
        assertThat(onPaper.has("opensearch.xml")).isFalse();
        assertThat(Jsoup.parse(onPaper.text("cases/2022-jianshe/index.html")).select("link[rel=search]"))
                .isEmpty();
    }

    /** The page that stands for a missing one too: its links must hold at any depth. */
    @Test
    void everyPageLeadsToTheSearch() {
        String base = "https://example.org/a/";
        MemorySink site = SiteFixture.in(folder)
                .config("site.baseUrl=" + base)
                .cases(jianshe())
                .bake();
        List<String> pages = site.bytes().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .toList();
        assertThat(pages).contains("index.html", "404.html", "search/index.html", "places/43/index.html");
        assertThat(pages).allSatisfy(path -> {
            Document page = Jsoup.parse(site.text(path), base + path);
            assertThat(page.select("head > link[rel=search][type=application/opensearchdescription+xml]")
                            .eachAttr("abs:href"))
                    .containsExactly(base + "opensearch.xml");
            assertThat(page.select("form[role=search][method=get]:has(input[name=q])")
                            .eachAttr("abs:action"))
                    .isNotEmpty()
                    .allMatch((base + "search/index.html")::equals);
        });
        assertThat(Jsoup.parse(site.text("search/index.html"), base + "search/index.html")
                        .select("noscript a")
                        .eachAttr("abs:href"))
                .hasSize(4)
                .allMatch(link -> site.has(link.substring(base.length())));
    }

    @Test
    void moreAddressesThanASitemapHoldsGoIntoSeveral() {
        List<PagePlan> plans = new ArrayList<>();
        MachinePages.planSitemap(List.of("a/", "b/", "c/", "d/", "e/"), 2, plans);
        assertThat(plans)
                .extracting(plan -> plan.path().value())
                .containsExactly("sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "zh-TW"})
    void twoBakesAreTheSameBytesWhateverTheLocale(String locale) {
        Locale before = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, byte[]> first =
                SiteFixture.in(folder).cases(jianshe(), excerpt()).bake().bytes();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Map<String, byte[]> second =
                    SiteFixture.in(folder).cases(jianshe(), excerpt()).bake().bytes();
            assertThat(second.keySet()).isEqualTo(first.keySet());
            first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
            assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag(locale));
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anUnchangedSiteIsKeptAndAChangedArticleIsNot() {
        SiteFixture site = SiteFixture.in(folder).cases(jianshe(), excerpt());
        MemorySink first = new MemorySink();
        LinkTable links = LinkTable.read(
                site.bakeInto(first).value().orElseThrow().links().toBytes());
        MemorySink second = new MemorySink(first);
        BakeReport kept = site.bakeInto(second, links).value().orElseThrow();
        assertThat(kept.made()).isZero();
        assertThat(second.bytes().keySet()).isEqualTo(first.bytes().keySet());
        assertThat(LinkCheck.check(kept, OpenData.paths())).isEmpty();

        Case changed = CaseFixture.of("2021-excerpt")
                .title("新题目")
                .date("2021-05-06")
                .body("外村也学“五长制”。\n")
                .practice("五长制")
                .build();
        SiteFixture other = SiteFixture.in(folder).cases(jianshe(), changed);
        MemorySink third = new MemorySink(first);
        BakeReport again = other.bakeInto(third, links).value().orElseThrow();
        assertThat(third.written())
                .contains("cases/2021-excerpt/index.html", "years/2021/index.html")
                .doesNotContain("years/2022/index.html", "404.html");
        MemorySink clean = new MemorySink();
        other.bakeInto(clean);
        clean.bytes()
                .forEach((path, bytes) ->
                        assertThat(third.bytes().get(path)).as(path).isEqualTo(bytes));
        assertThat(LinkCheck.check(again, OpenData.paths())).isEmpty();
    }

    @Test
    void aFailingTemplateFailsTheBakeAndIsNamed() {
        Outcome<BakeReport> outcome = SiteFixture.in(folder)
                .cases(jianshe())
                .template("year.ftl", "<#ftl output_format=\"HTML\">\n<p>${view.nosuch}</p>\n")
                .bakeInto(new MemorySink());
        assertThat(outcome.value()).isEmpty();
        Diagnostic only = outcome.diagnostics().get(0);
        assertThat(only.code()).isEqualTo("site/template-failed");
        assertThat(only.range().label()).isEqualTo("templates/year.ftl:2:6");
        assertThat(only.args().get(0)).isEqualTo("years/2022/index.html");
        assertThat(new DiagnosticRenderer(Messages.in(Language.ZH), false).render(only))
                .contains("years/2022/index.html")
                .contains("${view.source!''}");
    }

    @Test
    void aTemplateThatCannotBeReadOrIsMissingIsNamed() throws Exception {
        SiteFixture site = SiteFixture.in(folder)
                .cases(jianshe())
                .template("theme.ftl", "<#ftl output_format=\"HTML\">\n<#if >\n");
        Files.delete(folder.resolve("templates/years.ftl"));
        assertThat(site.bakeInto(new MemorySink()).diagnostics())
                .extracting(d -> d.code() + " " + d.range().path())
                .contains("site/template-syntax templates/theme.ftl");
        site.template("theme.ftl", SiteFixture.page("<h1>主题</h1>"));
        assertThat(site.bakeInto(new MemorySink()).diagnostics())
                .extracting(d -> d.code() + " " + d.range().path())
                .containsExactly("site/template-missing templates/years.ftl");
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        SiteFixture site = SiteFixture.in(folder)
                .cases(jianshe())
                .template(
                        "404.ftl",
                        SiteFixture.page("<h1>无</h1><a href=\"nowhere.html\">a</a><a href=\"index.html#spot\">b</a>"));
        BakeReport report = site.bakeInto(new MemorySink()).value().orElseThrow();
        assertThat(LinkCheck.check(report, OpenData.paths()))
                .extracting(d -> d.code() + " " + d.range().path() + " " + d.args())
                .containsExactly(
                        "site/fragment-missing 404.html [index.html#spot]", "site/link-broken 404.html [nowhere.html]");
        assertThat(LinkCheck.check(report, List.of()))
                .extracting(Diagnostic::code)
                .contains("site/link-broken");
    }

    @Test
    void manyCasesAreCutIntoPages() {
        Case[] cases = new Case[23];
        for (int i = 0; i < cases.length; i++)
            cases[i] = CaseFixture.of("case-" + i)
                    .title("第" + i + "村")
                    .body("村里推行“积分制”，办法很好，大家都说好。\n")
                    .practice("积分制")
                    .build();
        MemorySink site =
                SiteFixture.in(folder).config("list.perPage=5").cases(cases).bake();
        assertThat(site.has("cases/-/5/index.html")).isTrue();
        assertThat(site.has("cases/-/6/index.html")).isFalse();
        assertThat(Jsoup.parse(site.text("cases/-/3/index.html")).select(".card"))
                .hasSize(5);
        assertThat(Jsoup.parse(site.text("years/undated/index.html"))
                        .select("h1")
                        .text())
                .isEqualTo("日期不详");
        String practice = practicePage(site);
        assertThat(Jsoup.parse(site.text(practice)).select(".evidence")).hasSize(5);
        assertThat(Jsoup.parse(site.text(practice.replace("/index.html", "/2/index.html")))
                        .select(".rows li"))
                .hasSize(18);
    }

    @Test
    void anEmptySiteIsASite() {
        MemorySink site = SiteFixture.in(folder).bake();
        assertThat(site.text("index.html")).contains("还没有案例");
    }

    @Test
    void aMissingTemplateFolderIsSaid() throws Exception {
        SiteFixture site = SiteFixture.in(folder.resolve("a"));
        Path empty = Files.createDirectories(folder.resolve("b"));
        Outcome<BakeReport> outcome = SiteBaker.bake(site.knowledge(), empty, new MemorySink(), Progress.NONE);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("site/no-templates");
    }

    @Test
    void everyMessageIsInBothLanguages() {
        for (String key : List.of(
                "stage-pages",
                "no-templates",
                "template-not-utf8",
                "template-missing",
                "template-syntax",
                "template-failed",
                "page-failed",
                "case-not-read",
                "tool-failed",
                "jbake",
                "page-missing",
                "link-broken",
                "fragment-missing"))
            for (Language language : Language.values())
                assertThat(Messages.in(language).text("site/" + key, "A", "B"))
                        .as(key)
                        .isNotBlank();
    }

    @Test
    void aCaseThatUsesTwoNamesOfAPracticeCountsOnce() {
        Case c = CaseFixture.of("two-names")
                .body("最初叫“三治合一”。后来定名“三治融合”。\n")
                .practice("三治融合")
                .practice("三治合一")
                .build();
        String entry = "title=三治融合\ntype=practice\nstatus=published\naliases=三治合一\n~~~~~~\n自治、法治、德治。\n";
        MemorySink site = SiteFixture.in(folder)
                .cases(c)
                .entries(PracticeEntryParser.parse(new SitePath("content/practices/sanzhi.md"), entry.getBytes(UTF_8))
                        .value()
                        .orElseThrow())
                .bake();
        Document page = Jsoup.parse(site.text("practices/sanzhi/index.html"));
        assertThat(page.select(".evidence")).hasSize(1);
        assertThat(page.select(".quote mark").eachText()).containsExactly("三治合一", "三治融合");
        assertThat(page.select(".definition").text()).isEqualTo("自治、法治、德治。");
        assertThat(Jsoup.parse(site.text("practices/index.html"))
                        .select(".practice-card .meta")
                        .text())
                .contains("1 个案例");
    }
}
