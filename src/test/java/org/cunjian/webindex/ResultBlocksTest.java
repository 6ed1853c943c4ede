package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultBlocksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "9, 9",
        "10, 10",
        "12, 10+",
        "87, 80+",
        "99, 90+",
        "100, 100",
        "101, 100+",
        "340, 340",
        "349, 340+",
        "2100, 2100",
        "2199, 2100+",
        "10000, 10000"
    })
    void countsAreKnownByTheirFirstDigits(int count, String digits) {
        assertThat(ResultBlocks.firstDigits(count)).isEqualTo(digits);
    }
}
