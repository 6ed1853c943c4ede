package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SegmentBufferTest {
    private static final String[] LETTERS = {"村", "网", "环", "1", "+", "a", "𠀀", "𪚥", "\uE000", "\uF900", "々"};

    private static String word(Random random, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) word.append(LETTERS[random.nextInt(LETTERS.length)]);
        return word.toString();
    }

    @Test
    void termsComeInTheOrderOfTheirBytesAndEachHasOneNumber() {
        long seed = Long.getLong("seed", 5L);
        Random random = new Random(seed);
        TermTable table = new TermTable();
        for (int round = 0; round < 3; round++) {
            Set<String> words = new LinkedHashSet<>();
            for (int i = 0; i < 20000; i++) {
                String word = word(random, 4);
                words.add(word);
                int number = table.numberOf(word.toCharArray(), 0, word.length());
                assertThat(table.numberOf(word)).isEqualTo(number);
                assertThat(table.text(number)).isEqualTo(word);
            }
            assertThat(table.size()).as("seed %d", seed).isEqualTo(words.size());
            List<BytesRef> inOrder = new ArrayList<>();
            for (int number : table.inOrder()) inOrder.add(new BytesRef(table.text(number)));
            List<BytesRef> expected = new ArrayList<>();
            for (String word : words) expected.add(new BytesRef(word.getBytes(StandardCharsets.UTF_8)));
            expected.sort(null);
            assertThat(inOrder).isEqualTo(expected);
            table.clear();
        }
    }

    @Test
    void listsHaveEveryDocumentWithItsFrequency() throws Exception {
        Random random = new Random(6);
        InvertedField field = new InvertedField(true);
        for (int round = 0; round < 2; round++) {
            Map<String, Map<Integer, Integer>> expected = new HashMap<>();
            for (int document = 0; document < 300; document++) {
                for (int i = random.nextInt(40); i > 0; i--) {
                    String word = word(random, 2);
                    int times = random.nextInt(30) == 0 ? 200 + random.nextInt(900) : 1;
                    for (int t = 0; t < times; t++) field.add(field.terms().numberOf(word));
                    expected.computeIfAbsent(word, w -> new HashMap<>()).merge(document, times, Integer::sum);
                }
                field.endDocument();
            }
            Map<String, Map<Integer, Integer>> found = new HashMap<>();
            TermsEnum terms = field.invert().iterator();
            PostingsEnum list = null;
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                Map<Integer, Integer> documents = new HashMap<>();
                list = terms.postings(list, PostingsEnum.FREQS);
                int last = -1;
                for (int d = list.nextDoc(); d != PostingsEnum.NO_MORE_DOCS; d = list.nextDoc()) {
                    assertThat(d).isGreaterThan(last);
                    last = d;
                    documents.put(d, list.freq());
                }
                assertThat(terms.docFreq()).isEqualTo(documents.size());
                found.put(term.utf8ToString(), documents);
            }
            assertThat(found).isEqualTo(expected);
            field.clear();
        }
    }
}
