package org.cunjian.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    private final DiagnosticRenderer zh = new DiagnosticRenderer(Messages.in(Language.ZH), false);

    @Test
    void caretStandsUnderWideCharacters() {
        String text = "# 说明\n站点.title=甲\n";
        Diagnostic d = Diagnostic.error(
                "config/unknown-key-near",
                SourceRange.of("a.properties", text, new Span(5, 13)),
                "站点.title",
                "site.title");
        assertThat(zh.render(d)).isEqualTo("""
                a.properties:2:1: 错误[config/unknown-key-near] 没有“站点.title”这个键
                  2 | 站点.title=甲
                    | ^^^^^^^^^^
                  办法：是不是 site.title？
                """);
    }

    @Test
    void englishSaysTheSameThing() {
        Diagnostic d = Diagnostic.error("config/twice", SourceRange.file("a"), "x");
        assertThat(new DiagnosticRenderer(Messages.in(Language.EN), false).render(d))
                .startsWith("a: error[config/twice] “x” is given twice");
    }

    @Test
    void longLinesAreCutAroundTheSpot() {
        String text = "字".repeat(5000) + "错" + "字".repeat(5000);
        String shown =
                zh.render(Diagnostic.warning("config/twice", SourceRange.of("a", text, new Span(5000, 5001)), "错"));
        assertThat(shown).contains("…").contains("错字").hasSizeLessThan(700);
    }

    @Test
    void controlAndDirectionCharactersDoNotReachTheTerminal() {
        String text = "a\u001b[31m\u202Ebad";
        assertThat(zh.render(Diagnostic.note("config/twice", SourceRange.of("a", text, new Span(0, 1)), "x")))
                .doesNotContain("\u001b")
                .doesNotContain("\u202E");
    }

    @Test
    void aFileWithManyFaultsIsCappedAndCounted() {
        List<Diagnostic> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) many.add(Diagnostic.error("config/twice", SourceRange.file("a"), "k" + i));
        many.add(Diagnostic.note("config/twice", SourceRange.file("b"), "z"));
        assertThat(zh.render(many))
                .contains("a：另有 10 条未列出")
                .contains("错误[config/twice] × 60")
                .contains("b: 提示");
    }

    @Test
    void orderDependsOnPlaceOnly() {
        Diagnostic first = Diagnostic.note("config/twice", SourceRange.of("a", "xy\nz", new Span(0, 1)), "1");
        Diagnostic second = Diagnostic.error("config/twice", SourceRange.of("a", "xy\nz", new Span(3, 4)), "2");
        assertThat(zh.render(List.of(second, first))).isEqualTo(zh.render(List.of(first, second)));
    }
}
