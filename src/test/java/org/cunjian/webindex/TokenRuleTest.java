package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.text.SearchFold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRuleTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "五长制 | 五长 长制",
                "治理，村 | 治理 村",
                "1+3+1 | 1+ +3 3+ +1 1+3+1",
                "推行1+3+1模式 | 推行 行1 1+ +3 3+ +1 1+3+1 1模 模式",
                "5+ | 5+",
                "党建+X | 党建 建+ +x",
                "2022年 | 20 02 22 2022 2年",
                "624.16亩 | 62 24 4. .1 16 624.16 6亩",
                "v. 2 | v 2",
                "𠀀𠀁 | 𠀀𠀁",
                "a | a",
                "“五化”创“五星” | 五化 创 五星",
                "＋＊（ | +"
            })
    void cutsRunsIntoBigramsAndWords(String text, String tokens) {
        assertThat(String.join(" ", tokens(text))).isEqualTo(tokens);
    }

    static List<String> tokens(String text) {
        String folded = SearchFold.fold(text);
        TokenRule rule = new TokenRule();
        rule.reset(folded.toCharArray(), folded.length());
        List<String> tokens = new ArrayList<>();
        while (rule.next()) tokens.add(folded.substring(rule.start(), rule.end()));
        return tokens;
    }
}
