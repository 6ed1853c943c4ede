package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.cunjian.config.SiteConfig;
import org.cunjian.config.SiteConfigReader;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.ArticleParser;
import org.cunjian.content.LexiconReader;
import org.cunjian.content.PracticeEntry;
import org.cunjian.content.PracticeEntryParser;
import org.cunjian.content.PrivacyMask;
import org.cunjian.content.Reprint;
import org.cunjian.content.Rights;
import org.cunjian.content.Status;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.ContentHash;
import org.cunjian.io.FileWalker;
import org.cunjian.io.SitePath;
import org.cunjian.io.TextDecoder;

/**
 * Reads a site's folder: configuration, cases, curated practices, lexicon. Fails only where there is no valid configuration; a
 * content file that cannot be used costs that file. Files are read and parsed on all processors.
 */
public final class ContentLoader {
    private final SiteFolder site;
    private final Progress progress;
    private final ArticleCache cache;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ContentLoader(SiteFolder site, Progress progress, ArticleCache cache) {
        this.site = site;
        this.progress = progress;
        this.cache = cache;
    }

    /** Reads every file, or what is known of those that nobody touched. */
    public static Outcome<SiteContent> load(SiteFolder site, Progress progress) {
        return load(site, progress, openCache(site));
    }

    static ArticleCache openCache(SiteFolder site) {
        return ArticleCache.open(site.articles(), ProgramVersion.fingerprint());
    }

    /** @param cache learns what was read; the caller saves it */
    static Outcome<SiteContent> load(SiteFolder site, Progress progress, ArticleCache cache) {
        return new ContentLoader(site, progress, cache).load();
    }

    /** The configuration alone. */
    public static Outcome<SiteConfig> loadConfig(SiteFolder site) {
        return new ContentLoader(site, Progress.NONE, openCache(site)).config();
    }

    private Outcome<SiteConfig> config() {
        if (!Files.isRegularFile(site.config()))
            return Outcome.failed(Diagnostic.error("config/missing", SourceRange.file(FileWalker.label(site.root()))));
        return readText(site.config())
                .map(text -> SiteConfigReader.read(SiteFolder.CONFIG, text))
                .orElseGet(() -> Outcome.failed(diagnostics));
    }

    private Outcome<SiteContent> load() {
        Outcome<SiteConfig> config = config();
        if (config.value().isEmpty()) return Outcome.failed(config.diagnostics());
        diagnostics.addAll(config.diagnostics());
        SiteConfig checked = config.value().get();
        Rights rights = checked.publishing().isExcerptByDefault() ? Rights.EXCERPT : Rights.FULL;
        List<Article> articles =
                readAll("content/cases", (path, file) -> article(path, file, rights), "build/stage-read");
        List<PracticeEntry> entries =
                readAll("content/practices", (path, file) -> parse(path, file.path(), PracticeEntryParser::parse), "");
        LexiconReader lexicon = new LexiconReader();
        lexiconFile("synonyms.tsv").ifPresent(f -> lexicon.synonyms(f.path(), f.text()));
        lexiconFile("aliases.tsv").ifPresent(f -> lexicon.aliases(f.path(), f.text()));
        lexiconFile("never.tsv").ifPresent(f -> lexicon.never(f.path(), f.text()));
        var read = lexicon.read();
        diagnostics.addAll(read.diagnostics());
        SiteContent content = new SiteContent(
                checked,
                unique(articles, a -> a.id().value(), Article::path),
                unique(entries, PracticeEntry::id, PracticeEntry::path),
                read.value().orElseThrow());
        checkReprints(content.articles());
        return Outcome.of(content, diagnostics);
    }

    /** Warns of each id that {@code duplicateOf} names and no published case has. */
    private void checkReprints(List<Article> articles) {
        Set<ArticleId> published = new HashSet<>(2 * articles.size());
        for (Article article : articles) if (article.status() == Status.PUBLISHED) published.add(article.id());
        for (Article article : articles) {
            Reprint said = article.curation().reprint();
            List<ArticleId> named = new ArrayList<>(said.notOf());
            if (said.of() != null) named.add(said.of());
            for (ArticleId id : named)
                if (!published.contains(id))
                    diagnostics.add(Diagnostic.warning(
                            "build/duplicate-unknown",
                            SourceRange.file(article.path().value()),
                            id.value()));
        }
    }

