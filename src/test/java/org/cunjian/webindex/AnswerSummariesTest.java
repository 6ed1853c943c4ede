package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSummariesTest {
    @Test
    void ofManyNamesThoseThatHaveTheWordsComeFirst() {
        List<String> names = List.of("五星支部", "五星", "屋场会", "五星支部创建", "星级支部");
        assertThat(AnswerSummaries.few(names, names, List.of("支部创", "屋场"), 3)).isEqualTo("屋场会、五星支部创建、五星支部、");
        assertThat(AnswerSummaries.few(names, names, List.of("五星"), 2)).isEqualTo("五星支部、五星、");
        assertThat(AnswerSummaries.few(names, names, List.of("五星"), 5)).isEqualTo("五星支部、五星、屋场会、五星支部创建、星级支部");
        assertThat(AnswerSummaries.few(List.of(), List.of(), List.of("五星"), 3)).isEmpty();
    }
}
