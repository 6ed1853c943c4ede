package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', textBlock = """
            垃圾没人管。红白事攀比！谁来治？         # 垃圾没人管。|红白事攀比！|谁来治？
            他说：“先把路修好。”大家都点头。         # 他说：“先把路修好。”|大家都点头。
            会上喊出“谁来管？怎么管？”的口号。后来… # 会上喊出“谁来管？怎么管？”的口号。|后来…
            办好“一件事。一张网”，一天到底。再说     # 办好“一件事。一张网”，一天到底。|再说
            （注：见附件。共三页。）正文从此起。     # （注：见附件。共三页。）|正文从此起。
            「誰來管？」村裡人問。                   # 「誰來管？」|村裡人問。
            占地3.5亩.后来扩了                       # 占地3.5亩.|后来扩了
            说了又说……没人听。                       # 说了又说……|没人听。
            真的吗？！真的。                         # 真的吗？！|真的。
            没有标点的一行                           # 没有标点的一行
            “引号没有关上。第二句。                  # “引号没有关上。|第二句。
            """)
    void cutsWhereAReaderWouldPause(String text, String sentences) {
        assertThat(SentenceSplitter.split(text).stream().map(s -> s.of(text)).toList())
                .containsExactly(sentences.split("\\|"));
    }

    @Test
    void lineEndsEndSentencesAndWhiteSpaceStaysOutside() {
        String text = "\u3000\u3000标题一行\r\n\n 第一句。 第二句\u2028第三句 ";
        assertThat(SentenceSplitter.split(text).stream().map(s -> s.of(text)))
                .containsExactly("标题一行", "第一句。", "第二句", "第三句");
    }

    @Test
    void textWithoutFullStopsComesOutInReadablePieces() {
        String text = "村里修路，".repeat(500);
        List<Span> sentences = SentenceSplitter.split(text);
        assertThat(sentences).allSatisfy(s -> assertThat(s.length()).isLessThanOrEqualTo(SentenceSplitter.LONG + 5));
        assertThat(sentences).allSatisfy(s -> assertThat(s.of(text)).endsWith("，"));
    }

    @Test
    void surrogatePairsAreNeverCut() {
        String text = "\uD842\uDFB7".repeat(2000);
        assertThat(SentenceSplitter.split(text)).hasSizeGreaterThan(3).allSatisfy(s -> {
            assertThat(Character.isHighSurrogate(text.charAt(s.start()))).isTrue();
            assertThat(Character.isLowSurrogate(text.charAt(s.end() - 1))).isTrue();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void sentencesAreOrderedDisjointTrimmedAndLoseOnlyBlanks(long seed) {
        Random random = new Random(seed);
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 3000; i++) made.append("村路长会制。，、“”‘’（）「」《》！？…\n \u3000a1.".charAt(random.nextInt(27)));
        String text = made.toString();
        int end = 0;
        int kept = 0;
        for (Span s : SentenceSplitter.split(text)) {
            assertThat(s.start()).isGreaterThanOrEqualTo(end);
            assertThat(s.of(text)).isEqualTo(s.of(text).strip()).isNotEmpty();
            end = s.end();
            kept += (int)
                    s.of(text).chars().filter(c -> !Character.isWhitespace(c)).count();
        }
        assertThat(kept).isEqualTo((int)
                text.chars().filter(c -> !Character.isWhitespace(c)).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"“", "”", "（", "。", "字", "「", "a", " ", "\uD842", "…"})
    @Timeout(10)
    void aMillionOfOneCharacterIsSplitInLinearTime(String character) {
        String text = character.repeat(1_000_000);
        assertThat(SentenceSplitter.split(text))
                .allSatisfy(s -> assertThat(s.end()).isLessThanOrEqualTo(text.length()));
    }
}
