package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.LiteralText;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.RuleTables;
import org.cunjian.webindex.TokenRule;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million random strings are folded, cut, made names and phrases of by both runtimes. Each makes them itself from one seed; for each
 * ten thousand a hash of all answers is compared.
 */
class RuleVectorsTest {
    private static final int STRINGS = Integer.getInteger("strings", 1_000_000);
    private static final int PER_DIGEST = 10_000;

    /** Letters of every kind that the rule tells apart; ones that stand together more often are there more often. */
    private static final String LETTERS = "五五长长制制治理理村网格党建"
            + "長網黨環裏髮發臺灣㐀𠀀𪚥豈，。、；：！？——…·“”\"「」『』（）()<>/\\|"
            + "0123456789++..aabxyzABZéÉßıİ"
            + "０９＋．ａＺ＂　 \t\n\u00a0①②㈠㎡㎏½Ⅳ℃"
            + "々〇ぁカヶーㄅ가힣ﬁﬀ\u00ad\u200b\ufeff\u0301\ufe0f😀\u2028";

    @TempDir
    Path folder;

    private int state;

    /** xorshift of 32 bits: the same few lines in JavaScript. */
    private int next(int below) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return Integer.remainderUnsigned(state, below);
    }

    @Test
    void bothRuntimesCutAMillionStringsAlike() throws Exception {
        Assumptions.assumeTrue(WebIndexParityTest.hasNode(), "node is not installed");
        int seed = Integer.getInteger("seed", 20_231);
        state = seed;
        List<String> letters =
                LETTERS.codePoints().mapToObj(Character::toString).toList();
        List<Integer> digests = new ArrayList<>();
        for (int done = 0; done < STRINGS; done += PER_DIGEST) {
            int hash = RuleTables.hash("", RuleTables.SEED);
            for (int i = 0; i < PER_DIGEST; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = next(13); length > 0; length--) text.append(letters.get(next(letters.size())));
                hash = RuleTables.hash(answer(text.toString()), hash);
            }
            digests.add(hash);
        }
        String json = "{\"seed\":" + seed + ",\"perDigest\":" + PER_DIGEST + ",\"letters\":" + strings(letters)
                + ",\"table\":" + strings(RuleTables.fold()) + ",\"digests\":" + digests + "}";
        Files.writeString(folder.resolve("rule.json"), json);
        assertThat(digests).hasSize(STRINGS / PER_DIGEST).doesNotHaveDuplicates();
        // Asserts that the script ends well: it compares each digest with its own.
        WebIndexParityTest.runNode("src/test/js/rule.test.mjs", folder);
    }

    private static String answer(String text) {
        String folded = SearchFold.fold(text);
        List<String> bigrams = new ArrayList<>();
        List<String> words = new ArrayList<>();
        TokenRule rule = new TokenRule();
        rule.reset(folded.toCharArray(), folded.length());
        while (rule.next()) {
            String token = folded.substring(rule.start(), rule.end());
            (token.codePointCount(0, token.length()) > 2 ? words : bigrams).add(token);
        }
        List<LiteralText> phrases = new ArrayList<>();
        for (QueryText.Piece piece : QueryText.of(text)) piece.phrase().ifPresent(phrases::add);
        return String.join(
                "\n",
                String.join(" ", bigrams),
                String.join(" ", words),
                NameToken.of(text),
                LiteralText.of(text).toString(),
                phrases.stream().map(LiteralText::toString).collect(Collectors.joining("|")),
                phrases.stream()
                        .map(phrase -> String.join(" ", phrase.tokens()))
                        .collect(Collectors.joining("|")));
    }

    private static String strings(List<String> all) {
        StringBuilder json = new StringBuilder("[");
        for (String text : all) {
            if (json.length() > 1) json.append(',');
            json.append('"');
            for (char c : text.toCharArray()) json.append(String.format("\\u%04x", (int) c));
            json.append('"');
        }
        return json.append(']').toString();
    }
}
