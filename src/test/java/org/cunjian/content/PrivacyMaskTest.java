package org.cunjian.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyMaskTest {

    // The identity number is the standard's own example; the card number is the networks' published test number.
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "身份证11010519491231002X。, 身份证110***************。",
        "卡号4111 1111 1111 1111，, 卡号**** **** **** 1111，",
        "电话13800138000联系, 电话138******00联系",
        "电话138-0013-8000联系, 电话138-****-**00联系",
        "热线0734-8123456转, 热线0734-*******转",
        "邮箱zhang.san@example.com谢谢, 邮箱z****.***@*******.***谢谢",
        "1101051949123100212人, 1101051949123100212人",
        "产值110105199003070000元, 产值110105199003070000元",
        "村集体收入1398765432元, 村集体收入1398765432元",
        "2022-12-28 08:21, 2022-12-28 08:21",
        "备案号17016663号, 备案号17016663号"
    })
    void hidesPeopleAndNothingElse(String text, String expected) {
        PrivacyMask.Masked masked = PrivacyMask.mask(text);
        assertThat(masked.text()).isEqualTo(expected).hasSameSizeAs(text);
        assertThat(masked.hidden()).isEqualTo(text.equals(expected) ? 0 : 1);
        assertThat(PrivacyMask.mask(masked.text()).text()).isEqualTo(masked.text());
    }

    @Test
    void longRunsOfDigitsAndLettersTakeNoTime() {
        String digits = "1".repeat(200_000);
        String letters = "a.".repeat(100_000) + "@";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(PrivacyMask.mask(digits).hidden()).isZero();
            assertThat(PrivacyMask.mask(letters).hidden()).isZero();
        });
    }
}
