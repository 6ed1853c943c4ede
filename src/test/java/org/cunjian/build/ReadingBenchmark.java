package org.cunjian.build;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cunjian.config.SiteConfigReader;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Curation;
import org.cunjian.content.Metadata;
import org.cunjian.content.Rights;
import org.cunjian.content.Status;
import org.cunjian.ingest.CleanText;
import org.cunjian.io.SitePath;

/**
 * How many articles are cleaned and understood in a second of one processor: {@code ReadingBenchmark FOLDER [ROUNDS]}, a folder
 * of raw articles. Prints each round; later ones are warm. Of a noisy machine the best round says most.
 */
public final class ReadingBenchmark {
    private static final int MOST_ARTICLES = 1_000;

    private ReadingBenchmark() {}

    public static void main(String[] args) throws IOException {
        List<byte[]> raw = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().limit(MOST_ARTICLES).toList()) raw.add(Files.readAllBytes(file));
        }
        CaseReader reader = new CaseReader(SiteConfigReader.read(SiteFolder.CONFIG, "site.title=基准\n")
                .value()
                .orElseThrow());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        for (int round = 1; round <= rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long chars = 0;
            for (int i = 0; i < raw.size(); i++) {
                CleanText text = CleanText.of("a" + i + ".txt", raw.get(i));
                chars += text.body().length();
                reader.read(article("a" + i, text));
            }
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d articles of %d characters, %.0f a CPU second%n",
                    round,
                    raw.size(),
                    chars / raw.size(),
                    raw.size() / seconds);
        }
    }

    private static Article article(String id, CleanText text) {
        return new Article(
                new ArticleId(id),
                new SitePath("content/cases/" + id + ".md"),
                "0".repeat(64),
                new Metadata(text.title(), null, null, null, null),
                Curation.NONE,
                Rights.FULL,
                Status.PUBLISHED,
                null,
                1,
                text.body());
    }
}
