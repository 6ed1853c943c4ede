package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTest {

    @ParameterizedTest(name = "{0} is read {1}")
    @CsvSource({
        "村, cun",
        "长, chang zhang",
        "長, chang zhang",
        "行, xing hang",
        "女, nv",
        "吕, lv",
        "率, lv shuai",
        "聯, lian",
        "〇, ling",
        "𠮷, ji"
    })
    void listsTonelessReadingsTheUsualFirst(String character, String expected) {
        List<String> readings = Pinyin.readings(character.codePointAt(0));
        assertThat(readings).startsWith(expected.split(" "));
        assertThat(readings).doesNotHaveDuplicates().allMatch(r -> r.matches("[a-z]+"));
    }

    @ParameterizedTest
    @ValueSource(ints = {'a', '1', '，', 0xD800, 0x1F600, -1, 0x10FFFF, 0x110000})
    void knowsNoReadingOfWhatIsNotHan(int codePoint) {
        assertThat(Pinyin.readings(codePoint)).isEmpty();
        assertThat(Pinyin.isReading(codePoint, "a")).isFalse();
    }

    @Test
    void coversEveryCharacterOfTheBasicBlock() {
        long unknown = java.util.stream.IntStream.rangeClosed(0x4E00, 0x9FA5)
                .filter(c -> Pinyin.readings(c).isEmpty())
                .count();
        assertThat(unknown).isLessThan(60);
    }

    @ParameterizedTest(name = "{0}({1}) {2}")
    @CsvSource({
        "聯, lián, true",
        "聯, lian2, true",
        "聯, lian, true",
        "聯, Lián, true",
        "聯, liàn, false",
        "聯, lian4, false",
        "江, jiāng, true",
        "江, jiɑng, true",
        "略, lüè, true",
        "略, lve4, true",
        "略, lu:e4, true",
        "略, lue, true",
        "女, nǚ, true",
        "女, nü, true",
        "女, nu, false",
        "長, zhǎng, true",
        "長, zhăng, true",
        "长, cháng, true",
        "黨, dǎng, true",
        "裏, lǐ, true",
        "的, de, true",
        "的, de5, true",
        "一, yí, true",
        "不, bú, true",
        "嗯, ńg, true",
        "農, nóng, true",
        "農, mín, false",
        "村, A, false",
        "村, cun1cun1, false",
        "村, 2, false",
        "村, '', false",
        "村, ̌cun, false",
        "村, ：, false"
    })
    void tellsAReadingFromAnotherRemark(String character, String written, boolean is) {
        assertThat(Pinyin.isReading(character.codePointAt(0), written)).isEqualTo(is);
        String decomposed = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFD);
        assertThat(Pinyin.isReading(character.codePointAt(0), decomposed)).isEqualTo(is);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
            五长制,                     wuzhangzhi
            路长、街长、河长,           luzhang-jiezhang-hezhang
            1+3+1模式,                  1-3-1moshi
            党建+积分超市,              dangjian-jifenchaoshi
            “四化联动”,                 sihualiandong
            專項行動,                   zhuanxiangxingdong
            道德银行,                   daodeyinhang
            长效机制,                   changxiaojizhi
            重点工作,                   zhongdiangongzuo
            乡村重建,                   xiangcunchongjian
            调解与调研,                 tiaojieyudiaoyan
            绿水青山,                   lvshuiqingshan
            成都市,                     chengdushi
            重庆市,                     chongqingshi
            Wi-Fi村村通 2.0,            wi-ficuncuntong-2-0
            Ａ级景区,                   ajijingqu
            café,                       cafe
            '',                         p
            ！？…,                      p
            ../../etc/passwd,           etc-passwd
            CON,                        p-con
            \uD800村,                   cun
            一二三四五六七八九十一二三四五六七八九十, yiersansiwuliuqibajiushiyiersansiwuliuqi
            """)
    void makesSlugs(String text, String slug) {
        assertThat(Pinyin.slug(text)).isEqualTo(slug);
    }

    @Test
    @Timeout(5)
    void slugsAreShortAsciiWhateverTheText() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) text.append((char) random.nextInt(0x10000));
            String slug = Pinyin.slug(text.toString());
            assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(40);
        }
        assertThat(Pinyin.slug("村".repeat(200_000))).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void readsItsTableQuickly() {
        // The first call of this JVM may have been another test's, so this reads the same bytes by the same code once
        // more.
        long start = System.nanoTime();
        String text = Pinyin.read("pinyin.txt");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("pinyin: %d KB read in %d ms%n", text.length() / 1024, took.toMillis());
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }
}
