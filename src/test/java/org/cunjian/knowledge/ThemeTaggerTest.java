package org.cunjian.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cunjian.config.Theme;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ThemeTaggerTest {
    private static final List<Theme> THEMES = List.of(
            new Theme("zuzhi", "组织建设", List.of("党支部", "党员", "（书记）", "-总书记", "（党支部书记）")),
            new Theme("pingan", "平安法治", List.of("纠纷", "调解", "平安", "（安全）", "-粮食安全")),
            new Theme("wenming", "乡风文明", List.of("文明", "移风易俗", "红白理事会")),
            new Theme("yishi", "议事协商", List.of("议事", "理事会")));

    private final ThemeTagger tagger = new ThemeTagger(THEMES);

    private List<String> tag(String title, String body) {
        return tagger.tag(title, body).stream().map(ThemeFinding::theme).toList();
    }

    /** Sentences of which no theme knows a word. */
    private static String filler(int sentences) {
        return "那天下着雨，路上没有人。".repeat(sentences);
    }

    @Test
    void theSentencesThatSpeakAreTheEvidence() {
        String body = filler(3) + "村里的糾紛由老周調解。" + filler(5) + "平安和調解都靠他。一次糾紛也沒上交。\n";
        List<ThemeFinding> found = tagger.tag("老周", body);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).theme()).isEqualTo("pingan");
        assertThat(found.get(0).evidence())
                .extracting(e -> e.sentence().of(body) + e.cue().of(body))
                .containsExactly("村里的糾紛由老周調解。糾紛", "平安和調解都靠他。平安", "一次糾紛也沒上交。糾紛");
    }

    @Test
    void wordsInPassingMakeNoTheme() {
        assertThat(tag("修路记", filler(10) + "路上遇到一位党员。" + filler(10))).isEmpty();
        assertThat(tag("修路记", filler(10) + "一个党员。" + filler(5) + "党支部门口。" + filler(10)))
                .isEmpty();
        assertThat(tag("修路记", filler(10) + "书记说了。书记又说。安全第一。书记再说。书记走了。" + filler(5)))
                .isEmpty();
        assertThat(tag("书记的平安夜", filler(20))).isEmpty();
    }

    @Test
    void aWordInTheTitleOrInManySentencesSpeaksAlone() {
        assertThat(tag("文明城市", filler(10) + "大家都讲文明。" + filler(3) + "文明从小事做起。")).containsExactly("wenming");
        assertThat(tag("甲村", filler(10) + "讲文明。很文明。要文明。都文明。")).containsExactly("wenming");
        assertThat(tag("甲村", filler(300) + "讲文明。很文明。要文明。都文明。" + filler(300))).isEmpty();
    }

    @Test
    void theLongestWordCounts() {
        String elsewhere = "总书记来过。总书记讲话。总书记关心。";
        assertThat(tag("总书记", elsewhere + "党员学习。" + filler(8))).isEmpty();
        assertThat(tag("甲村", "红白理事会成立了。移风易俗靠红白理事会。红白理事会管用。")).containsExactly("wenming");
        assertThat(tag("甲村", filler(9) + "党支部书记老李。党支部书记忙。党支部书记累。党支部书记笑。")).isEmpty();
    }

    @Test
    void theCuratorsTagsWin() {
        String body = filler(3) + "党支部里党员多。文明靠移风易俗。党员带头。" + filler(3);
        assertThat(tag("甲村", body)).containsExactly("zuzhi");
        List<ThemeFinding> found = tagger.tag("甲村", body, List.of("别的", "鄉風文明", "平安法治"));
        assertThat(found).extracting(ThemeFinding::theme).containsExactly("wenming", "pingan");
        assertThat(found.get(0).evidence()).hasSize(1);
        assertThat(found.get(1).evidence()).isEmpty();
        assertThat(tagger.themesIn("红白理事会")).containsExactly("wenming");
        assertThat(tagger.themesIn("党支部书记例会")).isEmpty();
    }

    @Test
    void atMostThreeThemesTheStrongestFirst() {
        String body = filler(3) + "党支部里党员多。纠纷有调解。文明靠移风易俗。议事靠理事会。党员带头。党支部带头。平安村。理事会。讲文明。";
        assertThat(tag("党员", body.replace("党支部里", "党支部理事会里"))).startsWith("zuzhi");
        assertThat(tag("甲村", body)).hasSize(3).startsWith("zuzhi");
        assertThat(new ThemeTagger(List.of()).tag("甲", body)).isEmpty();
    }

    @Test
    @Timeout(10)
    void anyTextIsReadInOnePass() {
        long seed = Long.getLong("seed", 8841L);
        Random random = new Random(seed);
        String letters = "党员支部书记总纠纷调解平安。\n#文明议事理事会“”，\ud840 a";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
            String body = text.toString();
            for (ThemeFinding finding : tagger.tag("甲", body))
                for (ThemeFinding.Evidence evidence : finding.evidence()) {
                    assertThat(new Span(0, body.length()).contains(evidence.sentence()))
                            .as("seed %d", seed)
                            .isTrue();
                    assertThat(evidence.cue().of(body)).as("seed %d", seed).isNotBlank();
                }
        }
        assertThat(tag("党员", "党支部党员。".repeat(100_000))).containsExactly("zuzhi");
        assertThat(tag("党员", "党支部党员".repeat(100_000))).containsExactly("zuzhi");
    }
}
