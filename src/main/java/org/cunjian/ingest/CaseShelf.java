package org.cunjian.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cunjian.content.FrontMatter;
import org.cunjian.content.Metadata;
import org.cunjian.io.FileWalker;
import org.cunjian.io.SitePath;
import org.cunjian.text.Pinyin;
import org.jspecify.annotations.Nullable;

/** The content files of cases that a site already has, by the raw file and by the article they hold. One thread only. */
final class CaseShelf {
    static final String FOLDER = "content/cases";

    /** One content file: where it is, and what its header records. */
    record Held(SitePath path, Path file, @Nullable String ingested) {}

    private final Path root;
    private final Map<String, Held> byOrigin = new HashMap<>();
    private final Map<ArticleKey, Held> byArticle = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private CaseShelf(Path root) {
        this.root = root;
    }

    /** Reads the headers of all cases; files that do not parse still hold their names. */
    static CaseShelf of(Path root) {
        CaseShelf shelf = new CaseShelf(root);
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) return shelf;
        for (FileWalker.FoundFile found : FileWalker.walk(List.of(folder)).files()) {
            if (!found.path().getFileName().toString().endsWith(".md")) continue;
            shelf.add(found.path());
        }
        return shelf;
    }

    private void add(Path file) {
        SitePath path = new SitePath(FileWalker.label(root.relativize(file)));
        ids.add(path.stem().toLowerCase(Locale.ROOT));
        try {
            FrontMatter.parse(path, Files.readAllBytes(file)).value().ifPresent(front -> {
                Held held = new Held(path, file, front.value("ingest.sha256").orElse(null));
                front.value("origin.sha256").ifPresent(sha -> byOrigin.putIfAbsent(sha, held));
                byArticle.putIfAbsent(ArticleKey.of(front.value("title").orElse(""), front.body()), held);
            });
        } catch (IOException e) {
            // It keeps its name; the build tells what is wrong with it.
        }
    }

    @Nullable
    Held ofOrigin(String sha256) {
        return byOrigin.get(sha256);
    }

    @Nullable
    Held ofArticle(ArticleKey key) {
        return byArticle.get(key);
    }

    /** Takes a new place: {@code content/cases/<year>-<first words in pinyin>-<six digits of the origin's hash>.md}. */
    Held place(CleanArticle article, String sha256) {
        String id = "";
        for (int digits = 6; id.isEmpty() || ids.contains(id); digits += 2)
            id = id(article.metadata(), sha256.substring(0, digits));
        SitePath path = new SitePath(FOLDER + "/" + id + ".md");
        return new Held(path, root.resolve(path.value()), null);
    }

    private static String id(Metadata metadata, String digits) {
        String year = metadata.date() == null ? "" : metadata.date().getYear() + "-";
        return year + Pinyin.slug(firstWords(metadata.title())) + "-" + digits;
    }

    /** The first words of a title, without the column in brackets before it: twelve letters and what is between them. */
    private static String firstWords(String title) {
        String bare = title.replaceFirst("^(?:\\s*(?:\\[[^\\]]{1,20}\\]|【[^】]{1,40}】))+", "");
        String shown = bare.isBlank() ? title : bare;
        StringBuilder words = new StringBuilder();
        int letters = 0;
        for (int i = 0; i < shown.length() && letters < 10; ) {
            int c = shown.codePointAt(i);
            i += Character.charCount(c);
            words.appendCodePoint(c);
            if (Han.isWord(c)) letters++;
        }
        return words.toString();
    }

    void hold(Held held, ArticleKey key, String sha256) {
        ids.add(held.path().stem().toLowerCase(Locale.ROOT));
        byOrigin.put(sha256, held);
        byArticle.putIfAbsent(key, held);
    }
}
