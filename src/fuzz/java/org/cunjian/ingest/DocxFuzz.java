package org.cunjian.ingest;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any bytes as a Word file, and any markup inside one: read, or refused with a reason. */
class DocxFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyMarkupIsReadOrRefused(FuzzedDataProvider data) throws IOException {
        boolean isWhole = data.consumeBoolean();
        byte[] bytes = isWhole ? archive(data) : data.consumeRemainingAsBytes();
        try {
            CleanArticle.of(RawArticleReader.read("a.docx", "a.docx", bytes).draft(), "a");
        } catch (UnreadableException e) {
            if (!e.code().startsWith("ingest/")) throw new IllegalStateException(e);
        }
    }

    private static byte[] archive(FuzzedDataProvider data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", "<Types/>");
            put(zip, "word/styles.xml", data.consumeString(200));
            put(zip, "word/numbering.xml", data.consumeString(200));
            put(
                    zip,
                    "word/document.xml",
                    "<w:document><w:body>" + data.consumeRemainingAsString() + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
