package org.cunjian.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.DiagnosticRenderer;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.ContentHash;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleParserTest {
    private static final SitePath PATH = new SitePath("content/cases/2022-shanqian.md");

    private static final String GOOD = """
            title=山前村：“五长制”管好一条街
            date=2022-12-28
            type=case
            status=published
            source=山前日报
            sourceUrl=https://example.org/a?id=1&b=2
            byline=记者 李明
            place=湖南省/衡阳市//山前镇/
            tags=垃圾分类，积分制、党建, 积分制
            rights=excerpt
            origin=081 原稿.txt
            origin.sha256=%s
            ingest.sha256=%s
            practices=+五长制, -菜篮子、+党建+网格，＋补短板固基、达标提质行动
            summary=a=b
            ~~~~~~
            山前村推行“五长制”。

            ## 一、路长
            ~~~~~~
            末段
            """.formatted("a".repeat(64), "b".repeat(64));

    private static Outcome<Article> parse(String text) {
        return ArticleParser.parse(PATH, text.getBytes(UTF_8), Rights.FULL);
    }

    @Test
    void everyFieldIsRead() {
        Outcome<Article> outcome = parse(GOOD);
        assertThat(outcome.diagnostics()).isEmpty();
        Article article = outcome.value().orElseThrow();
        assertThat(article.id()).isEqualTo(new ArticleId("2022-shanqian"));
        assertThat(article.metadata())
                .isEqualTo(new Metadata(
                        "山前村：“五长制”管好一条街",
                        LocalDate.of(2022, 12, 28),
                        "山前日报",
                        "https://example.org/a?id=1&b=2",
                        "记者 李明"));
        assertThat(article.curation())
                .isEqualTo(new Curation(
                        "湖南省/衡阳市//山前镇/",
                        List.of("垃圾分类", "积分制", "党建"),
                        List.of("五长制", "党建+网格", "补短板固基、达标提质行动"),
                        List.of("菜篮子"),
                        "a=b"));
        assertThat(article.rights()).isEqualTo(Rights.EXCERPT);
        assertThat(article.status()).isEqualTo(Status.PUBLISHED);
        assertThat(article.origin()).isEqualTo(new Origin("081 原稿.txt", "a".repeat(64)));
        assertThat(article.bodyLine()).isEqualTo(17);
        assertThat(article.body()).isEqualTo("山前村推行“五长制”。\n\n## 一、路长\n~~~~~~\n末段\n");
        assertThat(article.sha256()).isEqualTo(ContentHash.of(GOOD));
    }

    @Test
    void lineEndsAndByteOrderMarkMakeNoDifference() {
        Article plain = parse(GOOD).value().orElseThrow();
        for (String variant : List.of(
                "\uFEFF" + GOOD,
                GOOD.replace("\n", "\r\n"),
                "\uFEFF" + GOOD.replace("\n", "\r\n"),
                GOOD.replace('\n', '\r'))) {
            Outcome<Article> outcome = parse(variant);
            assertThat(outcome.diagnostics()).isEmpty();
            Article article = outcome.value().orElseThrow();
            assertThat(article.body()).isEqualTo(plain.body());
            assertThat(article.metadata()).isEqualTo(plain.metadata());
            assertThat(article.bodyLine()).isEqualTo(plain.bodyLine());
        }
    }

    @Test
    void bodyEndsWhereTheFileEnds() {
        String head = "title=甲\ntype=case\nstatus=draft\n~~~~~~\n";
        assertThat(parse(head + "末句").value().orElseThrow().body()).isEqualTo("末句");
        assertThat(parse(head + "\n\n末句\n\n").value().orElseThrow().body()).isEqualTo("\n\n末句\n\n");
    }

    @Test
    void theCuratorSaysWhatWasComparedWithThePaper() {
        String rest = "\ntitle=甲\ntype=case\nstatus=draft\n~~~~~~\n文";
        assertThat(parse("checked=figures，place, nothing" + rest)
                        .value()
                        .orElseThrow()
                        .curation()
                        .checked())
                .containsExactly(Checked.FIGURES, Checked.PLACE);
    }

    @Test
    void theCuratorSaysWhatIsAPrintOfWhat() {
        String rest = "\ntitle=甲\ntype=case\nstatus=draft\n~~~~~~\n文";
        assertThat(parse("duplicateOf=2021-a" + rest)
                        .value()
                        .orElseThrow()
                        .curation()
                        .reprint())
                .isEqualTo(new Reprint(new ArticleId("2021-a"), List.of()));
        assertThat(parse("duplicateOf=-2021-a，－b" + rest)
                        .value()
                        .orElseThrow()
                        .curation()
                        .reprint())
                .isEqualTo(new Reprint(null, List.of(new ArticleId("2021-a"), new ArticleId("b"))));
    }

    /** text of the file, code, line:column, whether an article remains */
    static Stream<Arguments> faults() {
        String rest = "type=case\nstatus=published\n~~~~~~\n正文。\n";
        String head = "title=甲\ntype=case\nstatus=published\n";
        return Stream.of(
                Arguments.of("", "content/empty-file", "", false),
                Arguments.of(" \n\n", "content/empty-file", "", false),
                Arguments.of("title=甲\n正文没有分隔行", "content/no-separator", ":2:1", false),
                Arguments.of("title=甲\n~~~~~\n正文", "content/separator-near", ":2:1", false),
                Arguments.of("title=甲\n----\n正文", "content/separator-near", ":2:1", false),
                Arguments.of("title=甲\n~~~~~~ \n正文", "content/separator-spaces", ":2:1", false),
                Arguments.of("title=甲\n一行没有等号\n" + rest, "content/no-equals", ":2:1", false),
                Arguments.of("title=甲\n =乙\n" + rest, "content/no-key", ":2:1", false),
                Arguments.of("title={甲}\n" + rest, "content/braces", ":1:7", false),
                Arguments.of("title=甲\u0007乙\n" + rest, "content/control", ":1:8", false),
                Arguments.of("title=甲\n" + rest + "\u0000", "content/binary", ":6:1", false),
                Arguments.of("title=甲\n" + rest + "乙\u000b丙", "content/control", ":6:2", true),
                Arguments.of("title=甲\ntitle=乙\n" + rest, "content/duplicate-key", ":2:1", true),
                Arguments.of("title=甲\ntaggs=乙\n" + rest, "content/unknown-key-near", ":2:1", true),
                Arguments.of("title=甲\nweather=晴\n" + rest, "content/unknown-key", ":2:1", true),
                Arguments.of(rest, "content/no-title", "", false),
                Arguments.of("title= \u3000\n" + rest, "content/no-title", ":1:1", false),
                Arguments.of("title=" + "长".repeat(301) + "\n" + rest, "content/long-title", ":1:7", true),
                Arguments.of("title=甲\nstatus=published\n~~~~~~\n文", "content/no-type", "", true),
                Arguments.of("title=甲\ntype=cse\nstatus=draft\n~~~~~~\n文", "content/unknown-type", ":2:6", false),
                Arguments.of("title=甲\ntype=practice\nstatus=draft\n~~~~~~\n文", "content/other-type", ":2:6", false),
                Arguments.of("title=甲\ntype=case\n~~~~~~\n文", "content/no-status", "", true),
                Arguments.of("title=甲\ntype=case\nstatus=publish\n~~~~~~\n文", "content/unknown-status", ":3:8", true),
                Arguments.of("rights=all\n" + head + "~~~~~~\n文", "content/unknown-rights", ":1:8", true),
                Arguments.of("date=2021-13-02\n" + head + "~~~~~~\n文", "content/bad-date", ":1:6", true),
                Arguments.of("date=2021-02-29\n" + head + "~~~~~~\n文", "content/bad-date", ":1:6", true),
                Arguments.of("date=2021年2月9日\n" + head + "~~~~~~\n文", "content/date-form-near", ":1:6", true),
                Arguments.of("date=去年\n" + head + "~~~~~~\n文", "content/date-form", ":1:6", true),
                Arguments.of("sourceUrl=javascript:alert(1)\n" + head + "~~~~~~\n文", "content/bad-url", ":1:11", true),
                Arguments.of("sourceUrl=https://a b\n" + head + "~~~~~~\n文", "content/bad-url", ":1:11", true),
                Arguments.of("sourceUrl=http:///x\n" + head + "~~~~~~\n文", "content/bad-url", ":1:11", true),
                Arguments.of("place=a/b/c/d/e/f\n" + head + "~~~~~~\n文", "content/place-levels", ":1:7", true),
                Arguments.of("place=///\n" + head + "~~~~~~\n文", "content/place-empty", ":1:7", true),
                Arguments.of("tags=好,../../../evil\n" + head + "~~~~~~\n文", "content/bad-tag", ":1:6", true),
                Arguments.of("practices=五长制\n" + head + "~~~~~~\n文", "content/practice-no-sign", ":1:11", true),
                Arguments.of("practices=+\n" + head + "~~~~~~\n文", "content/practice-no-name", ":1:11", true),
                Arguments.of("practices=+甲,-甲\n" + head + "~~~~~~\n文", "content/practice-both", ":1:11", true),
                Arguments.of("duplicateOf=案例一\n" + head + "~~~~~~\n文", "content/duplicate-id", ":1:13", true),
                Arguments.of(
                        "duplicateOf=2022-shanqian\n" + head + "~~~~~~\n文", "content/duplicate-self", ":1:13", true),
                Arguments.of("duplicateOf=a, b\n" + head + "~~~~~~\n文", "content/duplicate-two", ":1:13", true),
                Arguments.of("duplicateOf=a, -a\n" + head + "~~~~~~\n文", "content/duplicate-both", ":1:13", true),
                Arguments.of("checked=figure\n" + head + "~~~~~~\n文", "content/unknown-checked", ":1:9", true),
                Arguments.of("origin=a.txt\n" + head + "~~~~~~\n文", "content/origin-half", ":1:8", true),
                Arguments.of("origin.sha256=xyz\n" + head + "~~~~~~\n文", "content/bad-hash", ":1:15", true),
                Arguments.of(head + "~~~~~~", "content/empty-body", ":4:7", false),
                Arguments.of(head + "~~~~~~\n \n", "content/empty-body", ":5:1", false));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("faults")
    void everyFaultIsToldWithItsPlace(String text, String code, String place, boolean remains) {
        Outcome<Article> outcome = parse(text);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).contains(code);
        Diagnostic told = outcome.diagnostics().stream()
                .filter(d -> d.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(told.range().label()).isEqualTo(PATH + place);
        assertThat(outcome.value().isPresent()).isEqualTo(remains);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFaultHasASentenceAndARemedy(Language language) {
        Messages messages = Messages.in(language);
        DiagnosticRenderer renderer = new DiagnosticRenderer(messages, false);
        List<Diagnostic> all = new ArrayList<>();
        faults().forEach(row -> all.addAll(parse((String) row.get()[0]).diagnostics()));
        assertThat(all).allSatisfy(d -> {
            assertThat(renderer.render(d))
                    .doesNotContain("{0}")
                    .doesNotContain("{1}")
                    .doesNotContain("{2}");
            assertThat(messages.find(d.code() + ".hint", d.args().toArray())).isPresent();
        });
    }

    @Test
    void otherEncodingIsToldAtItsFirstByte() {
        byte[] bytes = "title=ab\n建设村".getBytes(Charset.forName("GB18030"));
        Outcome<Article> outcome = ArticleParser.parse(PATH, bytes, Rights.FULL);
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.diagnostics().get(0).code()).isEqualTo("content/not-utf8");
        assertThat(outcome.diagnostics().get(0).range().label()).isEqualTo(PATH + ":2:1");
    }

    @Test
    void chineseFileNameIsNoId() {
        Outcome<Article> outcome =
                ArticleParser.parse(new SitePath("content/cases/张村.md"), GOOD.getBytes(UTF_8), Rights.FULL);
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly("content/bad-id");
    }

    @Test
    void unknownWordsAreReadAsTheNarrowerOnes() {
        Article article = parse("title=甲\ntype=case\nstatus=live\nrights=open\n~~~~~~\n文")
                .value()
                .orElseThrow();
        assertThat(article.status()).isEqualTo(Status.DRAFT);
        assertThat(article.rights()).isEqualTo(Rights.EXCERPT);
        assertThat(article.metadata().date()).isNull();
    }

    @Test
    void nearestKeyIsOffered() {
        Outcome<Article> outcome = parse("titel=乙\nSource=丙\ntitle=甲\ntype=case\nstatus=draft\n~~~~~~\n文");
        assertThat(outcome.diagnostics()).extracting(d -> d.args().get(1)).containsExactly("title", "source");
    }

    @Test
    void everyPrefixAndSuffixIsReadWithoutException() {
        byte[] bytes = GOOD.getBytes(UTF_8);
        for (int i = 0; i <= bytes.length; i++) {
            ArticleParser.parse(PATH, java.util.Arrays.copyOf(bytes, i), Rights.FULL);
            ArticleParser.parse(PATH, java.util.Arrays.copyOfRange(bytes, i, bytes.length), Rights.FULL);
        }
    }
}
