package org.cunjian.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.ContentHash;
import org.cunjian.io.SitePath;
import org.cunjian.text.LineMap;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The header of a content file, as JBake reads it: {@code key=value} lines up to a line that is exactly {@code ~~~~~~}; what
 * follows that line's end is the body. CRLF and CR are read as LF, a byte order mark is dropped. Of a key that stands twice
 * the last one counts, as with JBake.
 *
 * <p>What JBake would drop or misread without a word is refused here, with line and column: a header line without {@code =},
 * a separator with spaces around it, a value in braces (JBake takes it for JSON).
 */
public final class FrontMatter {
    public static final String SEPARATOR = "~~~~~~";

    /** Keys of a case; {@code ingest.sha256} is the hash of what ingest wrote, by which a later edit is noticed. */
    static final List<String> CASE_KEYS = List.of(
            "title",
            "date",
            "type",
            "status",
            "source",
            "sourceUrl",
            "byline",
            "place",
            "tags",
            "rights",
            "origin",
            "origin.sha256",
            "ingest.sha256",
            "practices",
            "duplicateOf",
            "checked",
            "summary");

    /** Spans are UTF-16 offsets into {@link FrontMatter#text}. */
    record Field(String key, String value, Span keySpan, Span valueSpan) {}

    private final SitePath path;
    private final String sha256;
    private final String text;
    private final List<Field> fields;
    private final Map<String, Field> byKey;
    private final int bodyLine;
    private final int bodyStart;
    private @Nullable LineMap lines;

    private FrontMatter(
            SitePath path,
            String sha256,
            String text,
            List<Field> fields,
            Map<String, Field> byKey,
            int bodyLine,
            int bodyStart) {
        this.path = path;
        this.sha256 = sha256;
        this.text = text;
        this.fields = List.copyOf(fields);
        this.byKey = Map.copyOf(byKey);
        this.bodyLine = bodyLine;
        this.bodyStart = bodyStart;
    }

    /** Fails where JBake would not read the file, or not as written; any bytes are safe. Linear. */
    public static Outcome<FrontMatter> parse(SitePath path, byte[] bytes) {
        String raw;
        int bad = firstBadUtf8(bytes);
        if (bad >= 0) {
            String before = new String(bytes, 0, bad, StandardCharsets.UTF_8);
            String shown = before + "\uFFFD";
            Span at = new Span(before.length(), shown.length());
            return Outcome.failed(Diagnostic.error("content/not-utf8", SourceRange.of(path.value(), shown, at)));
        }
        raw = new String(bytes, StandardCharsets.UTF_8);
        return new Reader(path, ContentHash.of(bytes), normalise(raw)).read();
    }

    public SitePath path() {
        return path;
    }

    /** Of the whole file's bytes. */
    public String sha256() {
        return sha256;
    }

    /** The value of {@code key}; empty where it is not given or given as nothing. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(byKey.get(key)).map(Field::value).filter(v -> !v.isEmpty());
    }

    /** Keys in the order of the file, each once. */
    public List<String> keys() {
        return fields.stream().map(Field::key).distinct().toList();
    }

    /** The line (1-based) on which the body begins. */
    public int bodyLine() {
        return bodyLine;
    }

    public String body() {
        return text.substring(bodyStart);
    }

    String text() {
        return text;
    }

    int bodyStart() {
        return bodyStart;
    }

    List<Field> fields() {
        return fields;
    }

    @Nullable
    Field field(String key) {
        return byKey.get(key);
    }

    SourceRange range(Span span) {
        if (lines == null) lines = LineMap.of(text);
        return SourceRange.of(path.value(), lines, span);
    }

