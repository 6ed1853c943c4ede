package org.cunjian.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cunjian.content.FrontMatter.Field;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one front matter as typed values and collects what is wrong with them. */
final class FieldReader {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /** Forms people type instead: 2022/1/5, 2022.01.05, 2022年1月5日, with or without a time behind. */
    private static final Pattern LOOSE_DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?(?:[T\\s].{0,30})?");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> TYPES = List.of("case", "practice", "course");
    private static final int MOST_PLACE_LEVELS = 5;
    private static final int MOST_TITLE_CHARS = 300;

    private final FrontMatter header;
    private final List<Diagnostic> diagnostics;
    private boolean isUnusable;

    FieldReader(FrontMatter header, List<Diagnostic> earlier) {
        this.header = header;
        this.diagnostics = new ArrayList<>(earlier);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** True once an error leaves nothing to publish. */
    boolean isUnusable() {
        return isUnusable;
    }

    /** Warns of each key that is not among {@code known}, with the nearest one that is. */
    void checkKeys(List<String> known) {
        for (Field field : header.fields()) {
            if (known.contains(field.key())) continue;
            Optional<String> nearest = NearestName.of(field.key(), known);
            if (nearest.isPresent()) warn("content/unknown-key-near", field.keySpan(), field.key(), nearest.get());
            else warn("content/unknown-key", field.keySpan(), field.key(), String.join(" ", known));
        }
    }

    void checkId() {
        String stem = header.path().stem();
        if (!ArticleId.isValid(stem))
            refuse("content/bad-id", SourceRange.file(header.path().value()), stem);
    }

    void checkType(String expected) {
        Field field = header.field("type");
        if (field == null || field.value().isEmpty()) {
            warn("content/no-type", whole(), expected);
        } else if (!TYPES.contains(field.value())) {
            String nearest = NearestName.of(field.value(), TYPES).orElse(expected);
            refuse("content/unknown-type", header.range(field.valueSpan()), field.value(), nearest);
        } else if (!field.value().equals(expected)) {
            refuse("content/other-type", header.range(field.valueSpan()), field.value(), expected);
        }
    }

    String title() {
        Field field = header.field("title");
        if (field == null || field.value().isEmpty()) {
            refuse("content/no-title", field == null ? whole() : header.range(field.keySpan()));
            return "";
        }
        if (field.value().length() > MOST_TITLE_CHARS)
            warn(
                    "content/long-title",
                    field.valueSpan(),
                    Integer.toString(field.value().length()),
                    Integer.toString(MOST_TITLE_CHARS));
        return field.value();
    }

    @Nullable
    LocalDate date() {
        Field field = header.field("date");
        if (field == null || field.value().isEmpty()) return null;
        Matcher exact = DATE.matcher(field.value());
        if (exact.matches()) {
            Optional<LocalDate> date = calendarDate(exact);
            if (date.isEmpty()) error("content/bad-date", field.valueSpan(), field.value());
            return date.orElse(null);
        }
        Matcher loose = LOOSE_DATE.matcher(field.value());
        Optional<LocalDate> meant = loose.matches() ? calendarDate(loose) : Optional.empty();
        if (meant.isPresent())
            error(
                    "content/date-form-near",
                    field.valueSpan(),
                    field.value(),
                    meant.get().toString());
        else error("content/date-form", field.valueSpan(), field.value());
        return null;
    }

    private static Optional<LocalDate> calendarDate(Matcher groups) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(groups.group(1)),
                    Integer.parseInt(groups.group(2)),
                    Integer.parseInt(groups.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nothing given: published, with a warning. Something unknown: an error, and a draft, so that nothing slips out. */
    Status status() {
        Field field = header.field("status");
        if (field == null || field.value().isEmpty()) {
            warn("content/no-status", whole());
            return Status.PUBLISHED;
        }
        if (field.value().equals("published")) return Status.PUBLISHED;
        if (field.value().equals("draft")) return Status.DRAFT;
        String nearest =
                NearestName.of(field.value(), List.of("published", "draft")).orElse("published");
        error("content/unknown-status", field.valueSpan(), field.value(), nearest);
        return Status.DRAFT;
    }

    /** Something unknown: an error, and the narrower right. */
    Rights rights(Rights otherwise) {
        Field field = header.field("rights");
        if (field == null || field.value().isEmpty()) return otherwise;
        if (field.value().equals("full")) return Rights.FULL;
        if (field.value().equals("excerpt")) return Rights.EXCERPT;
        String nearest =
                NearestName.of(field.value(), List.of("full", "excerpt")).orElse("excerpt");
        error("content/unknown-rights", field.valueSpan(), field.value(), nearest);
        return Rights.EXCERPT;
    }

    @Nullable
    String text(String key) {
        return header.value(key).orElse(null);
    }

    @Nullable
    String url(String key) {
        Field field = header.field(key);
        if (field == null || field.value().isEmpty()) return null;
        try {
            URI uri = new URI(field.value());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean hasHost =
                    uri.getRawAuthority() != null && !uri.getRawAuthority().isEmpty();
            if ((scheme.equals("http") || scheme.equals("https")) && hasHost) return field.value();
        } catch (URISyntaxException e) {
            // told below, with the address itself
        }
        error("content/bad-url", field.valueSpan(), field.value());
        return null;
    }

    @Nullable
    String place() {
        Field field = header.field("place");
        if (field == null || field.value().isEmpty()) return null;
        String written = field.value().replace('／', '/');
        int levels = written.split("/", -1).length;
        if (levels > MOST_PLACE_LEVELS) error("content/place-levels", field.valueSpan(), Integer.toString(levels));
        if (written.chars().allMatch(c -> c == '/' || c == ' ')) {
            error("content/place-empty", field.valueSpan(), field.value());
            return null;
        }
        return levels > MOST_PLACE_LEVELS ? null : written;
    }

    /** The parts between commas of either width and 、, without empty and repeated ones. */
    List<String> list(String key) {
        Field field = header.field(key);
        if (field == null) return List.of();
        Set<String> parts = new LinkedHashSet<>();
        for (String part : field.value().split("[,，、]", -1)) if (!part.isBlank()) parts.add(part.strip());
        return List.copyOf(parts);
    }

    /** Tags become names of pages and files: those that could leave their folder are refused. */
    List<String> tags() {
        Field field = header.field("tags");
        List<String> good = new ArrayList<>();
        for (String tag : list("tags")) {
            boolean isUnsafe = tag.contains("..") || tag.chars().anyMatch(c -> "/\\<>\"".indexOf(c) >= 0);
            if (isUnsafe && field != null) error("content/bad-tag", field.valueSpan(), tag);
            else good.add(tag);
        }
        return good;
    }

    record Practices(List<String> added, List<String> removed) {}

    /**
     * {@code +五长制, -菜篮子}. The mark 、 separates only where a sign follows it, for it stands inside names too
     * (补短板固基、达标提质行动).
     */
    Practices practices() {
        Field field = header.field("practices");
        Set<String> added = new LinkedHashSet<>();
        Set<String> removed = new LinkedHashSet<>();
        if (field != null) {
            for (String part : field.value().split("[,，]|、(?=\\s*[-+－＋])", -1)) {
                if (!part.isBlank()) addPractice(field, part.strip(), added, removed);
            }
            for (String name : added)
                if (removed.contains(name)) error("content/practice-both", field.valueSpan(), name);
        }
        return new Practices(List.copyOf(added), List.copyOf(removed));
    }

    private void addPractice(Field field, String part, Set<String> added, Set<String> removed) {
        boolean isSigned = "+＋-－".indexOf(part.charAt(0)) >= 0;
        String name = isSigned ? part.substring(1).strip() : part;
        if (name.isEmpty()) {
            error("content/practice-no-name", field.valueSpan(), part);
            return;
        }
        if (!isSigned) warn("content/practice-no-sign", field.valueSpan(), name);
        if (part.charAt(0) == '-' || part.charAt(0) == '－') removed.add(name);
        else added.add(name);
    }

    /** {@code duplicateOf=a} or {@code duplicateOf=-b, -c}. */
    Reprint reprint() {
        Field field = header.field("duplicateOf");
        if (field == null) return Reprint.UNSAID;
        ArticleId original = null;
        Set<ArticleId> others = new LinkedHashSet<>();
        for (String part : list("duplicateOf")) {
            boolean isDenied = part.charAt(0) == '-' || part.charAt(0) == '－';
            String id = isDenied ? part.substring(1).strip() : part;
            if (!ArticleId.isValid(id)) error("content/duplicate-id", field.valueSpan(), id);
            else if (id.equals(header.path().stem())) error("content/duplicate-self", field.valueSpan(), id);
            else if (isDenied) others.add(new ArticleId(id));
            else if (original == null) original = new ArticleId(id);
            else error("content/duplicate-two", field.valueSpan(), original.value(), id);
        }
        if (original != null && others.contains(original))
            error("content/duplicate-both", field.valueSpan(), original.value());
        return new Reprint(original, List.copyOf(others));
    }

    /** {@code checked=figures, place}. */
    List<Checked> checked() {
        Field field = header.field("checked");
        if (field == null) return List.of();
        List<Checked> known = new ArrayList<>();
        for (String code : list("checked")) {
            Optional<Checked> checked = Checked.of(code);
            checked.ifPresent(known::add);
            if (checked.isEmpty())
                warn(
                        "content/unknown-checked",
                        field.valueSpan(),
                        code,
                        NearestName.of(code, Checked.codes()).orElse("figures"),
                        String.join(" ", Checked.codes()));
        }
        return known;
    }

    @Nullable
    Origin origin() {
        String file = text("origin");
        String sha256 = hash("origin.sha256");
        Field written = header.field("origin");
        if (file != null && sha256 == null && written != null) {
            if (header.value("origin.sha256").isEmpty()) warn("content/origin-half", written.valueSpan(), file);
            return null;
        }
        return file == null || sha256 == null ? null : new Origin(file, sha256);
    }

    @Nullable
    String hash(String key) {
        Field field = header.field(key);
        if (field == null || field.value().isEmpty()) return null;
        if (SHA256.matcher(field.value()).matches()) return field.value();
        warn("content/bad-hash", field.valueSpan(), key);
        return null;
    }

    @Nullable
    Integer count(String key) {
        Field field = header.field(key);
        if (field == null || field.value().isEmpty()) return null;
        if (field.value().matches("[1-9]\\d{0,3}")) return Integer.valueOf(field.value());
        error("content/bad-count", field.valueSpan(), key, field.value());
        return null;
    }

    @Nullable
    String oneOf(String key, List<String> known) {
        Field field = header.field(key);
        if (field == null || field.value().isEmpty()) return null;
        if (known.contains(field.value())) return field.value();
        String nearest = NearestName.of(field.value(), known).orElse(String.join(" | ", known));
        error("content/unknown-value", field.valueSpan(), key, field.value(), nearest);
        return null;
    }

    /** The body; refused where nothing is in it and {@code isNeeded}, warned of where it holds control characters. */
    String body(boolean isNeeded) {
        String body = header.body();
        if (body.isBlank()) {
            Span separator = Span.at(header.bodyStart(), 0);
            if (isNeeded) refuse("content/empty-body", header.range(separator));
            else warn("content/no-definition", separator);
        }
        int control = FrontMatter.control(body);
        if (control >= 0)
            warn(
                    "content/control",
                    Span.at(header.bodyStart() + control, 1),
                    FrontMatter.codePoint(body.charAt(control)));
        return body;
    }

    private SourceRange whole() {
        return SourceRange.file(header.path().value());
    }

    private void refuse(String code, SourceRange range, String... args) {
        isUnusable = true;
        diagnostics.add(Diagnostic.error(code, range, args));
    }

    private void error(String code, Span span, String... args) {
        diagnostics.add(Diagnostic.error(code, header.range(span), args));
    }

    private void warn(String code, Span span, String... args) {
        warn(code, header.range(span), args);
    }

    private void warn(String code, SourceRange range, String... args) {
        diagnostics.add(Diagnostic.warning(code, range, args));
    }
}
