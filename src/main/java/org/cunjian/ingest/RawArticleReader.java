package org.cunjian.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.DecodedText;
import org.cunjian.io.TextDecoder;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Bytes of any kind to a draft, by content and not by name. */
final class RawArticleReader {
    private static final Pattern META_CHARSET = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_-]{2,20})", Pattern.CASE_INSENSITIVE);

    /** A text with more lost characters than one in so many cannot be published. */
    private static final int LEAST_CHARS_PER_FLAW = 50;

    /** What was read, and what to tell of it. */
    record Raw(Draft draft, RawKind kind, String charset, List<Diagnostic> diagnostics) {}

    private RawArticleReader() {}

    static Raw read(String label, String fileName, byte[] bytes) throws UnreadableException {
        if (bytes.length == 0) throw new UnreadableException("ingest/empty");
        RawKind kind = RawKind.ofBytes(bytes);
        String extension = RawKind.extension(fileName);
        if (!kind.isReadable()) throw refusal(kind, extension);
        List<Diagnostic> told = new ArrayList<>();
        if (kind == RawKind.DOCX || kind == RawKind.PDF) {
            tellKind(told, label, kind, extension);
            Draft draft = kind == RawKind.DOCX ? DocxReader.read(bytes) : PdfReader.read(bytes);
            return new Raw(draft, kind, "", told);
        }
        DecodedText decoded = TextDecoder.decode(bytes, declared(bytes));
        String text = decoded.text();
        if (text.isBlank()) throw new UnreadableException("ingest/empty");
        tellFlaws(told, label, decoded);
        RawKind textKind = RawKind.ofText(decoded, fileName);
        boolean isOdd = textKind == RawKind.HTML
                || !List.of("", "txt", "text", "md", "markdown").contains(extension);
        if (isOdd) tellKind(told, label, textKind, extension);
        Draft draft = switch (textKind) {
            case HTML -> HtmlReader.read(text);
            case MARKDOWN -> PlainReader.readMarkdown(text);
            default -> PlainReader.readText(text);
        };
        return new Raw(draft, textKind, decoded.charset().name(), told);
    }

    private static UnreadableException refusal(RawKind kind, String extension) {
        return switch (kind) {
            case OLD_WORD -> new UnreadableException("ingest/old-word");
            case RTF -> new UnreadableException("ingest/rtf");
            case WEB_ARCHIVE -> new UnreadableException("ingest/web-archive");
            case OTHER_ZIP -> new UnreadableException("ingest/other-zip");
            default -> new UnreadableException("ingest/binary", extension);
        };
    }

    private static void tellKind(List<Diagnostic> told, String label, RawKind kind, String extension) {
        if (kind.goesWith(extension)) return;
        told.add(Diagnostic.note("ingest/other-kind", SourceRange.file(label), "." + extension, kind.name()));
    }

    private static void tellFlaws(List<Diagnostic> told, String label, DecodedText decoded) throws UnreadableException {
        if (decoded.flaws().isEmpty()) return;
        int flaws = decoded.flaws().size();
        if (flaws * (long) LEAST_CHARS_PER_FLAW > decoded.text().length())
            throw new UnreadableException("ingest/garbled", decoded.charset().name());
        SourceRange range =
                SourceRange.of(label, decoded.text(), Span.at(decoded.flaws().get(0), 1));
        told.add(Diagnostic.warning(
                "ingest/bad-bytes",
                range,
                Integer.toString(flaws),
                decoded.charset().name()));
    }

    private static @Nullable Charset declared(byte[] bytes) {
        int length = Math.min(bytes.length, 4096);
        if (!hasElements(bytes, length)) return null;
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Matcher m = META_CHARSET.matcher(head);
        if (!m.find()) return null;
        try {
            return Charset.forName(m.group(1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean hasElements(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) if (bytes[i] == '<') return true;
        return false;
    }
}
