package org.cunjian.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.DiagnosticRenderer;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteConfigReaderTest {

    @Test
    void shippedFileIsValidAndNamesEveryKeyAtItsDefault() throws IOException {
        String text = Files.readString(Path.of("site-config.properties"));
        Outcome<SiteConfig> read = SiteConfigReader.read("site-config.properties", text);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().orElseThrow().themes()).hasSizeGreaterThanOrEqualTo(7);
        for (ConfigKey key : ConfigKey.values()) assertThat(text).contains("\n" + key.key() + "=");
        SiteConfig shipped = read.value().orElseThrow();
        assertThat(shipped.listing()).isEqualTo(SiteConfigReader.defaults().listing());
        assertThat(shipped.publishing()).isEqualTo(SiteConfigReader.defaults().publishing());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "site.titel=甲, config/unknown-key-near, site.title",
        "colour=red, config/unknown-key, site.title",
        "rights.default=none, config/bad-value, full | excerpt",
        "list.perPage=0, config/bad-value, 5–500",
        "list.perPage=三十, config/bad-value, 5–500",
        "site.baseUrl=https://example.org/?site=, config/bad-value, https://example.org/cunjian/",
        "site.baseUrl=https://example.org/#a, config/bad-value, https://example.org/cunjian/",
        "site.baseUrl=ftp://a/, config/bad-value, https://example.org/cunjian/",
        "site.baseUrl=没有网址, config/bad-value, https://example.org/cunjian/",
        "look.accent=red, config/bad-value, #rrggbb",
        "theme.平安=平安: 矛盾, config/bad-theme, theme.平安",
        "theme.pingan=平安法治, config/bad-theme, theme.pingan",
        "site.title=, config/empty, site.title",
        "随便一句话, config/no-equals, 随便一句话"
    })
    void badLineIsAnErrorThatNamesTheWayOut(String line, String code, String inMessage) {
        Outcome<SiteConfig> read = SiteConfigReader.read("site-config.properties", "# 说明\n" + line + "\n");
        assertThat(read.value()).isEmpty();
        Diagnostic only = read.diagnostics().get(0);
        assertThat(only.code()).isEqualTo(code);
        assertThat(only.range().line()).isEqualTo(2);
        for (Language language : Language.values())
            assertThat(new DiagnosticRenderer(Messages.in(language), false).render(only))
                    .contains(inMessage);
    }

    @Test
    void keyGivenTwiceIsAnError() {
        Outcome<SiteConfig> read = SiteConfigReader.read("c", "site.title=甲\nsite.title=乙\n");
        assertThat(read.diagnostics()).extracting(Diagnostic::code).containsExactly("config/twice");
    }

    @Test
    void byteOrderMarkCrlfAndFullWidthSeparatorsAreRead() {
        SiteConfig config = SiteConfigReader.read("c", "\uFEFFsite.title = 县级=案例库 \r\ntheme.a=平安法治：矛盾，纠纷、调解\r\n")
                .value()
                .orElseThrow();
        assertThat(config.identity().title()).isEqualTo("县级=案例库");
        assertThat(config.themes()).containsExactly(new Theme("a", "平安法治", java.util.List.of("矛盾", "纠纷", "调解")));
    }

    @Test
    void baseUrlEndsWithASlash() {
        SiteConfig config = SiteConfigReader.read("c", "site.baseUrl=https://example.org/a")
                .value()
                .orElseThrow();
        assertThat(config.identity().baseUrl().orElseThrow()).hasToString("https://example.org/a/");
    }

    @Test
    void everyPrefixOfTheShippedFileIsReadWithoutAnException() throws IOException {
        String text = Files.readString(Path.of("site-config.properties"));
        assertThat(Stream.iterate(0, n -> n <= text.length(), n -> n + 1)
                        .map(n -> SiteConfigReader.read("c", text.substring(0, n))))
                .allMatch(o -> o.value().isPresent() || !o.diagnostics().isEmpty());
    }
}
