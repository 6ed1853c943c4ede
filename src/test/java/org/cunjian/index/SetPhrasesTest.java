package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetPhrasesTest {
    private static final String BEFORE = "用靠抓以讲谈";
    private static final String BEHIND = "好强实新的了";

    /** A term in changing company, one sentence that all have, and what only one has. */
    private static List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String term = i % 2 == 0 ? "党建引领基层治理" : "基层治理党建引领";
            char before = BEFORE.charAt(i % BEFORE.length());
            char behind = BEHIND.charAt(i / 2 % BEHIND.length());
            texts.add("村里" + before + term + behind + "。河水流过村东头的老桥。第" + i + "户种梨。");
        }
        return texts;
    }

    @Test
    void whatStandsInChangingCompanyIsAPhrase() {
        assertThat(SetPhrases.of(texts(24)))
                .contains("党建引领", "基层治理", "党建引领基层治理")
                .doesNotContain("河水流过", "村东头的", "建引领基", "引领基层");
    }

    @Test
    void traditionalTextsCountAlike() {
        List<String> texts = new ArrayList<>(texts(24));
        texts.replaceAll(text -> text.replace('党', '黨').replace('领', '領'));
        assertThat(SetPhrases.of(texts)).isEqualTo(SetPhrases.of(texts(24)));
    }

    @Test
    void theOrderOfTheTextsDoesNotMatter() {
        List<String> other = texts(24);
        Collections.shuffle(other, new Random(7));
        assertThat(SetPhrases.of(other)).isEqualTo(SetPhrases.of(texts(24)));
    }

    @Test
    void whatFewTextsHaveIsNone() {
        assertThat(SetPhrases.of(texts(7))).isEmpty();
        assertThat(SetPhrases.of(List.of())).isEmpty();
    }
}
