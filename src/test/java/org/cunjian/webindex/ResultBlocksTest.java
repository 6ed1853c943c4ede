package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultBlocksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "87, 87",
        "99, 99",
        "100, 100",
        "101, 100+",
        "340, 340",
        "349, 340+",
        "2100, 2100",
        "2199, 2100+",
        "10000, 10000"
    })
    void countsAreKnownByTheirFirstTwoDigits(int count, String digits) {
        assertThat(ResultBlocks.firstDigits(count)).isEqualTo(digits);
    }
}