    private <T> List<T> readAll(
            String folder, BiFunction<SitePath, FileWalker.FoundFile, Outcome<T>> reader, String stage) {
        Path root = site.root().resolve(folder);
        if (!Files.isDirectory(root)) return List.of();
        FileWalker.Walk walk = FileWalker.walk(List.of(root));
        String prefix = FileWalker.label(site.root()) + "/";
        walk.diagnostics().forEach(d -> diagnostics.add(below(prefix, d)));
        List<FileWalker.FoundFile> files = new ArrayList<>();
        for (FileWalker.FoundFile file : walk.files()) {
            if (file.label().toLowerCase(Locale.ROOT).endsWith(".md")) files.add(file);
            else diagnostics.add(Diagnostic.note("build/not-markdown", SourceRange.file(strip(prefix, file.label()))));
        }
        AtomicInteger done = new AtomicInteger();
        List<Outcome<T>> outcomes = files.parallelStream()
                .map(file -> {
                    Outcome<T> outcome = reader.apply(new SitePath(strip(prefix, file.label())), file);
                    if (!stage.isEmpty()) progress.report(stage, done.incrementAndGet(), files.size());
                    return outcome;
                })
                .toList();
        List<T> values = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            diagnostics.addAll(outcome.diagnostics());
            outcome.value().ifPresent(values::add);
        }
        return values;
    }

    /** What is known of the file where nobody touched it; rights that the header leaves to the site are asked anew. */
    private Outcome<Article> article(SitePath path, FileWalker.FoundFile file, Rights rights) {
        Optional<Article> known = cache.find(path, file.stamp(), rights, article -> body(article, file.path(), rights));
        if (known.isPresent()) return Outcome.of(known.get());
        Outcome<Article> read = parse(path, file.path(), (at, bytes) -> parsed(at, bytes, rights));
        if (read.diagnostics().isEmpty()) read.value().ifPresent(article -> cache.put(file.stamp(), rights, article));
        return read;
    }

    private static Outcome<Article> parsed(SitePath path, byte[] bytes, Rights rights) {
        return masked(ArticleParser.parse(path, bytes, rights));
    }

    /** The body of an article whose header was known. */
    private static String body(Article article, Path file, Rights rights) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!ContentHash.of(bytes).equals(article.sha256()))
                throw new IOException("文件在生成过程中被改动，请再生成一次 / changed while the site was built, build again");
            return parsed(article.path(), bytes, rights).value().orElseThrow().body();
        } catch (IOException e) {
            throw new UncheckedIOException(article.path() + "：" + reason(e), e);
        }
    }

    /** From here on nobody sees what identifies a person; the content file itself stays as it is. */
    private static Outcome<Article> masked(Outcome<Article> parsed) {
        if (parsed.value().isEmpty()) return parsed;
        Article article = parsed.value().get();
        PrivacyMask.Masked body = PrivacyMask.mask(article.body());
        if (body.hidden() == 0) return parsed;
        List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
        diagnostics.add(Diagnostic.note(
                "build/masked", SourceRange.file(article.path().value()), Integer.toString(body.hidden())));
        return Outcome.of(article.withBody(body.text()), diagnostics);
    }

    private static <T> Outcome<T> parse(SitePath path, Path file, BiFunction<SitePath, byte[], Outcome<T>> parser) {
        try {
            return parser.apply(path, Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.failed(Diagnostic.error("build/unreadable", SourceRange.file(path.value()), reason(e)));
        }
    }

    private static Diagnostic below(String prefix, Diagnostic d) {
        SourceRange r = d.range();
        return new Diagnostic(
                d.severity(),
                d.code(),
                new SourceRange(strip(prefix, r.path()), r.line(), r.column(), r.lineText(), r.mark()),
                d.args());
    }

    private static String strip(String prefix, String label) {
        return label.startsWith(prefix) ? label.substring(prefix.length()) : label;
    }

    /**
     * The first by path of those that share an id; file systems of Windows and macOS take {@code A.md} and {@code a.md} for one,
     * and so do we.
     */
    private <T> List<T> unique(
            List<T> values, java.util.function.Function<T, String> id, java.util.function.Function<T, SitePath> path) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T value : values) {
            T first = byId.putIfAbsent(id.apply(value).toLowerCase(Locale.ROOT), value);
            if (first != null)
                diagnostics.add(Diagnostic.error(
                        "build/duplicate-id",
                        SourceRange.file(path.apply(value).value()),
                        id.apply(value),
                        path.apply(first).value()));
        }
        return List.copyOf(byId.values());
    }

    private record TextFile(SitePath path, String text) {}

    private Optional<TextFile> lexiconFile(String name) {
        SitePath path = new SitePath("content/lexicon/" + name);
        Path file = site.root().resolve(path.value());
        if (!Files.isRegularFile(file)) return Optional.empty();
        return readText(file).map(text -> new TextFile(path, text));
    }

    private Optional<String> readText(Path file) {
        String label = FileWalker.label(site.root().relativize(file));
        try {
            return Optional.of(TextDecoder.decode(Files.readAllBytes(file)).text());
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error("build/unreadable", SourceRange.file(label), reason(e)));
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "没有读取权限"
                : Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
