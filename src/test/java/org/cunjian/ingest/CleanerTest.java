package org.cunjian.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
    private static CleanArticle clean(String name, String text) {
        return clean(name, text.getBytes(UTF_8));
    }

    private static CleanArticle clean(String name, byte[] bytes) {
        try {
            return CleanArticle.of(RawArticleReader.read(name, name, bytes).draft(), "文件名称");
        } catch (UnreadableException e) {
            throw new AssertionError(e.code(), e);
        }
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.range(8800, 8900);
    }

    /** {@code -Dseed=8841} replays one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cleanArticlePassesThroughByteForByte(long seed) {
        ChineseText text = new ChineseText(new Random(seed));
        String title = text.title();
        StringBuilder body = new StringBuilder();
        int paragraphs = 2 + text.below(12);
        for (int i = 0; i < paragraphs; i++) body.append(i == 0 ? "" : "\n\n").append(text.paragraph());
        body.append('\n');
        String article = title + "\n\n" + body;
        CleanArticle cleaned = clean("a.txt", article);
        assertThat(cleaned.metadata().title()).isEqualTo(title);
        assertThat(cleaned.body()).isEqualTo(body.toString());
        assertThat(cleaned.metadata().date()).isNull();
        assertThat(cleaned.metadata().source()).isNull();
        assertThat(cleaned.changes()).extracting(Change::rule).containsOnly("title");
        assertThat(clean("a.txt", article.getBytes(Charset.forName("GB18030"))).body())
                .isEqualTo(body.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "（", "[", "【", "<", "“", "{", "*", "_", "`", "#", "?", "&", "|", "鄉(", "<div>", "<p>", "[a](",
                "&#", "来源：", "2022-", "“党 ", "首页 ", "微信", "> ", "分享到"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void hundredThousandMarksAreReadInLinearTime(String mark) {
        String marks = mark.repeat(100_000 / mark.length());
        for (String name : List.of("a.txt", "a.md", "a.html")) {
            clean(name, "标题在这里\n\n" + marks + "\n\n正文一句，说的是村里的事，说得不算短，也不算长。\n");
            clean(name, "<html><body><p>正文一句，说的是村里的事，说得不算短，也不算长。</p>" + marks + "</body></html>");
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void longArticleIsReadInLinearTime() {
        ChineseText text = new ChineseText(new Random(1));
        StringBuilder article = new StringBuilder("长文\n\n");
        while (article.length() < 200_000) article.append(text.paragraph()).append("\n\n");
        assertThat(clean("a.txt", article.toString()).body().length()).isGreaterThan(199_000);
        String oneLine = "长文\n" + article.toString().replace("\n", "");
        assertThat(clean("a.txt", oneLine).body().length()).isGreaterThan(190_000);
        String lines = "长文\n" + "短行\n".repeat(50_000);
        clean("a.txt", lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"村", "𠀀", "村\uDB40\uDD00", "a", "。", "——", "《》", "?", "2022-01-01", "来源：", "\u3000", "（完）"})
    void oneCharacterIsNoReasonToFail(String text) {
        for (String name : List.of("a.txt", "a.md", "a.html")) {
            try {
                CleanArticle.of(
                        RawArticleReader.read(name, name, text.getBytes(UTF_8)).draft(), "文件");
            } catch (UnreadableException e) {
                assertThat(e.code()).isEqualTo("ingest/empty");
            }
        }
    }

    @Test
    void glossOfARareCharacterIsLeft() {
        CleanArticle article = clean("a.txt", "垚村的事\n\n垚(yáo)村在山里，村里三百户人家，家家门前种竹子，日子过得安稳。\n");
        assertThat(article.body()).contains("垚(yáo)村");
        assertThat(article.changes())
                .anyMatch(c -> c.grade() == Grade.UNSURE && c.rule().equals("inserted-pinyin"));
    }

    @Test
    void wrappedLinesAreJoinedAgain() {
        String sentence = "山前村把垃圾分类写进村规民约，每月评一次，得分贴在村口，村民都看得到，谁家扣了分也一清二楚。";
        StringBuilder wrapped = new StringBuilder("山前村的垃圾分类\n\n");
        String paragraph = sentence.repeat(10);
        for (int i = 0; i < paragraph.length(); i += 35)
            wrapped.append(paragraph, i, Math.min(paragraph.length(), i + 35)).append('\n');
        assertThat(clean("a.txt", wrapped.toString()).body()).isEqualTo(paragraph + "\n");
    }

    @Test
    void speedIsTold() {
        ChineseText text = new ChineseText(new Random(2));
        StringBuilder article = new StringBuilder("速度\n\n");
        while (article.length() < 3300) article.append(text.paragraph()).append("\n\n");
        byte[] bytes = article.toString().getBytes(UTF_8);
        for (int i = 0; i < 300; i++) clean("a.txt", bytes);
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        int articles = 1000;
        for (int i = 0; i < articles; i++) clean("a.txt", bytes);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - from);
        System.out.printf(
                java.util.Locale.ROOT,
                "ingest: %.0f articles of 3,300 characters a CPU second%n",
                articles * 1e9 / took.toNanos());
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
}
