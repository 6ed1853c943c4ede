package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequentQueriesTest {
    @TempDir
    Path folder;

    private List<String> answered(int articles) {
        List<Case> cases = IntStream.range(0, articles)
                .mapToObj(i -> CaseFixture.of("village-" + i)
                        .title("第" + i + "号村怎么办")
                        .body("村里推行联户包片制，建起巡逻员队伍。\n")
                        .practice("联户包片制", "巡逻员队伍")
                        .build())
                .toList();
        KnowledgeBase kb = SearchIndexTest.kb(cases);
        SearchIndex.update(folder, kb, Progress.NONE);
        try (SearchIndex open = SearchIndex.open(folder).value().orElseThrow()) {
            return open.postings(kb).answers().stream().map(Answer::query).toList();
        }
    }

    @Test
    void ofTheTwoCharactersOfNamesThoseAtTheirEdgesAreAsked() {
        List<String> answered = answered(20);
        assertThat(answered).contains("联户包片制", "联户", "片制", "巡逻", "队伍", "怎么", "么办");
        assertThat(answered).doesNotContain("户包", "包片", "逻员", "员队");
    }

    @Test
    void aNameOfEightCasesIsAskedButNotItsWords() {
        assertThat(answered(8)).contains("联户包片制").doesNotContain("联户", "巡逻", "怎么");
    }
}
