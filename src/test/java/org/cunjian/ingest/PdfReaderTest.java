package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReaderTest {
    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/truetype/arphic/uming.ttc"),
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));

    private static final String PARAGRAPH =
            "Qiaotou village keeps a board on the wall of its hall. Whoever has a small trouble pins a note to it, and a member of the party takes the note home and sees to it within seven days, as the rule on the board says. ";

    private static CleanArticle read(byte[] bytes) throws UnreadableException {
        return CleanArticle.of(RawArticleReader.read("a.pdf", "a.pdf", bytes).draft(), "a");
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    /** Sets {@code paragraphs} on pages of twenty lines with a running head and a page number. */
    private static PDDocument set(String title, List<List<String>> paragraphs, PDDocument document, PDFont font)
            throws IOException {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {title, "20", "72"});
        for (List<String> paragraph : paragraphs) {
            for (int i = 0; i < paragraph.size(); i++)
                lines.add(new String[] {paragraph.get(i), "12", i == 0 ? "96" : "72"});
        }
        int page = 0;
        for (int from = 0; from < lines.size(); from += 20) {
            page++;
            PDPage sheet = new PDPage();
            document.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                boolean isLatin = font instanceof PDType1Font;
                write(content, font, 9, 72, 760, isLatin ? "QT 2023" : "桥头日报");
                float y = 720;
                for (String[] line : lines.subList(from, Math.min(lines.size(), from + 20))) {
                    write(content, font, Float.parseFloat(line[1]), Float.parseFloat(line[2]), y, line[0]);
                    y -= 28;
                }
                if (isLatin) write(content, font, 9, 300, 40, "- " + page + " -");
            }
        }
        return document;
    }

    private static void write(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" ")) {
            int room = lines.isEmpty() ? width - 4 : width;
            if (line.length() + word.length() > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }

    @Test
    void linesBecomeParagraphsAgainOverPages() throws IOException, UnreadableException {
        PDFont font = new PDType1Font(Standard14Fonts.FontName.COURIER);
        List<List<String>> paragraphs = new ArrayList<>();
        for (int i = 0; i < 9; i++) paragraphs.add(wrap(PARAGRAPH.repeat(2), 60));
        CleanArticle article = read(bytes(set("The wall of small wishes", paragraphs, new PDDocument(), font)));
        assertThat(article.metadata().title()).isEqualTo("The wall of small wishes");
        assertThat(article.body().strip().split("\n\n"))
                .hasSize(9)
                .containsOnly(PARAGRAPH.repeat(2).strip());
    }

    @Test
    void chineseLinesAreJoinedWithoutSpaces() throws IOException, UnreadableException {
        Path file = FONTS.stream().filter(Files::isReadable).findFirst().orElse(null);
        assumeTrue(file != null, "no TrueType font with Chinese characters on this machine");
        PDDocument document = new PDDocument();
        PDFont font = font(document, file.toFile());
        String paragraph = "桥头村在祠堂外墙上留出一块木板，谁家有小难处就写一张纸条贴上去，党员看到就领走一张，七天之内回话，没人领的由书记领，年底一起公开账目。".repeat(2);
        List<String> lines = new ArrayList<>();
        lines.add(paragraph.substring(0, 28));
        for (int i = 28; i < paragraph.length(); i += 30)
            lines.add(paragraph.substring(i, Math.min(paragraph.length(), i + 30)));
        CleanArticle article = read(bytes(set("桥头村的微心愿墙", List.of(lines, lines, lines, lines, lines), document, font)));
        assertThat(article.metadata().title()).isEqualTo("桥头村的微心愿墙");
        assertThat(article.body().strip().split("\n\n")).containsOnly(paragraph);
    }

    private static PDFont font(PDDocument document, File file) throws IOException {
        if (!file.getName().endsWith(".ttc")) return PDType0Font.load(document, file);
        TrueTypeCollection fonts = new TrueTypeCollection(file);
        List<String> names = new ArrayList<>();
        fonts.processAllFonts(f -> names.add(f.getName()));
        return PDType0Font.load(document, fonts.getFontByName(names.get(0)), true);
    }

    @Test
    void lockedFileIsRefused() throws IOException {
        PDDocument document = set(
                "Locked",
                List.of(wrap(PARAGRAPH, 60)),
                new PDDocument(),
                new PDType1Font(Standard14Fonts.FontName.COURIER));
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        byte[] bytes = bytes(document);
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("ingest/locked-pdf");
    }

    @Test
    void pagesOverTheLimitAreRefused() throws IOException {
        PDDocument document = new PDDocument();
        for (int i = 0; i <= PdfReader.MOST_PAGES; i++) document.addPage(new PDPage());
        byte[] bytes = bytes(document);
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("ingest/pdf-pages");
    }

    @Test
    void scanWithoutTextIsRefused() throws IOException {
        PDDocument document = new PDDocument();
        document.addPage(new PDPage());
        byte[] bytes = bytes(document);
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("ingest/pdf-no-text");
    }

    @Test
    void anyPartOfAFileIsReadOrRefused() throws IOException {
        byte[] bytes = bytes(set(
                "Part",
                List.of(wrap(PARAGRAPH, 60)),
                new PDDocument(),
                new PDType1Font(Standard14Fonts.FontName.COURIER)));
        for (int i = 5; i < bytes.length; i += Math.max(1, bytes.length / 60)) {
            try {
                read(Arrays.copyOf(bytes, i));
            } catch (UnreadableException e) {
                assertThat(e.code()).startsWith("ingest/");
            }
        }
    }

    /** A file written by hand: {@code objects} are numbered from 1, the first is the catalogue. */
    private static byte[] pdf(String trailer, String... objects) {
        StringBuilder text = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", text.length()));
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = text.length();
        text.append(table).append("trailer\n<< /Root 1 0 R /Size ").append(objects.length + 1);
        text.append(trailer.replace("@", Integer.toString(start)))
                .append(" >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String stream(String dictionary, String content) {
        return "<< " + dictionary + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    static Stream<Arguments> loops() {
        String catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
        String page =
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << /XObject << /F 4 0 R >> >> /Contents 5 0 R >>";
        String form = stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >>", "/F Do");
        return Stream.of(
                Arguments.of(
                        "a page tree that holds itself",
                        pdf("", catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
                Arguments.of(
                        "two page trees that hold each other",
                        pdf(
                                "",
                                catalogue,
                                "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>",
                                "<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 2 >>")),
                Arguments.of(
                        "a table of references before itself",
                        pdf(" /Prev @", catalogue, "<< /Type /Pages /Kids [] /Count 0 >>")),
                Arguments.of(
                        "a form that draws itself",
                        pdf(
                                "",
                                catalogue,
                                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                page,
                                form,
                                stream("", "/F Do"))),
                Arguments.of(
                        "a page whose parent is itself",
                        pdf(
                                "",
                                catalogue,
                                "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
                                "<< /Type /Page /Parent 2 0 R >>")),
                Arguments.of("a reference to itself", pdf("", catalogue, "2 0 R")),
                Arguments.of(
                        "two thousand million pages, by its own word",
                        pdf("", catalogue, "<< /Type /Pages /Kids [] /Count 2000000000 >>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loops")
    @Timeout(20)
    void aLoopIsReadOrRefusedWithAReason(String name, byte[] bytes) {
        try {
            read(bytes);
        } catch (UnreadableException e) {
            assertThat(e.code()).startsWith("ingest/");
        }
    }
}
