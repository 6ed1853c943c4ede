package org.cunjian.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.cunjian.io.DecodedText;

/** What a raw file is, by its content; the extension decides only between plain text and Markdown. */
enum RawKind {
    TEXT("txt text"),
    MARKDOWN("md markdown"),
    HTML("html htm xhtml shtml"),
    DOCX("docx"),
    PDF("pdf"),
    OLD_WORD("doc wps"),
    RTF("rtf"),
    WEB_ARCHIVE("mht mhtml"),
    OTHER_ZIP("xlsx pptx zip odt epub"),
    BINARY("");

    /** So many bytes tell enough. */
    private static final int SNIFFED = 4096;

    /** Lower case, between spaces. */
    private final String extensions;

    RawKind(String extensions) {
        this.extensions = " " + extensions + " ";
    }

    boolean isReadable() {
        return this == TEXT || this == MARKDOWN || this == HTML || this == DOCX || this == PDF;
    }

    /** Whether a file of this kind usually has the extension; text is read under any name. */
    boolean goesWith(String extension) {
        return extensions.contains(" " + extension + " ");
    }

    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** By the first bytes; TEXT where nothing speaks against it. */
    static RawKind ofBytes(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) return DocxReader.isDocx(bytes) ? DOCX : OTHER_ZIP;
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) return OLD_WORD;
        if (head.startsWith("{\\rtf")) return RTF;
        if (head.substring(0, Math.min(head.length(), 1024)).contains("%PDF-")) return PDF;
        if (head.startsWith("MIME-Version:") || head.contains("Content-Type: multipart/related")) return WEB_ARCHIVE;
        return isBinary(bytes) ? BINARY : TEXT;
    }

    /** Text has no control characters but white space; UTF-16 has NUL bytes, always on the same side. */
    private static boolean isBinary(byte[] bytes) {
        int length = Math.min(bytes.length, 16 * SNIFFED);
        boolean isMarkedUtf16 = length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        if (isMarkedUtf16) return false;
        int controls = 0;
        int evenNuls = 0;
        int oddNuls = 0;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == 0 && i % 2 == 0) evenNuls++;
            else if (b == 0) oddNuls++;
            else if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') controls++;
        }
        boolean mayBeUtf16 = (evenNuls == 0) != (oddNuls == 0);
        if (evenNuls + oddNuls > 0 && !mayBeUtf16) return true;
        if (evenNuls + oddNuls > 0) return !readsAsUtf16(bytes);
        return controls * 50L > length;
    }

    private static boolean readsAsUtf16(byte[] bytes) {
        return org.cunjian.io.TextDecoder.decode(bytes).charset().name().startsWith("UTF-16");
    }

    /** Of what the bytes say is text: HTML where it has the tags, Markdown where its name says so. */
    static RawKind ofText(DecodedText decoded, String fileName) {
        String text = decoded.text();
        String head = text.substring(0, Math.min(text.length(), SNIFFED)).toLowerCase(Locale.ROOT);
        boolean isPage = head.contains("<html")
                || head.contains("<!doctype html")
                || head.contains("<body")
                || head.contains("<head>");
        if (isPage || tags(text) >= 6) return HTML;
        if (HTML.goesWith(extension(fileName)) && tags(text) >= 1) return HTML;
        return MARKDOWN.goesWith(extension(fileName)) ? MARKDOWN : TEXT;
    }

    /** Block tags in the first characters: {@code <p>}, {@code <div …>}, {@code <br/>}. */
    private static int tags(String text) {
        int count = 0;
        int most = Math.min(text.length(), 16 * SNIFFED);
        for (int at = text.indexOf('<'); at >= 0 && at < most; at = text.indexOf('<', at + 1)) {
            for (String tag :
                    new String[] {"<p>", "<p ", "</p>", "<div", "</div", "<br", "<td", "<table", "<span", "<h1", "<h2"})
                if (text.regionMatches(true, at, tag, 0, tag.length())) count++;
        }
        return count;
    }
}
