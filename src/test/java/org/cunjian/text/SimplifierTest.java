package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifierTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
            鄉村振興,             乡村振兴
            '黨建引領,幹部帶頭',   '党建引领,干部带头'
            前後左右的皇后,       前后左右的皇后
            屋裡屋外一公里,       屋里屋外一公里
            屋裏屋外,             屋里屋外
            發展與理髮,           发展与理发
            '乾淨的村莊,乾隆年間', '干净的村庄,乾隆年间'
            幹部不怕乾旱,         干部不怕干旱
            慰藉村民,             慰藉村民
            憑藉這個藉口,         凭借这个借口
            瞭解民情一目瞭然,     了解民情一目了然
            瞭望塔上的乾坤灣,     瞭望塔上的乾坤湾
            成效顯著,             成效显著
            隨著鄉村著名的變化,   随着乡村著名的变化
            反覆協商全覆蓋,       反复协商全覆盖
            資訊與計畫,           资讯与计划
            徵地補償與特徵,       征地补偿与特征
            '關於、由於、屬於',    '关于、由于、属于'
            '一隻雞,只有一只',     '一只鸡,只有一只'
            麵粉和裡面,           面粉和里面
            曆法與歷史,           历法与历史
            鐘錶與鍾情,           钟表与钟情
            瀋陽沈先生,           沈阳沈先生
            台灣與臺北,           台湾与台北
            𩓥,                   𩓥
            """)
    void convertsTraditional(String traditional, String simplified) {
        assertThat(Simplifier.toSimplified(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest(name = "{0} stays")
    @ValueSource(
            strings = {
                "",
                "村民",
                "乾隆皇帝在乾清宫",
                "陕西省乾县",
                "这是最大的慰藉",
                "成效显著",
                "著名专著",
                "瞭望",
                "宫商角徵羽",
                "姓於的老人",
                "张昇书记",
                "江西省下沈村",
                "干净、干部、干活",
                "皇后在后院",
                "一只手只有五指",
                "村里",
                "头发与发展",
                "Abc 123 “五长制” 1+3+1"
            })
    void leavesSimplifiedUntouched(String simplified) {
        assertThat(Simplifier.toSimplified(simplified)).isSameAs(simplified);
    }

    @Test
    void mendsTraditionalLeftoversInSimplifiedWords() {
        assertThat(Simplifier.toSimplified("把院子打扫乾净,张昇的饼乾")).isEqualTo("把院子打扫干净,张昇的饼干");
        assertThat(Simplifier.toSimplified("昌都市后裡乡的这些村民们说")).isEqualTo("昌都市后里乡的这些村民们说");
    }

    @Test
    void keepsTaiwanAndMainlandTraditionalApart() {
        assertThat(Simplifier.toSimplified("沿著河邊走,這本專著很顯著")).isEqualTo("沿着河边走,这本专著很显著");
        // A text that writes 着 itself means 著 where it writes 著.
        assertThat(Simplifier.toSimplified("沿着河邊走,他執著")).isEqualTo("沿着河边走,他执著");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsLengthAndIsIdempotent(long seed) {
        String text = randomText(new Random(seed));
        String once = Simplifier.toSimplified(text);
        assertThat(once).hasSameSizeAs(text);
        assertThat(Simplifier.toSimplified(once)).as("seed %d: %s", seed, text).isEqualTo(once);
    }

    static LongStream seeds() {
        String only = System.getProperty("seed");
        return only == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(only));
    }

    /** Words around which the tables decide, Han characters of every plane and lone surrogates. */
    private static String randomText(Random random) {
        String[] words = {
            "乾", "乾隆", "一乾元", "慰藉", "憑藉", "瞭", "明瞭", "於", "於世成", "徵", "宫商角徵羽", "著", "著名", "着", "沈", "昏沈", "么麼", "鍾",
            "錢鍾書", "的", "國", "国", "這", "这", "𩓥", "𫗧", "\uD841", "\uDC00", "A", " ", "+", "昇", "張昇", "麽", "釐", "夥"
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) > 0) text.append(words[random.nextInt(words.length)]);
            else if (random.nextInt(8) > 0) text.append((char) (0x4E00 + random.nextInt(0x5200)));
            else text.appendCodePoint(0x20000 + random.nextInt(0xA6D0));
        }
        return text.toString();
    }

    @Test
    void foldsByCharacterWithoutContext() {
        String pairs = "後后裏里裡里乾干瞭了藉借覆复徵征於于著着畫画划画鍾钟餘余隻只臺台";
        for (int i = 0; i < pairs.length(); i += 2) {
            char from = Simplifier.simplify(pairs.charAt(i));
            assertThat(from).isEqualTo(Simplifier.simplify(pairs.charAt(i + 1)));
        }
        assertThat(Simplifier.simplify('村')).isEqualTo('村');
        assertThat(Simplifier.simplify(0x1F600)).isEqualTo(0x1F600);
    }

    @Test
    void iteratesTheTableThatFoldingUses() {
        TreeMap<Integer, Integer> pairs = new TreeMap<>();
        Simplifier.forEachPair((from, to) -> {
            assertThat(pairs.isEmpty() || pairs.lastKey() < from).isTrue();
            pairs.put(from, to);
        });
        assertThat(pairs).hasSizeGreaterThan(2900);
        pairs.forEach((from, to) -> {
            assertThat(Simplifier.simplify((int) from)).isEqualTo(to);
            assertThat(Simplifier.simplify((int) to))
                    .as("folding twice: %c", from)
                    .isEqualTo(to);
            assertThat(Character.charCount(from)).isEqualTo(Character.charCount(to));
        });
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void convertsFourMegabytesASecond() {
        String paragraph = "隨著鄉村振興戰略的實施,這個村的黨支部憑藉「五長制」把幹部、黨員和群眾組織起來,村莊變得乾淨整潔。";
        String text = paragraph.repeat(200_000 / paragraph.length());
        Simplifier.toSimplified(text);
        long start = System.nanoTime();
        int rounds = 20;
        for (int i = 0; i < rounds; i++) Simplifier.toSimplified(text);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double megabytes = 3.0 * text.length() * rounds / 1e6;
        System.out.printf("simplifier: %.1f MB/s%n", megabytes / (took.toNanos() / 1e9));
        assertThat(took).isLessThan(Duration.ofMillis((long) (megabytes / 4 * 1000)));
    }
}
