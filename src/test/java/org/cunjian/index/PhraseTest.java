package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.LiteralText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
    @TempDir
    Path directory;

    private SearchIndex index(List<Case> cases) {
        SearchIndex.update(directory, SearchIndexTest.kb(cases), Progress.NONE);
        return SearchIndex.open(directory).value().orElseThrow();
    }

    private static Set<String> found(SearchIndex index, String query) {
        Set<String> ids = new TreeSet<>();
        index.search(SearchRequest.of(query).withTop(1000)).cases().forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    /** Every stretch of a text, quoted, brings exactly the articles in whose title or text a plain scan finds it. */
    @Test
    void quotedTextFindsExactlyWhatAScanFinds() {
        long seed = Long.getLong("seed", 42);
        Random random = new Random(seed);
        int[] letters = "村民环境整治網格网格管理党黨引领治理，。、1+3.a 五长制长\n".codePoints().toArray();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 80; i++)
            cases.add(CaseFixture.of("c" + i)
                    .title(text(random, letters, 8))
                    .body(text(random, letters, 150))
                    .build());
        int compared = 0;
        try (SearchIndex index = index(cases)) {
            for (int i = 0; i < 500; i++) {
                String body = cases.get(random.nextInt(cases.size())).article().body();
                int start = random.nextInt(body.length() - 8);
                String phrase =
                        body.substring(start, start + 2 + random.nextInt(6)).strip();
                LiteralText literal = LiteralText.of(phrase);
                if (literal.length() < 2 || literal.tokens().isEmpty()) continue;
                Set<String> scanned = new TreeSet<>();
                for (Case c : cases) if (holds(c, phrase)) scanned.add(c.id().value());
                assertThat(found(index, "“" + phrase + "”"))
                        .as("seed %d: “%s”", seed, phrase)
                        .isEqualTo(scanned);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    private static boolean holds(Case c, String phrase) {
        return scan(c.article().metadata().title()).contains(scan(phrase))
                || scan(c.article().body()).contains(scan(phrase));
    }

    private static String scan(String text) {
        return SearchFold.fold(text).replaceAll("\\s+", " ").strip();
    }

    private static String text(Random random, int[] letters, int length) {
        StringBuilder text = new StringBuilder("文");
        for (int j = 0; j < length; j++) text.appendCodePoint(letters[random.nextInt(letters.length)]);
        return text.append("章").toString();
    }

    @Test
    void quotedTextIsNotFoundByItsTagsOrItsSound() {
        List<Case> cases = List.of(
                CaseFixture.of("a").body("推行五长制，村容一新。").practice("五长制").build(),
                CaseFixture.of("b").body("各管一段，村容一新。").practice("五长制").build(),
                CaseFixture.of("c").body("五长各管一段，长制不断。").build());
        try (SearchIndex index = index(cases)) {
            assertThat(found(index, "五长制")).contains("a", "b");
            assertThat(found(index, "“五长制”")).containsExactly("a");
            assertThat(found(index, "「五長制」村容")).containsExactly("a");
            assertThat(found(index, "\"五掌制\"")).isEmpty();
            assertThat(found(index, "“五长制")).contains("a", "b");
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "“五长制” | 五长制",
                "推行\"１＋３＋１\"模式 | 1+3+1",
                "“五化”创“五星” | 五化 五星",
                "「網格」 | 网格",
                "“网” | ''",
                "“网格 | ''",
                "网格” | ''",
                "“村民　　说事” | 村民 说事",
                "“” | ''"
            })
    void marksMakePhrases(String query, String phrases) {
        List<String> found = new ArrayList<>();
        for (QueryText.Piece piece : QueryText.of(query))
            piece.phrase().ifPresent(phrase -> found.add(phrase.toString()));
        assertThat(String.join(" ", found)).isEqualTo(phrases);
    }
}
