package org.cunjian.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PracticeExtractorTest {

    @Test
    void quotedNameWithItsHeadNounIsOnePracticeWithEvidence() {
        String body = "村里推行“周三夜谈”议事机制。大家在树下说事，“周三夜谈”一谈就是三年。";
        PracticeFinding first = new PracticeExtractor().extract("", body).get(0);
        assertThat(first.name()).isEqualTo("周三夜谈");
        assertThat(first.aliases()).contains("周三夜谈议事机制");
        assertThat(first.mentions()).hasSize(2);
        assertThat(first.mentions().get(0).surface()).isEqualTo("“周三夜谈”议事机制");
        assertThat(first.mentions().get(0).evidence().of(body)).isEqualTo("村里推行“周三夜谈”议事机制。");
    }
}
