package org.cunjian.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
    private static final String STYLES = """
            <w:styles><w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
            <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="x"><w:name w:val="自定"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>""";

    private static final String NUMBERING = """
            <w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>""";

    private static String p(String properties, String... runs) {
        StringBuilder text =
                new StringBuilder("<w:p>" + (properties.isEmpty() ? "" : "<w:pPr>" + properties + "</w:pPr>"));
        for (String run : runs)
            text.append("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">")
                    .append(run)
                    .append("</w:t></w:r>");
        return text.append("</w:p>").toString();
    }

    private static String numbered(int list, int level, String text) {
        return p("<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", text);
    }

    private static byte[] docx(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        String document = "<?xml version=\"1.0\"?><w:document><w:body>" + body + "</w:body></w:document>";
        return docx(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                document,
                "word/styles.xml",
                STYLES,
                "word/numbering.xml",
                NUMBERING));
    }

    private static CleanArticle read(byte[] bytes) throws UnreadableException {
        return CleanArticle.of(RawArticleReader.read("a.docx", "a.docx", bytes).draft(), "a");
    }

    @Test
    void wholeDocumentIsRead() throws IOException, UnreadableException {
        String body = p("<w:pStyle w:val=\"a3\"/>", "桥头村的“微心愿”墙")
                + p("", "来源：桥头日报  2023年4月1日")
                + p("", "　　桥头村在祠堂外墙上留出一块木板，", "谁家有小难处就写一张纸条贴上去。")
                + p("<w:pStyle w:val=\"1\"/>", "怎么贴")
                + numbered(1, 0, "党员看到就领走一张")
                + numbered(1, 1, "七天之内回话")
                + numbered(1, 0, "没人领的由书记领")
                + numbered(2, 0, "木板朝南")
                + numbered(2, 0, "纸条两色")
                + "<w:p><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del><w:r><w:t>留下的话，说的是一年下来的账。</w:t></w:r></w:p>"
                + "<w:sdt><w:sdtContent>" + p("", "控件里的话，也要读到，也不能丢。") + "</w:sdtContent></w:sdt>"
                + "<w:tbl><w:tr><w:tc>" + p("", "月份") + "</w:tc><w:tc>" + p("", "领走") + "</w:tc></w:tr><w:tr><w:tc>"
                + p("", "一月")
                + "</w:tc><w:tc>" + p("", "1|2") + "</w:tc></w:tr></w:tbl>";
        CleanArticle article = read(docx(body));
        assertThat(article.metadata().title()).isEqualTo("桥头村的“微心愿”墙");
        assertThat(article.metadata().date()).hasToString("2023-04-01");
        assertThat(article.metadata().source()).isEqualTo("桥头日报");
        assertThat(article.body()).isEqualTo("""
                桥头村在祠堂外墙上留出一块木板，谁家有小难处就写一张纸条贴上去。

                ## 怎么贴

                一、党员看到就领走一张

                1. 七天之内回话

                二、没人领的由书记领

                - 木板朝南
                - 纸条两色

                留下的话，说的是一年下来的账。

                控件里的话，也要读到，也不能丢。

                | 月份 | 领走 |
                | --- | --- |
                | 一月 | 1\\|2 |
                """);
    }

    @Test
    void bombIsRefusedByItsSize() throws IOException {
        String huge = "<w:document><w:body>" + p("", "村".repeat(20_000_000)) + "</w:body></w:document>";
        byte[] bomb = docx(Map.of("word/document.xml", huge));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("ingest/docx-bomb");
    }

    @Test
    void tooManyEntriesAreRefusedByTheirNumber() throws IOException {
        Map<String, String> files = new java.util.LinkedHashMap<>();
        for (int i = 0; i <= DocxReader.MOST_ENTRIES; i++) files.put("word/media/" + i, "");
        files.put("word/document.xml", "<w:document><w:body>" + p("", "村里的事。") + "</w:body></w:document>");
        byte[] bytes = docx(files);
        assertThatThrownBy(() -> DocxReader.read(bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("ingest/docx-entries")
                .satisfies(e -> assertThat(((UnreadableException) e).args())
                        .contains(Integer.toString(DocxReader.MOST_ENTRIES)));
    }

    @Test
    void limitsAreNamedInTheMessage() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (String code :
                    List.of("ingest/docx-bomb", "ingest/docx-entries", "ingest/pdf-pages", "ingest/pdf-chars"))
                assertThat(messages.text(code, "48 MB", "48 MB")).as(code).contains("48 MB");
        }
    }

    @Test
    void otherArchivesAreNoDocuments() throws IOException {
        byte[] sheet = docx(Map.of("xl/workbook.xml", "<workbook/>"));
        assertThatThrownBy(() -> read(sheet)).hasMessageContaining("ingest/other-zip");
    }

    @Test
    void anyPartOfADocumentIsReadOrRefused() throws IOException {
        byte[] bytes = docx(p("", "桥头村在祠堂外墙上留出一块木板，谁家有小难处就写一张纸条贴上去。"));
        for (int i = 1; i < bytes.length; i += 7) {
            for (byte[] part : new byte[][] {Arrays.copyOf(bytes, i), Arrays.copyOfRange(bytes, i, bytes.length)}) {
                try {
                    read(part);
                } catch (UnreadableException e) {
                    assertThat(e.code()).startsWith("ingest/");
                }
            }
        }
    }

    @Test
    void deepNestingIsRead() throws IOException, UnreadableException {
        String deep = "<w:sdt>".repeat(20_000) + p("", "深处有一句话，说的是村里的事。") + "</w:sdt>".repeat(20_000);
        try {
            read(docx(deep));
        } catch (UnreadableException e) {
            assertThat(e.code()).startsWith("ingest/");
        }
    }
}
