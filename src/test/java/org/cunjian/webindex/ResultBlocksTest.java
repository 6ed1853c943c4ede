package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void ofManyNamesThoseThatHaveTheWordsComeFirst() {
        List<String> names = List.of("五星支部", "五星", "屋场会", "五星支部创建", "星级支部");
        assertThat(ResultBlocks.few(names, names, List.of("支部创", "屋场"), 3)).isEqualTo("屋场会、五星支部创建、五星支部、");
        assertThat(ResultBlocks.few(names, names, List.of("五星"), 2)).isEqualTo("五星支部、五星、");
        assertThat(ResultBlocks.few(names, names, List.of("五星"), 5)).isEqualTo("五星支部、五星、屋场会、五星支部创建、星级支部");
        assertThat(ResultBlocks.few(List.of(), List.of(), List.of("五星"), 3)).isEmpty();
    }
}
