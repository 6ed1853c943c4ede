package org.cunjian.webindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionaryShapeTest {
    /** Characters that stand so often in the sentences count as heavy, with so many blocks each. */
    private static final int COMMON = 20, PARTS = 8;

    @Test
    void eachListedCharacterStandsThereOnce() {
        assertThat(DictionaryShape.LISTED.codePoints().distinct().count())
                .isEqualTo(DictionaryShape.LISTED.length())
                .isGreaterThan(DictionaryShape.LIGHT_CLASSES);
    }

    @Test
    void whatIsNotListedIsTheAnchorElseWhatStandsFurtherBehind() {
        String early = DictionaryShape.LISTED.substring(3, 4);
        String late = DictionaryShape.LISTED.substring(300, 301);
        assertThat(DictionaryShape.Place.of(early, "鑫", "").anchor()).isEqualTo('鑫');
        assertThat(DictionaryShape.Place.of("鑫", late, "").anchor()).isEqualTo('鑫');
        assertThat(DictionaryShape.Place.of(early, late, "").anchor()).isEqualTo(late.codePointAt(0));
        assertThat(DictionaryShape.Place.of(late, early, "").anchor()).isEqualTo(late.codePointAt(0));
        assertThat(DictionaryShape.Place.of("1", "+", "3+").other()).isIn("++3", "+3+", "13+");
    }

    /** Beside anchors and parts by hash alone, on the sample articles, from which nothing was learned: 2,815 and 2,971. */
    @Test
    void bigramsOfASentenceShareBlocks() throws IOException {
        int byList = 0, byHash = 0;
        Map<String, Integer> uses = new HashMap<>();
        for (String sentence : sentences())
            sentence.codePoints().forEach(c -> uses.merge(Character.toString(c), 1, Integer::sum));
        for (String sentence : sentences()) {
            Set<String> listed = new HashSet<>(), hashed = new HashSet<>();
            for (int i = 0; i + 1 < sentence.length(); i++) {
                String first = sentence.substring(i, i + 1), second = sentence.substring(i + 1, i + 2);
                if (!(first + second).codePoints().allMatch(Character::isIdeographic)) continue;
                DictionaryShape.Place place = DictionaryShape.Place.of(first, second, "");
                listed.add(place.anchor() + "-" + place.part(partsOf(uses, Character.toString(place.anchor()))));
                boolean isFirst = Fnv.spread(first) <= Fnv.spread(second);
                String anchor = isFirst ? first : second;
                hashed.add(anchor + "-" + Fnv.bucket(isFirst ? second : first, partsOf(uses, anchor)));
            }
            byList += listed.size();
            byHash += hashed.size();
        }
        assertThat(byHash).isGreaterThan(1000);
        assertThat((double) byList / byHash).isLessThan(0.95);
    }

    private static int partsOf(Map<String, Integer> uses, String anchor) {
        return uses.getOrDefault(anchor, 0) >= COMMON ? PARTS : 1;
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("content/cases"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList())
                for (String sentence : Files.readString(file).split("(?<=[。！？])|\n"))
                    if (sentence.length() >= 30 && sentence.length() <= 50) sentences.add(sentence);
        }
        return sentences;
    }
}
