package org.cunjian.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.SitePath;
import org.cunjian.practice.PracticeKind;
import org.junit.jupiter.api.Test;

class PracticeEntryParserTest {
    private static final SitePath PATH = new SitePath("content/practices/wuzhangzhi.md");

    private static Outcome<PracticeEntry> parse(String text) {
        return PracticeEntryParser.parse(PATH, text.getBytes(UTF_8));
    }

    @Test
    void everyFieldIsRead() {
        Outcome<PracticeEntry> outcome = parse("""
                title=五长制
                type=practice
                status=published
                aliases=五长制工作模式，“五长”制
                kind=n-system
                components=路长、街长、巷长、田长,河长
                declaredCount=5
                tags=人居环境
                ~~~~~~
                一路一街都有人管。
                """);
        assertThat(outcome.diagnostics()).isEmpty();
        PracticeEntry entry = outcome.value().orElseThrow();
        assertThat(entry.name()).isEqualTo("五长制");
        assertThat(entry.aliases()).containsExactly("五长制工作模式", "“五长”制");
        assertThat(entry.kind()).isEqualTo("n-system");
        assertThat(entry.components()).containsExactly("路长", "街长", "巷长", "田长", "河长");
        assertThat(entry.declaredCount()).isEqualTo(5);
        assertThat(entry.tags()).isEqualTo(List.of("人居环境"));
        assertThat(entry.body()).isEqualTo("一路一街都有人管。\n");
    }

    @Test
    void faultsAreToldAndTheRestIsKept() {
        Outcome<PracticeEntry> outcome =
                parse("title=五长制\ntype=practice\nstatus=draft\nkind=n-sistem\ndeclaredCount=五\nalias=甲\n~~~~~~\n");
        assertThat(outcome.value()).isPresent();
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        "content/unknown-value",
                        "content/bad-count",
                        "content/unknown-key-near",
                        "content/no-definition");
    }

    @Test
    void kindsAreThoseOfThePracticePackage() {
        assertThat(PracticeEntryParser.KINDS)
                .containsExactlyElementsOf(Arrays.stream(PracticeKind.values())
                        .map(PracticeKind::code)
                        .toList());
    }
}
