package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cunjian.text.Span;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static Mark mark(String body, String words) {
        return Mark.of(Mark.Kind.PRACTICE, Span.at(body.indexOf(words), words.length()));
    }

    private static Document rendered(String body, String... words) {
        List<Mark> marks = new ArrayList<>();
        for (String each : words) marks.add(mark(body, each));
        return Jsoup.parseBodyFragment(Markdown.toHtml(body, marks));
    }

    @Test
    void aMarkHoldsExactlyItsWords() {
        Document page = rendered("村里推行“五长制”，成效好。", "“五长制”");
        assertThat(page.select("mark#m-4").text()).isEqualTo("“五长制”");
        assertThat(page.text()).isEqualTo("村里推行“五长制”，成效好。");
    }

    @Test
    void aMarkAcrossEmphasisHasItsIdOnce() {
        Document page = rendered("推行**五长**制吧", "五长**制");
        assertThat(page.select("[id]")).hasSize(1);
        assertThat(page.select("mark").eachText()).containsExactly("五长", "制");
        assertThat(page.select("strong > mark").attr("id")).isEqualTo("m-4");
    }

    @Test
    void marksStandInLinksTablesAndLists() {
        Document page = rendered(
                "- 看[五长制](https://example.org/a?b=1&c=2)\n\n| 名称 | 数 |\n| --- | --- |\n| 积分制 | 3 |\n", "五长制", "积分制");
        assertThat(page.select("li a > mark").text()).isEqualTo("五长制");
        assertThat(page.select("td > mark").text()).isEqualTo("积分制");
        assertThat(page.select("a").attr("href")).isEqualTo("https://example.org/a?b=1&c=2");
    }

    @Test
    void overlappingMarksBothCanBeLinkedTo() {
        String body = "党建+积分制管理";
        Document page = rendered(body, "党建+积分制", "积分制管理");
        assertThat(page.select("#m-0").text()).isEqualTo("党建+");
        assertThat(page.select("#m-3").text()).isEqualTo("积分制");
        assertThat(page.text()).isEqualTo(body);
    }

    @Test
    void aMarkThatNoTextShowsStillCanBeLinkedTo() {
        String body = "见[文](https://example.org/五长制)。后文。\n\n`积分制`";
        Document page = rendered(body, "五长制", "积分制");
        assertThat(page.select("#m-" + body.indexOf("五长制"))).hasSize(1);
        assertThat(page.select("#m-" + body.indexOf("积分制"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "字<img src=x onerror=alert(1)>字",
                "<div onclick=\"a()\">\n块\n</div>",
                "[点](javascript:alert(1))",
                "[点](  JaVaScRiPt:alert(1))",
                "[点](data:text/html,x)",
                "[点](//evil.example/x)",
                "[点](../../etc)",
                "<javascript:alert(1)>",
                "![图](https://evil.example/x.png)",
                "![图](x.png)",
                "![图][r]\n\n[r]: https://evil.example/x.png",
                "[点][r]\n\n[r]: javascript:alert(1)",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "    <script>x</script>",
            })
    void nothingRunsAndNothingIsFetched(String hostile) {
        Document page = Jsoup.parseBodyFragment(Markdown.toHtml(hostile));
        assertThat(page.select("script, img, iframe, object, style, link")).isEmpty();
        for (Element element : page.body().getAllElements())
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (attribute.getKey().equals("href"))
                    assertThat(attribute.getValue()).matches("(https?://|mailto:).*");
            });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "国发[2022]5号文 | 国发[2022]5号文",
                "2<3 & 4>3 | 2<3 & 4>3",
                "a\\*b | a*b",
                "&copy; 2022 | © 2022",
                "![](https://x.example/a.png) | 〔图〕",
                "![村口](https://x.example/a.png) | 〔图：村口〕",
            })
    void whatTheReaderSees(String markdown, String text) {
        assertThat(Jsoup.parseBodyFragment(Markdown.toHtml(markdown)).text()).isEqualTo(text);
    }

    @Test
    void fourSpacesAreAnIndentAndNotCode() {
        Document page = Jsoup.parseBodyFragment(Markdown.toHtml("    村里推行**积分制**。"));
        assertThat(page.select("pre, code")).isEmpty();
        assertThat(page.select("p > strong").text()).isEqualTo("积分制");
    }

    @Test
    void headingsStandBelowThePagesOwn() {
        Document page = Jsoup.parseBodyFragment(Markdown.toHtml("# 一\n\n## 二\n\n### 三\n"));
        assertThat(page.select("h1, h2")).isEmpty();
        assertThat(page.select("h3").eachText()).containsExactly("一", "二");
        assertThat(page.select("h4").text()).isEqualTo("三");
    }

    static Stream<Long> seeds() {
        Long replay = Long.getLong("seed");
        return replay != null ? Stream.of(replay) : LongStream.range(0, 300).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMarkCanBeLinkedToAndTheTextIsUnharmed(long seed) {
        Random random = new Random(seed);
        String body = text(random);
        List<Mark> marks = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int start = random.nextInt(body.length());
            int end = Math.min(body.length(), start + 1 + random.nextInt(12));
            Mark.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            marks.add(Mark.of(kind, new Span(start, end)));
            ids.add(kind.id(new Span(start, end)));
        }
        String html = Markdown.toHtml(body, marks);
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(new TreeSet<>(page.select("[id]").eachAttr("id"))).isEqualTo(ids);
        assertThat(page.select("[id]")).hasSize(ids.size());
        assertThat(words(page)).isEqualTo(words(Jsoup.parseBodyFragment(Markdown.toHtml(body))));
        for (int i = 0; i < html.length(); i++)
            if (Character.isHighSurrogate(html.charAt(i)))
                assertThat(Character.isLowSurrogate(html.charAt(i + 1))).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plainDocumentsAreWrittenAsFlexmarkWritesThem(long seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        do {
            body.setLength(0);
            for (int i = 5 + random.nextInt(40); i > 0; i--)
                body.append(PLAIN_PIECES.get(random.nextInt(PLAIN_PIECES.size())));
        } while (!PlainHtml.isPlain(Markdown.parse(body.toString())));
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int start = random.nextInt(body.length());
            Mark.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            marks.add(Mark.of(kind, new Span(start, Math.min(body.length(), start + 1 + random.nextInt(12)))));
        }
        com.vladsch.flexmark.util.ast.Document document = Markdown.parse(body.toString());
        MarkLayout layout = MarkLayout.of(body.toString(), marks);
        assertThat(PlainHtml.of(document, layout)).isEqualTo(Markdown.rendered(document, layout));
    }

    private static final List<String> PLAIN_PIECES = List.of(
            "村",
            "五长制",
            "，",
            "。",
            "\n\n",
            "\n\n\n",
            "\n",
            " \n",
            "  ",
            "　",
            "　　",
            "**",
            "**党建**",
            "*好*",
            "&",
            "\\",
            "\\+",
            "<",
            "\"",
            ">3",
            "\r\n",
            "\n## ",
            "\n\n# 一、",
            "“",
            "𠮷",
            "\t",
            "_",
            "1+3+1");

    private static String words(Document page) {
        return page.wholeText().replaceAll("\\s+", " ").strip();
    }

    private static final List<Mark.Kind> KINDS = List.of(Mark.Kind.values());

    private static final List<String> PIECES = List.of(
            "村",
            "五长制",
            "，",
            "。",
            "\n\n",
            "\n",
            "**",
            "*",
            "`",
            "[",
            "](https://a.example/)",
            "](x)",
            "![",
            "|",
            "\n| a | b |\n| - | - |\n| 五 | 长 |\n",
            "\n- ",
            "\n1. ",
            "\n> ",
            "\n## ",
            "<b>",
            "</b>",
            "&amp;",
            "&",
            "\\",
            "\\*",
            "𠮷",
            "𪚥",
            "\uD842",
            "“",
            "”",
            "+",
            "1+3+1",
            " ",
            "　",
            "<!--",
            "-->",
            "_",
            "\n```\n",
            "~",
            "#",
            "国发[2022]5号");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("起");
        for (int i = 5 + random.nextInt(40); i > 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(piece.equals("\uD842") ? "𠂊" : piece);
        }
        return text.toString();
    }
}
