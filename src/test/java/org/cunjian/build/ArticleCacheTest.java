package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleParser;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.FileStamp;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleCacheTest {
    private static final SitePath PATH = new SitePath("content/cases/a.md");
    private static final String TEXT = """
            title=四长制
            date=2022-03-04
            type=case
            status=published
            source=村鉴编写
            place=湖南省//石鼓区
            tags=水, 路
            practices=+四长制, -方向盘
            summary=一句话
            origin=a.txt
            origin.sha256=0000000000000000000000000000000000000000000000000000000000000000
            ~~~~~~
            村里推行“四长制”。
            """;
    private static final FileStamp OLD = new FileStamp(100, 1_600_000_000_000_000_000L, 7);

    @TempDir
    Path folder;

    private static Article article() {
        return ArticleParser.parse(PATH, TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8), Rights.FULL)
                .value()
                .orElseThrow();
    }

    private Path file() {
        return folder.resolve("articles.bin");
    }

    private ArticleCache saved(FileStamp stamp) {
        ArticleCache cache = ArticleCache.open(file(), "v1");
        cache.put(stamp, Rights.FULL, article());
        cache.save();
        return ArticleCache.open(file(), "v1");
    }

    @Test
    void anArticleComesBackWithItsBodyOnDemand() {
        Article back =
                saved(OLD).find(PATH, OLD, Rights.FULL, a -> "正文 " + a.id()).orElseThrow();
        assertThat(back).isEqualTo(article());
        assertThat(back.body()).isEqualTo("正文 a");
    }

    @Test
    void whatLooksDifferentOrWasReadByAnotherRuleIsReadAnew() {
        ArticleCache cache = saved(OLD);
        assertThat(cache.find(PATH, new FileStamp(101, OLD.modifiedNanos(), 7), Rights.FULL, a -> ""))
                .isEmpty();
        assertThat(cache.find(PATH, new FileStamp(100, OLD.modifiedNanos() + 1, 7), Rights.FULL, a -> ""))
                .isEmpty();
        assertThat(cache.find(PATH, new FileStamp(100, OLD.modifiedNanos(), 8), Rights.FULL, a -> ""))
                .isEmpty();
        assertThat(cache.find(PATH, OLD, Rights.EXCERPT, a -> "")).isEmpty();
        assertThat(ArticleCache.open(file(), "v2").find(PATH, OLD, Rights.FULL, a -> ""))
                .isEmpty();
    }

    @Test
    void aFileThatIsStillWarmIsNotTrusted() {
        FileStamp now = new FileStamp(100, System.currentTimeMillis() * 1_000_000L, 7);
        assertThat(saved(now).find(PATH, now, Rights.FULL, a -> "")).isEmpty();
    }

    @Test
    void aDamagedFileIsAsGoodAsNothing() throws IOException {
        saved(OLD);
        byte[] good = Files.readAllBytes(file());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            Files.write(file(), bad);
            assertThat(ArticleCache.open(file(), "v1").find(PATH, OLD, Rights.FULL, a -> ""))
                    .isEmpty();
            Files.write(file(), Arrays.copyOf(good, i));
            assertThat(ArticleCache.open(file(), "v1").find(PATH, OLD, Rights.FULL, a -> ""))
                    .isEmpty();
        }
    }

    @Test
    void aFileThatChangesAfterItWasLookedAtIsNamed() throws IOException {
        SiteFolder site = SiteInText.write(folder.resolve("站"), "-- content/cases/a.md --\n" + TEXT);
        Path article = site.root().resolve(PATH.value());
        Files.setLastModifiedTime(article, FileTime.from(Instant.parse("2022-01-01T00:00:00Z")));
        ArticleCache first = ContentLoader.openCache(site);
        ContentLoader.load(site, Progress.NONE, first);
        first.save();
        SiteContent content = ContentLoader.load(site, Progress.NONE).value().orElseThrow();
        Article known = content.articles().stream()
                .filter(a -> a.path().equals(PATH))
                .findFirst()
                .orElseThrow();
        Files.writeString(article, TEXT + "又及。\n");
        assertThatThrownBy(known::body)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("content/cases/a.md")
                .hasMessageContaining("改动");
    }
}
