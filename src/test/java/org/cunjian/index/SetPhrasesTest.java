package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.junit.jupiter.api.Test;

class SetPhrasesTest {
    private static final String BEFORE = "用靠抓以讲谈";
    private static final String BEHIND = "好强实新的了";

    /** A term in changing company, one sentence that all have, and what only one has. */
    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String term = i % 2 == 0 ? "党建引领基层治理" : "基层治理党建引领";
            char before = BEFORE.charAt(i % BEFORE.length());
            char behind = BEHIND.charAt(i / 2 % BEHIND.length());
            cases.add(CaseFixture.of("c" + i)
                    .body("村里" + before + term + behind + "。河水流过村东头的老桥。第" + i + "户种梨。")
                    .build());
        }
        return cases;
    }

    @Test
    void whatStandsInChangingCompanyIsAPhrase() {
        assertThat(SetPhrases.of(SearchIndexTest.kb(cases())))
                .contains("党建引领", "基层治理", "党建引领基层治理")
                .doesNotContain("河水流过", "村东头的", "建引领基", "引领基层");
    }

    @Test
    void theOrderOfTheArticlesDoesNotMatter() {
        List<Case> other = cases();
        Collections.shuffle(other, new Random(7));
        assertThat(SetPhrases.of(SearchIndexTest.kb(other))).isEqualTo(SetPhrases.of(SearchIndexTest.kb(cases())));
    }

    @Test
    void whatIsNotPublishedIsNotRead() {
        List<Case> excerpts = new ArrayList<>();
        for (Case c : cases())
            excerpts.add(CaseFixture.of(c.id().value())
                    .body(c.article().body())
                    .excerpt()
                    .build());
        assertThat(SetPhrases.of(SearchIndexTest.kb(excerpts))).isEmpty();
    }

    @Test
    void whatFewArticlesHaveIsNone() {
        assertThat(SetPhrases.of(SearchIndexTest.kb(cases().subList(0, 7)))).isEmpty();
    }
}
