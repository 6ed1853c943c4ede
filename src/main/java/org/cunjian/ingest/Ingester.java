package org.cunjian.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.cunjian.content.ArticleParser;
import org.cunjian.content.Origin;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.ingest.IngestReport.Entry;
import org.cunjian.ingest.IngestReport.Fate;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.ContentHash;
import org.cunjian.io.FileWalker;
import org.cunjian.io.FileWalker.FoundFile;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * Raw files to content files. Files are read and cleaned in parallel and written in the order of their names, so that the result
 * does not depend on the machine. A raw file is never changed, a content file that somebody edited never overwritten; a file
 * that cannot be read is told and the rest goes on.
 */
public final class Ingester {
    /** So many are held in memory between reading and writing. */
    private static final int BATCH = 256;

    private static final String REPORT = ".cunjian/ingest-report.md";
    private static final String STAGE = "ingest/stage";

    private final Path siteRoot;
    private final Rights rights;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<SitePath> settled = new HashSet<>();
    private final CaseShelf shelf;

    private Ingester(Path siteRoot, Rights rights) {
        this.siteRoot = siteRoot;
        this.rights = rights;
        this.shelf = CaseShelf.of(siteRoot);
    }

    /** As {@link #ingest(List, Path, Rights, Messages, Progress)}, with the log in Chinese. */
    public static IngestReport ingest(List<Path> inputs, Path siteRoot, Rights rights, Progress progress) {
        return ingest(inputs, siteRoot, rights, Messages.in(Language.ZH), progress);
    }

    /**
     * Ingests files and folders into {@code <siteRoot>/content/cases} and writes the log to
     * {@code <siteRoot>/.cunjian/ingest-report.md}.
     *
     * @param rights what is written as {@code rights=} into new content files
     * @param messages the language of the log
     */
    public static IngestReport ingest(
            List<Path> inputs, Path siteRoot, Rights rights, Messages messages, Progress progress) {
        return new Ingester(siteRoot, rights).run(inputs, messages, progress);
    }

    private IngestReport run(List<Path> inputs, Messages messages, Progress progress) {
        FileWalker.Walk walk = FileWalker.walk(inputs);
        diagnostics.addAll(walk.diagnostics());
        for (Diagnostic d : walk.diagnostics())
            entries.add(new Entry(d.range().path(), Fate.REFUSED, null, "", "", List.of()));
        List<FoundFile> files = walk.files();
        if (files.isEmpty() && walk.diagnostics().isEmpty())
            for (Path input : inputs)
                diagnostics.add(Diagnostic.warning("ingest/nothing", SourceRange.file(FileWalker.label(input))));
        AtomicLong done = new AtomicLong();
        for (int from = 0; from < files.size(); from += BATCH) {
            List<FoundFile> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            List<Cleaned> cleaned = batch.parallelStream()
                    .map(file -> {
                        Cleaned one = clean(file);
                        progress.report(STAGE, done.incrementAndGet(), files.size());
                        return one;
                    })
                    .toList();
            for (Cleaned one : cleaned) settle(one);
        }
        entries.sort(Comparator.comparing(Entry::file));
        diagnostics.sort(null);
        IngestReport report = new IngestReport(entries, diagnostics);
        return writeReport(report, messages);
    }

    private IngestReport writeReport(IngestReport report, Messages messages) {
        Path file = siteRoot.resolve(REPORT);
        try {
            AtomicFile.write(file, report.toMarkdown(messages).getBytes(StandardCharsets.UTF_8));
            return report;
        } catch (IOException e) {
            List<Diagnostic> all = new ArrayList<>(report.diagnostics());
            all.add(Diagnostic.error("ingest/cannot-write", SourceRange.file(FileWalker.label(file)), reason(e)));
            return new IngestReport(report.entries(), all);
        }
    }

    /** A file after the part that knows nothing of other files; the article is null where it was refused. */
    private record Cleaned(
            FoundFile file, String sha256, @Nullable Content content, String kind, List<Diagnostic> diagnostics) {}

    private record Content(CleanArticle article, ArticleKey key) {}

