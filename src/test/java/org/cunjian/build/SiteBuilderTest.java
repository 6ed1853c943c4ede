package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBuilderTest {
    private static final String SITE = """
            -- content/cases/2022-shanwan.md --
            title=山湾村推行“四长制”管护人居环境
            date=2022-05-06
            type=case
            status=published
            source=村鉴编写
            place=湖南省/衡阳市/石鼓区//山湾村
            ~~~~~~
            山湾村探索推行路长、街长、巷长、塘长“四长制”工作模式，垃圾有人管了。全村清理垃圾点12处，村集体收入已到账8万元，预计可达15万元。

            ## 怎么做

            “四长制”由村党支部统一调度。每名塘长看护一口塘。
            -- content/cases/2023-beigang.md --
            title=北港社區“1+2+1”模式
            date=2023-01-02
            type=case
            status=published
            source=村鉴编写
            ~~~~~~
            北港社區探索構建“1+2+1”模式，即1個黨支部、2支隊伍、1個平臺，同時推行“四長制”，路長和街長各管一段。
            -- content/cases/2021-nanpo.md --
            title=南坡村的积分超市
            type=case
            status=published
            ~~~~~~
            南坡村建立“积分超市”，村民参加义务劳动可以兑换日用品。
            """;

    @TempDir
    Path folder;

    private static BuildReport build(SiteFolder site) {
        return SiteBuilder.build(site, Progress.NONE);
    }

    private static List<Diagnostic> errors(BuildReport report) {
        return report.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }

    private String page(String path) {
        return SiteInText.read(folder.resolve("output").resolve(path));
    }

    @Test
    void aSmallSiteIsBakedWhole() {
        BuildReport report = build(SiteInText.write(folder, SITE));
        assertThat(errors(report)).isEmpty();
        assertThat(report.cases()).isEqualTo(3);
        assertThat(report.practices()).isGreaterThanOrEqualTo(2);
        Map<String, String> files = SiteInText.hashes(folder.resolve("output"));
        assertThat(files)
                .containsKeys(
                        "index.html",
                        "cases/2022-shanwan/index.html",
                        "places/430407/index.html",
                        "years/2022/index.html",
                        "search/index.html",
                        "data/index.html",
                        "data/cases.jsonl",
                        "data/practices.csv",
                        "data/datapackage.json",
                        "audit/index.html",
                        "404.html");
        assertThat(page("cases/2022-shanwan/index.html")).contains("四长制").contains("塘长");
        assertThat(page("data/cases.jsonl").lines()).hasSize(3);
    }

    @Test
    void anIncrementalBuildGivesTheBytesOfACleanOne() {
        SiteFolder site = SiteInText.write(folder, SITE);
        build(site);
        SiteInText.put(
                folder,
                "content/cases/2021-nanpo.md",
                "title=南坡村的积分超市\ntype=case\nstatus=published\n~~~~~~\n南坡村建立“积分超市”，也推行“四长制”。\n");
        SiteInText.deleteTree(folder.resolve("content/cases/2023-beigang.md"));
        BuildReport second = build(site);
        assertThat(errors(second)).isEmpty();
        Map<String, String> incremental = SiteInText.hashes(site.output());
        assertThat(incremental).doesNotContainKey("cases/2023-beigang/index.html");
        SiteInText.deleteTree(site.output());
        SiteInText.deleteTree(site.state());
        build(site);
        assertThat(SiteInText.hashes(site.output())).isEqualTo(incremental);
    }

    @Test
    void nothingChangedMeansNothingWritten() {
        SiteFolder site = SiteInText.write(folder, SITE);
        build(site);
        BuildReport again = build(site);
        assertThat(again.published().orElseThrow().isUnchanged()).isTrue();
        assertThat(again.published().orElseThrow().written()).isZero();
    }

    @Test
    void localeAndTimeZoneDoNotMatter(@TempDir Path other) {
        Map<String, String> usual = SiteInText.hashes(built(folder));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(SiteInText.hashes(built(other))).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Path built(Path root) {
        SiteFolder site = SiteInText.write(root, SITE);
        assertThat(errors(build(site))).isEmpty();
        return site.output();
    }

    @Test
    void aBrokenArticleCostsThatArticle() {
        SiteFolder site = SiteInText.write(folder, SITE + """
                -- content/cases/broken.md --
                title=没有分隔线
                type=case
                -- content/cases/sub/2021-nanpo.md --
                title=同一个编号
                type=case
                status=published
                ~~~~~~
                正文在这里。
                """);
        BuildReport report = build(site);
        assertThat(errors(report))
                .extracting(Diagnostic::code)
                .contains("build/duplicate-id")
                .hasSize(2);
        assertThat(report.published()).isPresent();
        assertThat(report.cases()).isEqualTo(3);
    }

    @Test
    void aFailingTemplateLeavesTheOldSiteAsItWas() {
        SiteFolder site = SiteInText.write(folder, SITE);
        build(site);
        Map<String, String> before = SiteInText.hashes(site.output());
        SiteInText.put(folder, "templates/case.ftl", "<#ftl output_format=\"HTML\">${ist.nicht.da}\n");
        BuildReport report = build(site);
        assertThat(report.published()).isEmpty();
        assertThat(errors(report)).isNotEmpty();
        assertThat(SiteInText.hashes(site.output())).isEqualTo(before);
    }

    @Test
    void scriptInAnArticleNeverRuns() {
        SiteFolder site = SiteInText.write(folder, """
                -- content/cases/hostile.md --
                title=<script>alert(1)</script>"{x}" & '村'
                type=case
                status=published
                source=<img src=x onerror=alert(2)>
                ~~~~~~
                <script>alert(3)</script><img src=x onerror=alert(4)> [点](javascript:alert(5)) 推行“<b>四长</b>制”。

                <div onclick="alert(6)">块</div>
                """);
        BuildReport report = build(site);
        assertThat(errors(report)).isEmpty();
        for (String path : SiteInText.hashes(site.output()).keySet())
            if (path.endsWith(".html") || path.endsWith(".xml"))
                assertThat(page(path))
                        .as(path)
                        .doesNotContain("<script>alert")
                        .doesNotContainPattern("<img[^>]*onerror")
                        .doesNotContain("<div onclick")
                        .doesNotContain("href=\"javascript:");
    }

    @Test
    void whatIdentifiesAPersonIsPublishedNowhere() throws IOException {
        SiteFolder site = SiteInText.write(folder, """
                -- content/cases/a.md --
                title=联系方式
                type=case
                status=published
                ~~~~~~
                推行“四长制”，电话13800138000，身份证11010519491231002X，邮箱zhangsan@example.com。
                """);
        build(site);
        try (var files = Files.walk(site.output())) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(SiteInText.read(file))
                        .as(file.toString())
                        .doesNotContain("13800138000")
                        .doesNotContain("19491231002X")
                        .doesNotContain("zhangsan@example");
        }
    }

    @Test
    void excerptsKeepTheBodyToThemselves() throws IOException {
        String secret = "这是只在正文后半部分出现的一句话用来检查摘录";
        SiteFolder site = SiteInText.write(folder, """
                -- content/cases/a.md --
                title=摘录
                type=case
                status=published
                rights=excerpt
                ~~~~~~
                山湾村推行“四长制”，%s。%s。
                """.formatted("村民代表说了很多话，".repeat(30), secret));
        assertThat(errors(build(site))).isEmpty();
        try (var files = Files.walk(site.output())) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(SiteInText.read(file)).as(file.toString()).doesNotContain(secret);
        }
    }

    @Test
    void withoutAConfigurationThereIsNoBuildAndNothingWritten() {
        BuildReport report = build(SiteFolder.of(folder.resolve("leer")));
        assertThat(errors(report)).extracting(Diagnostic::code).containsExactly("config/missing");
        assertThat(folder.resolve("leer")).doesNotExist();
    }

    @Test
    void anEmptySiteBuilds() {
        assertThat(Scaffold.create(folder).diagnostics()).isEmpty();
        BuildReport report = build(SiteFolder.of(folder));
        assertThat(errors(report)).isEmpty();
        assertThat(folder.resolve("output/index.html")).exists();
    }

    @Test
    void aScriptOfAnotherFormatIsToldWithItsRemedy() throws IOException {
        assertThat(Scaffold.create(folder).diagnostics()).isEmpty();
        Path script = folder.resolve("templates/assets/search.js");
        Files.writeString(script, Files.readString(script).replaceFirst("const FORMAT = \\d+;", "const FORMAT = 3;"));
        BuildReport report = build(SiteFolder.of(folder));
        assertThat(report.diagnostics())
                .filteredOn(d -> d.code().equals("build/old-search-script"))
                .singleElement()
                .satisfies(d -> assertThat(d.range().label()).startsWith("templates/assets/search.js:"))
                .satisfies(d -> assertThat(d.args().get(0)).isEqualTo("3"));
        assertThat(folder.resolve("output/index.html")).exists();
    }

    @Test
    void aNewSiteKnowsEverydayWords() throws IOException {
        assertThat(Scaffold.create(folder).diagnostics()).isEmpty();
        assertThat(folder.resolve("content/lexicon/synonyms.tsv"))
                .hasSameBinaryContentAs(Path.of("content", "lexicon", "synonyms.tsv"));
    }

    @Test
    void checkSaysWhatABuildWouldAndWritesNothing() {
        SiteFolder site = SiteInText.write(folder, SITE + """
                -- content/cases/broken.md --
                title=没有分隔线
                """);
        Map<String, String> before = SiteInText.hashes(folder);
        SiteCheck.Report report = SiteCheck.check(site, Progress.NONE);
        assertThat(report.cases()).isEqualTo(3);
        assertThat(report.doubts()).extracting(Doubt::code).contains("build/doubt-no-date", "build/doubt-no-source");
        assertThat(report.diagnostics())
                .filteredOn(d -> d.severity() == Severity.ERROR)
                .hasSize(1);
        assertThat(SiteInText.hashes(folder)).isEqualTo(before);
    }

    @Test
    void aCheckNamesLinksThatLeadNowhere() throws IOException {
        SiteFolder site = SiteInText.write(folder, SITE);
        Path template = folder.resolve("templates/404.ftl");
        Files.writeString(template, Files.readString(template) + "<a href=\"nowhere.html\">无</a>");
        assertThat(SiteCheck.check(site, Progress.NONE).diagnostics())
                .filteredOn(d -> d.code().startsWith("site/"))
                .extracting(d -> d.code() + " " + d.range().path() + " " + d.args())
                .containsExactly("site/link-broken 404.html [nowhere.html]");
    }
}
