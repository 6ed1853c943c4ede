package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
    private static final MutableDataSet OPTIONS =
            new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

    private static String shown(String markdown) {
        return Jsoup.parse(RENDERER.render(PARSER.parse("前段。\n\n" + markdown + "\n\n后段。\n")))
                .body()
                .text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.构建网格化治理体系",
                "+ 党建引领",
                "# 一号工程",
                "#乡村振兴#",
                "##",
                "> 引文",
                "王*明、李*红、张*",
                "**、李**同志",
                "_a_ 和 b_c_d",
                "`代码`和`代码`",
                "[视频]: 某村",
                "[甲](乙)",
                "<b>粗</b>",
                "a<b，c>d",
                "&lt;不是标签&gt;",
                "C:\\*文件",
                "```",
                "~~~~~~",
                "---",
                "===",
                "- - -",
                "***",
                "！[图](x.png)",
                "![图](x.png)",
                "5*4*3=60",
                "“1+3+1”",
                "__",
                "<http://a.b>",
                "\\",
                "\\\\*",
                "[甲][乙]",
                "a|b|c"
            })
    void lineReadsTheSame(String line) {
        assertThat(shown(MarkdownText.paragraph(line))).isEqualTo(("前段。 " + line + " 后段。").replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.构建网格化治理体系",
                "“党建+网格”",
                "3*4",
                "#乡村振兴#",
                "（一）5%<10%",
                "A&B",
                "a_b",
                "[视频]某村",
                "——副题",
                "100%",
                "1、2、3"
            })
    void nothingIsEscapedWithoutNeed(String line) {
        assertThat(MarkdownText.paragraph(line)).isEqualTo(line);
    }

    @Test
    void anyLineReadsTheSame() {
        String alphabet = "村治 *_`[]()<>#+-=~\\&;!|:.1a”";
        Random random = new Random(8841);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder("甲".repeat(random.nextInt(2)));
            int length = 1 + random.nextInt(10);
            for (int k = 0; k < length; k++) line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            String text = Han.strip(line.toString()).replaceAll("\\s+", " ");
            // A list written as one is one.
            if (text.isEmpty() || text.matches("(?:[-*]|\\d+[.)])(?: .*)?")) continue;
            assertThat(shown(MarkdownText.paragraph(text)))
                    .as(text + " ⇒ " + MarkdownText.paragraph(text))
                    .isEqualTo("前段。 " + text + " 后段。");
        }
    }
}
