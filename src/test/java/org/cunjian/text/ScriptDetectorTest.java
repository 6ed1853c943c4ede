package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptDetectorTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            '',                                        HANS
            ABC 123,                                   HANS
            村民小心,                                  HANS
            乾隆年间姓於的人,                          HANS
            这个村的党支部把干部组织起来,              HANS
            這個村的黨支部把幹部組織起來,              HANT
            「這個」村的黨支部,                        HANT
            这个村的党支部写着“為人民服務”,            MIXED
            这个乡镇的党员说这几年变化实在太大了发展产业带动农户增收还开办图书馆为丰富生活門, HANS
            這個鄉鎮的黨員說這幾年變化實在太大了發展產業帶動農戶增收還開辦圖書館為豐富生活门, HANT
            """)
    void countsCharactersOfOneScriptOnly(String text, Script script) {
        assertThat(ScriptDetector.detect(text)).isEqualTo(script);
    }
}
