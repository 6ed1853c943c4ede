package org.cunjian.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleParser;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.ingest.IngestReport.Fate;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngesterTest {
    private static final String ARTICLE = """
            山前村：“五长制”管好一条街

            来源：山前日报  时间：2022-12-28 08:21

            山前村把垃圾分类写进村规民约，每月评一次，得分贴在村口，村民都看得到。

            村里又推行路长、街长、巷长、田长、河长“五长制”，一路一街都有人管，三个月后街面上再没有乱堆的柴草。

            相关新闻

            主办单位：山前县融媒体中心
            """;

    private static final String BODY = """
            山前村把垃圾分类写进村规民约，每月评一次，得分贴在村口，村民都看得到。

            村里又推行路长、街长、巷长、田长、河长“五长制”，一路一街都有人管，三个月后街面上再没有乱堆的柴草。
            """;

    @TempDir
    Path folder;

    private Path raw;
    private Path site;

    @BeforeEach
    void makeFolders() throws IOException {
        raw = Files.createDirectories(folder.resolve("原 始 稿 😀"));
        site = Files.createDirectories(folder.resolve("site"));
    }

    private IngestReport ingest() {
        return Ingester.ingest(List.of(raw), site, Rights.FULL, Progress.NONE);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(raw.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(UTF_8));
    }

    private List<Path> cases() throws IOException {
        Path cases = site.resolve("content/cases");
        if (!Files.isDirectory(cases)) return List.of();
        try (Stream<Path> files = Files.list(cases)) {
            return files.sorted().toList();
        }
    }

    private static Article parse(Path file) throws IOException {
        Outcome<Article> outcome = ArticleParser.parse(
                new SitePath("content/cases/" + file.getFileName()), Files.readAllBytes(file), Rights.EXCERPT);
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }

    private static List<String> codes(IngestReport report) {
        return report.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void articleBecomesAContentFile() throws IOException {
        Path file = write("五 长 制.txt", ARTICLE);
        IngestReport report = ingest();
        assertThat(report.count(Fate.WRITTEN)).isEqualTo(1);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(cases()).hasSize(1);
        Article article = parse(cases().get(0));
        assertThat(article.id().value()).matches("2022-shanqiancun-wuzhangzhi-guanhaoyitiao-[0-9a-f]{6}");
        assertThat(article.metadata().title()).isEqualTo("山前村：“五长制”管好一条街");
        assertThat(article.metadata().date()).hasToString("2022-12-28");
        assertThat(article.metadata().source()).isEqualTo("山前日报");
        assertThat(article.rights()).isEqualTo(Rights.FULL);
        assertThat(article.origin()).isNotNull();
        assertThat(article.body()).isEqualTo(BODY);
        assertThat(file).hasContent(ARTICLE);
        assertThat(site.resolve(".cunjian/ingest-report.md")).content().contains("五 长 制.txt", "相关新闻");
    }

    @Test
    void everyEncodingGivesTheSameArticle() throws IOException {
        for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE")) {
            Files.createDirectories(site.resolve("content/cases"));
            for (Path old : cases()) Files.delete(old);
            write(
                    "a.txt",
                    ("UTF-16LE".equals(charset) ? "\uFEFF" + ARTICLE : ARTICLE).getBytes(Charset.forName(charset)));
            ingest();
            assertThat(parse(cases().get(0)).body()).as(charset).isEqualTo(BODY);
        }
    }

    @Test
    void secondRunChangesNothing() throws IOException {
        write("a.txt", ARTICLE);
        ingest();
        byte[] first = Files.readAllBytes(cases().get(0));
        IngestReport again = ingest();
        assertThat(again.count(Fate.UNCHANGED)).isEqualTo(1);
        assertThat(cases()).hasSize(1);
        assertThat(cases().get(0)).hasBinaryContent(first);
    }

    @Test
    void editedFileIsNeverOverwritten() throws IOException {
        write("a.txt", ARTICLE);
        ingest();
        Path moved = site.resolve("content/cases/县/mine.md");
        Files.createDirectories(moved.getParent());
        Files.writeString(
                moved,
                Files.readString(cases().stream()
                                .filter(Files::isRegularFile)
                                .findFirst()
                                .orElseThrow())
                        .replace("管好一条街", "管好整个村"));
        for (Path path : cases()) if (Files.isRegularFile(path)) Files.delete(path);
        byte[] edited = Files.readAllBytes(moved);
        IngestReport report = ingest();
        assertThat(report.count(Fate.KEPT)).isEqualTo(1);
        assertThat(codes(report)).containsExactly("ingest/edited");
        assertThat(moved).hasBinaryContent(edited);
    }

    @Test
    void untouchedFileOfAnOlderVersionIsUpdated() throws IOException {
        write("a.txt", ARTICLE);
        ingest();
        Path file = cases().get(0);
        String text =
                Files.readString(file).replaceFirst("ingest\\.sha256=.*\\n", "").replace("都有人管", "都有人");
        String older = text.replaceFirst("~~~~~~", "ingest.sha256=" + org.cunjian.io.ContentHash.of(text) + "\n~~~~~~");
        Files.writeString(file, older.replace("\n", "\r\n"));
        assertThat(ingest().count(Fate.UPDATED)).isEqualTo(1);
        assertThat(parse(file).body()).isEqualTo(BODY);
    }

    @Test
    void sameArticleTwiceBecomesOneFile() throws IOException {
        write("a.txt", ARTICLE);
        write("b.txt", ARTICLE);
        write("c.txt", ARTICLE.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")));
        IngestReport report = ingest();
        assertThat(report.count(Fate.WRITTEN)).isEqualTo(1);
        assertThat(report.count(Fate.DUPLICATE)).isEqualTo(2);
        assertThat(codes(report)).containsExactly("ingest/same-article", "ingest/same-article");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void badFilesAreRefusedWithARemedyAndTheRestGoesOn() throws IOException {
        write("good.txt", ARTICLE);
        write("empty.txt", "");
        write("blank.txt", " \n\n");
        write("picture.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0});
        write("noise.txt", new byte[] {0, 1, 2, 3, 0, 5, 6, 7, 0, 9});
        write("old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        write("broken.pdf", "%PDF-1.4\nnothing more");
        write("broken.docx", "PK\3\4nothing more");
        write("menu.txt", "首页\n登录\n版权所有 Copyright 2020 某某网\n");
        try (RandomAccessFile large =
                new RandomAccessFile(raw.resolve("large.txt").toFile(), "rw")) {
            large.setLength(200L << 20);
        }
        Files.createSymbolicLink(raw.resolve("loop"), raw);
        IngestReport report = ingest();
        assertThat(report.count(Fate.WRITTEN)).isEqualTo(1);
        assertThat(codes(report))
                .contains(
                        "ingest/empty",
                        "ingest/binary",
                        "ingest/old-word",
                        "ingest/broken-pdf",
                        "ingest/other-zip",
                        "ingest/no-body",
                        "io/too-large",
                        "io/link-loop");
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (Diagnostic d : report.diagnostics()) {
                Object[] args = d.args().toArray();
                assertThat(messages.text(d.code(), args)).doesNotContain("{0}");
                assertThat(messages.find(d.code() + ".hint", args)).isPresent();
            }
            assertThat(report.toMarkdown(messages)).contains("large.txt");
        }
    }

    @Test
    void wrongExtensionIsReadByContent() throws IOException {
        String page = "<html><head><title>山前村：垃圾分类见成效_山前网</title></head><body><h1>山前村：垃圾分类见成效</h1><div><p>"
                + BODY.strip().replace("\n\n", "</p><p>") + "</p></div></body></html>";
        write("page.txt", page);
        IngestReport report = ingest();
        assertThat(codes(report)).containsExactly("ingest/other-kind");
        Article article = parse(cases().get(0));
        assertThat(article.metadata().title()).isEqualTo("山前村：垃圾分类见成效");
        assertThat(article.body()).isEqualTo(BODY);
    }

    @Test
    void readOnlySiteIsTold() throws IOException {
        write("a.txt", ARTICLE);
        Files.writeString(site.resolve("content"), "a file where a folder should be");
        IngestReport report = ingest();
        assertThat(report.count(Fate.REFUSED)).isEqualTo(1);
        assertThat(codes(report)).contains("ingest/cannot-write");
    }

    @Test
    void orderOfInputsAndThreadsDoesNotMatter() throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (int i = 0; i < 40; i++) inputs.add(write("n" + i + ".txt", ARTICLE.replace("三个月", i + "个月")));
        Ingester.ingest(inputs, site, Rights.FULL, Progress.NONE);
        Path other = Files.createDirectories(folder.resolve("other"));
        java.util.Collections.reverse(inputs);
        Ingester.ingest(inputs, other, Rights.FULL, Progress.NONE);
        for (Path file : cases())
            assertThat(other.resolve(site.relativize(file))).hasSameBinaryContentAs(file);
        assertThat(cases()).hasSize(40);
        assertThat(other.resolve(".cunjian/ingest-report.md"))
                .hasSameTextualContentAs(site.resolve(".cunjian/ingest-report.md"));
    }

    @Test
    void nothingToIngestIsTold() {
        assertThat(codes(ingest())).containsExactly("ingest/nothing");
    }

    @Test
    void everyRuleHasASentence() {
        Path zh = Path.of("src/main/resources/org/cunjian/ingest/messages_zh.properties");
        assumeTrue(Files.isReadable(zh));
        for (String name : Boilerplate.names()) {
            assertThat(Messages.in(Language.ZH).find("ingest/rule-" + name))
                    .as(name)
                    .isPresent();
            assertThat(Messages.in(Language.EN).find("ingest/rule-" + name))
                    .as(name)
                    .isPresent();
        }
    }
}
