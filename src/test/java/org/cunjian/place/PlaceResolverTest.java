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

    @ParameterizedTest(name = "[{index}] {0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            走进山东省平阴县孔村镇,村民们正在开会。 | 山东省/济南市/平阴县/孔村镇
            安徽省凤阳县小溪河镇小岗村的村民说,小岗村变了。 | 安徽省/滁州市/凤阳县/小溪河镇/小岗村
            重庆市酉阳县车田乡的干部说。 | 重庆市//酉阳土家族苗族自治县/车田乡
            海南省琼海市博鳌镇沙美村红树林边。 | 海南省//琼海市/博鳌镇/沙美村
            广东省东莞市虎门镇大宁社区探索网格。 | 广东省/东莞市//虎门镇/大宁社区
            内蒙古自治区鄂尔多斯市乌审旗无定河镇巴图湾村。 | 内蒙古自治区/鄂尔多斯市/乌审旗/无定河镇/巴图湾村
            浙江安吉余村,绿水青山。 | 浙江省/湖州市/安吉县/天荒坪镇/余村
            浙江奉化市的做法。 | 浙江省/宁波市/奉化区
            湘西州花垣县十八洞村的日子。 | 湖南省/湘西土家族苗族自治州/花垣县/双龙镇/十八洞村
            北京朝阳:大家的事大家说了算。 | 北京市//朝阳区
            辽宁朝阳:大家的事大家说了算。 | 辽宁省/朝阳市
            吉林市的社区。 | 吉林省/吉林市
            诸暨市旧溪镇丰岭村推行新办法。 | 浙江省/绍兴市/诸暨市/旧溪镇/丰岭村
            诸暨市的旧溪镇变了样。 | 浙江省/绍兴市/诸暨市/旧溪镇
            上海市徐汇区乐山六七村的居民。 | 上海市//徐汇区//乐山六七村
            江苏省金湖县带领35个成员村,各成员村都有计划。 | 江苏省/淮安市/金湖县
            香港特别行政区的义工。 | 香港特别行政区
            """)
    void readsChains(String body, String chain) {
        assertThat(main("", body)).isEqualTo(chain);
    }

    @Test
    void aVillageOfItsOwnProvesTheShortNameBeforeIt() {
        assertThat(main("正定塔元庄:一个村的变迁", "塔元庄村这些年变了。")).startsWith("河北省/石家庄市/正定县");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "记者在南京路上看到北京大学的学生。",
                "我县各乡镇都行动起来,县城镇化率提高,全县城乡面貌一新。",
                "长治久安,日照时间长,祝大家幸福安康,天下大同,大庆祝。",
                "创新乡村治理,走在前列,做好新建小区的合作。",
                "新城区和老城区的居民,都到市中区去。"
            })
    void wordsThatContainNamesAreNotPlaces(String body) {
        assertThat(resolver.resolve("", body).places()).isEmpty();
    }

    @Test
    void ofTwoStoriesTheFirstIsTheMainOne() {
        String body = "浙江省桐乡市的办法好。桐乡市的干部说好。\n在浙江省诸暨市,办法也好。诸暨市的干部说好。";
        PlaceReading reading = resolver.resolve("", body);
        assertThat(reading.places()).extracting(f -> f.place().chain()).containsExactly("浙江省/嘉兴市/桐乡市", "浙江省/绍兴市/诸暨市");
    }

    @Test
    void aCountyWithOneExampleStaysACounty() {
        String body = "近年来,金湖县推行新办法。金湖县把网格做实,金湖县的干部下了村。在吕良镇旺屯村,村民说好。金湖县还将推广。";
        assertThat(main("江苏金湖县的新办法", body)).isEqualTo("江苏省/淮安市/金湖县");
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
