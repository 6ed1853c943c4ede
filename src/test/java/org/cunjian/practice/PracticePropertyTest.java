package org.cunjian.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.cunjian.figure.Figure;
import org.cunjian.figure.FigureExtractor;
import org.cunjian.text.Simplifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, however broken. */
class PracticePropertyTest {
    private static final String[] PIECES = {
        "“",
        "”",
        "「",
        "」",
        "《",
        "》",
        "‘",
        "’",
        "\"",
        "、",
        "，",
        "。",
        "；",
        "：",
        "（",
        "）",
        "+",
        "——",
        "\n",
        "## ",
        "的",
        "等",
        "建立",
        "推行",
        "三长",
        "五会",
        "制",
        "机制",
        "模式",
        "平台",
        "1+2",
        "即",
        "包括",
        "党员",
        "議事",
        "積分",
        "路长",
        "村",
        "桃源村",
        "86万元",
        "预计",
        "50.3%",
        "\uD842\uDFB7",
        "\uD842",
        "\u202E",
        "\u3000",
        "Ａ",
        "x",
        "一",
        "个",
        "积分",
        "超市",
        "通过",
        "争创",
        "星"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void factsPointIntoTheText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            StringBuilder made = new StringBuilder();
            int length = random.nextInt(400);
            for (int i = 0; i < length; i++) made.append(PIECES[random.nextInt(PIECES.length)]);
            check(made.toString());
        }
    }

    @Test
    void everyPrefixAndSuffixOfTheExamplesIsRead() throws IOException {
        String text = PracticeSpecTest.examples().stream()
                .map(PracticeSpecTest.Example::body)
                .collect(Collectors.joining("\n\n"));
        for (int cut = 0; cut <= text.length(); cut += 3) {
            check(text.substring(0, cut));
            check(text.substring(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-tv", "02-exam", "03-hant", "05-feature", "06-numbers", "12-digital", "14-multi"})
    void everyPrefixAndSuffixOfThePagesIsRead(String page) throws IOException {
        String text = PageSpecTest.read(page);
        for (int cut = 0; cut <= text.length(); cut += 7) {
            check(text.substring(0, cut));
            check(text.substring(cut));
        }
    }

    /** What four times as long costs at most ten times as much: a rule that looks back or ahead without a limit would cost sixteen times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "“三亮三比”活动，",
                "一是甲乙，二是丙丁，",
                "由甲乙、丙丁组成的“三员”，",
                "“听、问、办”三步工作法，",
                "平台——村事通，",
                "“甲”从乙丙、丁戊等方面，",
                "“三会”即",
                "第一，甲乙。第二，",
                "“135”工作法",
                "“1+N”，“1”即甲，“N”指乙、丙，",
                "村社区",
                "86万元由51岁降至42岁",
                "\u200F\u202E“甲",
                "建立起了",
                "三长制、",
                "甲、",
                "“甲乙、"
            })
    @Timeout(120)
    void costGrowsWithTheLengthOnly(String piece) {
        long quarter = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) quarter = Math.min(quarter, cost(piece, 25_000));
        long whole = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) whole = Math.min(whole, cost(piece, 100_000));
        assertThat(whole)
                .as("nanoseconds at 100,000 characters, %s at 25,000", quarter)
                .isLessThan(10 * quarter + 50_000_000);
    }

    private static long cost(String piece, int length) {
        String body = piece.repeat(length / piece.length());
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        new PracticeExtractor().extract("村里的“三长”", body);
        FigureExtractor.extract(body);
        return threads.getCurrentThreadCpuTime() - start;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“", "”", "「", "《", "、", "+", "路长、", "“三长”", "“三长”机制、", "1+1+", "建立", "机制", "一三", "86万元", "村", "《甲》",
                "三化、", "\uD842", "好，", "\u202E", "\u200F“", "‘’", "「『", "（", "由", "一是", "——", "1+N"
            })
    @Timeout(60)
    void longRunsOfOneThingAreReadInLinearTime(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        check(text);
    }

    @Test
    @Timeout(60)
    void oneSentenceOfAMegabyteIsRead() {
        check("村里推行“周三夜谈”机制设立渠长塘长井长三长制".repeat(45_000));
    }

    private static void check(String body) {
        for (PracticeFinding finding : new PracticeExtractor().extract("村里的“三长”", body)) {
            assertThat(finding.name()).isNotBlank();
            for (Mention mention : finding.mentions()) {
                assertThat(mention.span().of(body)).isEqualTo(mention.surface());
                assertThat(mention.evidence().end()).isLessThanOrEqualTo(body.length());
            }
            for (Component part : finding.components())
                assertThat(NameForm.shown(Simplifier.toSimplified(body)
                                .substring(part.span().start(), part.span().end())))
                        .isEqualTo(part.name());
        }
        List<Figure> figures = FigureExtractor.extract(body);
        int end = 0;
        for (Figure figure : figures) {
            assertThat(figure.span().start()).isGreaterThanOrEqualTo(end);
            end = figure.span().end();
            assertThat(figure.span().of(Simplifier.toSimplified(body))).isEqualTo(figure.text());
        }
    }
}