    private static Cleaned clean(FoundFile file) {
        String name = file.path().getFileName().toString();
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            RawArticleReader.Raw raw = RawArticleReader.read(file.label(), name, bytes);
            int dot = name.lastIndexOf('.');
            CleanArticle article = CleanArticle.of(raw.draft(), dot > 0 ? name.substring(0, dot) : name);
            if (article.body().isBlank()) throw new UnreadableException("ingest/no-body");
            String kind =
                    raw.charset().isEmpty() ? raw.kind().name() : raw.kind().name() + " " + raw.charset();
            Content content =
                    new Content(article, ArticleKey.of(article.metadata().title(), article.body()));
            return new Cleaned(file, ContentHash.of(bytes), content, kind, raw.diagnostics());
        } catch (UnreadableException e) {
            return refused(file, e.code(), e.args().toArray(new String[0]));
        } catch (IOException e) {
            return refused(file, "io/unreadable", reason(e));
        }
    }

    private static Cleaned refused(FoundFile file, String code, String... args) {
        return new Cleaned(file, "", null, "", List.of(Diagnostic.error(code, SourceRange.file(file.label()), args)));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private void settle(Cleaned cleaned) {
        diagnostics.addAll(cleaned.diagnostics());
        Content content = cleaned.content();
        if (content == null) {
            add(cleaned, Fate.REFUSED, null);
            return;
        }
        CleanArticle article = content.article();
        CaseShelf.Held held = shelf.ofOrigin(cleaned.sha256());
        if (held != null) {
            settleAgain(cleaned, article, held);
            return;
        }
        CaseShelf.Held same = shelf.ofArticle(content.key());
        if (same != null) {
            tell("ingest/same-article", cleaned, same.path().value());
            add(cleaned, Fate.DUPLICATE, same);
            return;
        }
        CaseShelf.Held place = shelf.place(article, cleaned.sha256());
        if (write(cleaned, article, place)) {
            shelf.hold(place, content.key(), cleaned.sha256());
            add(cleaned, Fate.WRITTEN, place);
        } else {
            add(cleaned, Fate.REFUSED, null);
        }
    }

    /** The raw file is known: of this run (then it stands here twice) or of an earlier one. */
    private void settleAgain(Cleaned cleaned, CleanArticle article, CaseShelf.Held held) {
        if (settled.contains(held.path())) {
            tell("ingest/same-article", cleaned, held.path().value());
            add(cleaned, Fate.DUPLICATE, held);
            return;
        }
        byte[] fresh = bytes(cleaned, article);
        try {
            byte[] there = Files.readAllBytes(held.file());
            if (Arrays.equals(fresh, there)) {
                add(cleaned, Fate.UNCHANGED, held);
            } else if (held.ingested() == null || !ContentFile.isUntouched(there, held.ingested())) {
                tell("ingest/edited", cleaned, held.path().value());
                add(cleaned, Fate.KEPT, held);
            } else {
                add(cleaned, write(cleaned, article, held) ? Fate.UPDATED : Fate.REFUSED, held);
            }
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error(
                    "io/unreadable", SourceRange.file(held.path().value()), reason(e)));
            add(cleaned, Fate.REFUSED, held);
        }
    }

    private byte[] bytes(Cleaned cleaned, CleanArticle article) {
        Origin origin = new Origin(cleaned.file().path().getFileName().toString(), cleaned.sha256());
        return ContentFile.write(article, origin, rights);
    }

    private boolean write(Cleaned cleaned, CleanArticle article, CaseShelf.Held place) {
        byte[] bytes = bytes(cleaned, article);
        Outcome<?> check = ArticleParser.parse(place.path(), bytes, rights);
        diagnostics.addAll(check.diagnostics());
        if (check.value().isEmpty()) return false;
        try {
            AtomicFile.write(place.file(), bytes);
            return true;
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error(
                    "ingest/cannot-write", SourceRange.file(place.path().value()), reason(e)));
            return false;
        }
    }

    private void tell(String code, Cleaned cleaned, String... args) {
        diagnostics.add(Diagnostic.note(code, SourceRange.file(cleaned.file().label()), args));
    }

    private void add(Cleaned cleaned, Fate fate, CaseShelf.@Nullable Held held) {
        CleanArticle article =
                cleaned.content() == null ? null : cleaned.content().article();
        if (held != null) settled.add(held.path());
        entries.add(new Entry(
                cleaned.file().label(),
                fate,
                held == null ? null : held.path(),
                article == null ? "" : article.metadata().title(),
                cleaned.kind(),
                article == null ? List.of() : article.changes()));
    }
}
