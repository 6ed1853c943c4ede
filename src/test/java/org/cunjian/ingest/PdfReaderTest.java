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
}
