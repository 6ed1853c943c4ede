package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCommentsTest {
    /** ¶ ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "// @ts-check¶/*¶ * Why.¶ */¶a();¶ | a();¶",
                "  /** @type {x} */¶  const a = 1; // one¶ | const a = 1; // one¶",
                "const a = \"//\";¶const b = /[/*]/;¶ | const a = \"//\";¶const b = /[/*]/;¶",
                "/* one */ a();¶ | a();¶",
                "/* two¶lines */ a();¶ | a();¶",
                "const a = `¶// text¶`;¶ | const a = `¶// text¶`;¶"
            })
    void linesThatAreCommentsGo(String script, String published) {
        byte[] out = ScriptComments.strip(script.replace('¶', '\n').getBytes(StandardCharsets.UTF_8));
        assertThat(new String(out, StandardCharsets.UTF_8)).isEqualTo(published.replace('¶', '\n'));
    }
}