    /** The index of the first byte that is not UTF-8; -1 where all are. */
    private static int firstBadUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) return in.position();
            if (result.isUnderflow()) return -1;
            out.clear();
        }
    }

    /** The text as spans count it: no byte order mark, LF line ends. */
    private static String normalise(String raw) {
        String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** One pass over the header's lines. */
    private static final class Reader {
        private final SitePath path;
        private final String sha256;
        private final String text;
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final Map<String, Field> byKey = new HashMap<>();
        private boolean isUnreadable;

        Reader(SitePath path, String sha256, String text) {
            this.path = path;
            this.sha256 = sha256;
            this.text = text;
        }

        Outcome<FrontMatter> read() {
            if (text.isBlank())
                return Outcome.failed(Diagnostic.error("content/empty-file", SourceRange.file(path.value())));
            int nul = text.indexOf('\0');
            if (nul >= 0) return Outcome.failed(error("content/binary", Span.at(nul, 1)));
            if (!hasSeparator()) return Outcome.failed(missingSeparator());
            int line = 1;
            int start = 0;
            while (true) {
                int end = lineEnd(start);
                String content = text.substring(start, end);
                if (content.equals(SEPARATOR)) return finish(line + 1, Math.min(end + 1, text.length()));
                if (!content.isEmpty()) readLine(content, start);
                line++;
                start = end + 1;
            }
        }

        private Outcome<FrontMatter> finish(int bodyLine, int bodyStart) {
            if (isUnreadable) return Outcome.failed(diagnostics);
            return Outcome.of(new FrontMatter(path, sha256, text, fields, byKey, bodyLine, bodyStart), diagnostics);
        }

        private void readLine(String content, int start) {
            int equals = content.indexOf('=');
            if (equals < 0) {
                refuse(
                        content.strip().equals(SEPARATOR) ? "content/separator-spaces" : "content/no-equals",
                        Span.at(start, content.length()),
                        content.strip());
                return;
            }
            Span keySpan = strip(content, 0, equals).shift(start);
            Span valueSpan = strip(content, equals + 1, content.length()).shift(start);
            Field field = new Field(keySpan.of(text), valueSpan.of(text), keySpan, valueSpan);
            if (field.key().isEmpty()) {
                refuse("content/no-key", Span.at(start, content.length()), content.strip());
                return;
            }
            int control = control(field.value());
            if (control >= 0)
                refuse(
                        "content/control",
                        Span.at(valueSpan.start() + control, 1),
                        codePoint(field.value().charAt(control)));
            if (field.value().startsWith("{") && field.value().endsWith("}"))
                refuse("content/braces", valueSpan, field.value());
            fields.add(field);
            Field earlier = byKey.put(field.key(), field);
            if (earlier != null)
                diagnostics.add(Diagnostic.warning(
                        "content/duplicate-key", range(keySpan), field.key(), earlier.value(), field.value()));
        }

        private boolean hasSeparator() {
            for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) {
                boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n';
                int end = at + SEPARATOR.length();
                if (beginsLine && (end == text.length() || text.charAt(end) == '\n')) return true;
            }
            return false;
        }

        /** Points at the line that was meant, or else at the first line that is not part of a header. */
        private Diagnostic missingSeparator() {
            for (int start = 0; start < text.length(); start = lineEnd(start) + 1) {
                String content = text.substring(start, lineEnd(start));
                String stripped = content.strip();
                if (isNearSeparator(stripped)) {
                    boolean isExact = stripped.equals(SEPARATOR);
                    return error(
                            isExact ? "content/separator-spaces" : "content/separator-near",
                            Span.at(start, content.length()),
                            stripped);
                }
                if (!stripped.isEmpty() && content.indexOf('=') < 0)
                    return error("content/no-separator", Span.at(start, content.length()));
            }
            return Diagnostic.error("content/no-separator", SourceRange.file(path.value()));
        }

        private static boolean isNearSeparator(String line) {
            return line.length() >= 3 && line.chars().allMatch(c -> c == '~' || c == '～' || c == '-' || c == '—');
        }

        private int lineEnd(int start) {
            int end = text.indexOf('\n', start);
            return end < 0 ? text.length() : end;
        }

        private void refuse(String code, Span span, String... args) {
            isUnreadable = true;
            diagnostics.add(error(code, span, args));
        }

        private Diagnostic error(String code, Span span, String... args) {
            return Diagnostic.error(code, range(span), args);
        }

        private SourceRange range(Span span) {
            return SourceRange.of(path.value(), text, span);
        }
    }

    private static Span strip(String line, int from, int to) {
        while (from < to && isSpace(line.charAt(from))) from++;
        while (to > from && isSpace(line.charAt(to - 1))) to--;
        return new Span(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u3000' || c == '\u00A0';
    }

    /** The index of the first control character other than tab and line feed; -1 where there is none. */
    static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\t' : c >= 0x7F && c <= 0x9F) return i;
        }
        return -1;
    }

    static String codePoint(char c) {
        return String.format(java.util.Locale.ROOT, "U+%04X", (int) c);
    }
}
