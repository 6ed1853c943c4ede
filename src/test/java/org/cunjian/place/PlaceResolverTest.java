package org.cunjian.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cunjian.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceResolverTest {
    private final PlaceResolver resolver = new PlaceResolver();

    private String main(String title, String body) {
        PlaceReading reading = resolver.resolve(title, body);
        return reading.places().isEmpty() ? "" : reading.places().get(0).place().chain();
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(textBlock = """
            湖南省/衡阳市/石鼓区/五一街道/建设村, 湖南省/衡阳市/石鼓区/五一街道/建设村, 430407004
            北京市//延庆区,                       北京市//延庆区,                       110119
            湖南/衡阳,                            湖南省/衡阳市,                        4304
            浙江省/绍兴市/诸暨市/枫桥镇/没有的村, 浙江省/绍兴市/诸暨市/枫桥镇/没有的村, 330681109
            浙江省/绍兴市/没有的县/没有的镇,      浙江省/绍兴市/没有的县/没有的镇,      3306
            安徽省/合肥市/肥東縣,                 安徽省/合肥市/肥东县,                 340122
            //石鼓区,                             //石鼓区,                             430407
            没有的省,                             没有的省,                             ''
            /湖南省,                              /湖南省,                              ''
            """)
    void readsTheCuratorsChain(String chain, String expected, String code) {
        Place place = resolver.parseChain(chain).orElseThrow();
        assertThat(place.chain()).isEqualTo(expected);
        if (code.isEmpty()) assertThat(place.code()).isNull();
        else assertThat(place.code()).startsWith(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "////", "甲/乙/丙/丁/戊/己"})
    void refusesAChainThatNamesNothingOrTooMuch(String chain) {
        assertThat(resolver.parseChain(chain)).isEmpty();
    }

    @Test
    void assemblesAChainFromScatteredMentions() {
        String chain = main("石鼓区五一街道推行积分制", "近年来,建设村把积分用到每家每户。建设村的老人都说好。");
        assertThat(chain).isEqualTo("湖南省/衡阳市/石鼓区/五一街道/建设村");
    }

    @Test
    void readsTraditionalTextWithSpansOfThePrintedCharacters() {
        String body = "近日,安徽省肥東縣響導鄉趙亮社區開展活動。趙亮社區的黨員都來了。";
        PlaceFinding found = resolver.resolve("趙亮社區的做法", body).places().get(0);
        assertThat(found.place().chain()).isEqualTo("安徽省/合肥市/肥东县/响导乡/赵亮社区");
        assertThat(found.mentions()).extracting(s -> s.of(body)).contains("安徽省", "肥東縣", "響導鄉", "趙亮社區");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "推进乡村振兴,深化合作,整合资源,建设平安社区,新建广场,做实一约四会。",
                "创建文明村镇,发展乡村产业,让农村更美,让贫困村变样。",
                "A县某镇某村的支书说,这个村变了。",
                "某县X村推行积分制,该村村民都说好。",
                "党建引领基层治理,不断提升为民服务水平。",
                "\n"
            })
    void findsNoPlaceInEverydayWords(String body) {
        assertThat(resolver.resolve("基层治理的做法", body).places()).isEmpty();
    }

    @Test
    void aShortNameNeedsSupport() {
        assertThat(main("", "金湖的做法值得学习。")).isEmpty();
        assertThat(main("", "江苏金湖的做法值得学习。")).isEqualTo("江苏省/淮安市/金湖县");
        assertThat(main("", "江苏推广经验。在金湖,村民说好。")).isEqualTo("江苏省/淮安市/金湖县");
    }

    @Test
    void siblingTownsMeanTheirCounty() {
        String body = "诸暨市推行新办法。枫桥镇先行,店口镇跟进,大唐街道、牌头镇和次坞镇也动了起来。";
        assertThat(main("诸暨市的做法", body)).isEqualTo("浙江省/绍兴市/诸暨市");
    }

    @Test
    void aHeadlineAgainstTheBodyIsAConflict() {
        String body = "今年以来,枫桥镇枫源村推行新办法。枫源村的干部说,枫源村变了。在诸暨市,这样的村不少。";
        PlaceReading reading = resolver.resolve("金湖县的乡村治理", body);
        assertThat(reading.places().get(0).place().chain()).isEqualTo("浙江省/绍兴市/诸暨市/枫桥镇/枫源村");
        assertThat(reading.conflicts()).hasSize(1);
        assertThat(reading.conflicts().get(0).headline()).isEqualTo("江苏省/淮安市/金湖县");
    }

    @Test
    void municipalitiesHaveNoCity() {
        assertThat(main("", "北京市朝阳区八里庄街道开展了议事。")).isEqualTo("北京市//朝阳区/八里庄街道");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void isLinearOnHostileText() {
        for (String unit : List.of("村", "石鼓区", "建设村", "在", "浙江省桐乡市越丰村,", "南京路", "\uD840", "朝阳", "枫桥镇")) {
            resolver.resolve(unit, unit.repeat(100_000));
        }
    }

    @Test
    void spansLieInTheBodyWhateverTheText() {
        Random random = new Random(11);
        String[] words = {
            "浙江", "省", "桐乡市", "越丰村", "社区", "\uD840", "\uDC00", "\n", "的", "枫桥镇", "在", "。", "X", "發展鄉", "村村", "北京"
        };
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) text.append(words[random.nextInt(words.length)]);
            String body = text.toString();
            PlaceReading reading = resolver.resolve("浙江省的" + words[random.nextInt(words.length)], body);
            for (PlaceFinding finding : reading.places())
                for (Span span : finding.mentions()) assertThat(span.of(body)).isNotEmpty();
            assertThat(resolver.resolve("浙江省的", body)).isEqualTo(resolver.resolve("浙江省的", body));
        }
    }
}
