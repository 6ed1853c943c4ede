package org.cunjian.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.shared();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "43, 湖南省",
        "4304, 湖南省/衡阳市",
        "430407, 湖南省/衡阳市/石鼓区",
        "110119, 北京市//延庆区",
        "50, 重庆市",
        "500101, 重庆市//万州区",
        "4419, 广东省/东莞市",
        "441900003, 广东省/东莞市//东城街道",
        "419001, 河南省//济源市",
        "71, 台湾省",
        "110101001001, 北京市//东城区/东华门街道/多福巷社区"
    })
    void tellsTheChainOfACode(String code, String chain) {
        Optional<Place> place = gazetteer.place(code);
        assertThat(place.map(Place::chain)).contains(chain);
        assertThat(place.map(Place::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "99", "4399", "430499", "110101001999", "1101", "x", "４３", "-3", "1234567890123"})
    void knowsNoPlaceOfAnUnusedCode(String code) {
        assertThat(gazetteer.place(code)).isEmpty();
        assertThat(gazetteer.find(code)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "湖南, 湖南省",
        "衡阳, 衡阳市 衡阳县",
        "内蒙古, 内蒙古自治区",
        "湘西州, 湘西土家族苗族自治州",
        "湘西, 湘西土家族苗族自治州",
        "大理, 大理白族自治州 大理市",
        "锡林郭勒, 锡林郭勒盟",
        "阿克苏, 阿克苏地区 阿克苏市",
        "奉化市, 奉化区",
        "延庆县, 延庆区",
        "景宁县, 景宁畲族自治县",
        "枫桥镇, 枫桥镇 枫桥镇 枫桥镇",
        "没有这个地方, ''"
    })
    void findsUnitsByFullAndShortName(String name, String units) {
        List<String> found = gazetteer.named(name).stream().map(Unit::name).toList();
        List<String> expected = units.isEmpty() ? List.of() : List.of(units.split(" "));
        assertThat(found).containsAll(expected);
        if (expected.isEmpty()) assertThat(found).isEmpty();
    }

    @Test
    void listsChildrenAcrossSkippedLevels() {
        assertThat(gazetteer.children("")).hasSize(34).extracting(Unit::name).contains("北京市", "台湾省");
        assertThat(gazetteer.children("11")).hasSize(16).allMatch(u -> u.level() == Level.COUNTY);
        assertThat(gazetteer.children("43")).hasSize(14).allMatch(u -> u.level() == Level.CITY);
        assertThat(gazetteer.children("41")).extracting(Unit::name).contains("郑州市", "济源市");
        assertThat(gazetteer.children("4419"))
                .allMatch(u -> u.level() == Level.TOWNSHIP)
                .isNotEmpty();
        assertThat(gazetteer.children("430407")).extracting(Unit::name).contains("五一街道");
        assertThat(gazetteer.children("110101001")).extracting(Unit::name).contains("多福巷社区");
        assertThat(gazetteer.children("nonsense")).isEmpty();
    }

    @Test
    void everyVillageHasAChainAndItsCode() {
        int villages = 0;
        for (Unit province : gazetteer.children("")) {
            VillageTable table = gazetteer.villagesOf(gazetteer.unit(province.code()));
            if (table == null) continue;
            for (Unit city : gazetteer.children(province.code()))
                for (Unit township : townships(city))
                    for (Unit village : gazetteer.children(township.code())) {
                        villages++;
                        assertThat(village.name()).isNotEmpty();
                        assertThat(village.code()).startsWith(township.code());
                    }
        }
        assertThat(villages).isEqualTo(620_573);
    }

    private List<Unit> townships(Unit unit) {
        if (unit.level() == Level.TOWNSHIP) return List.of(unit);
        return gazetteer.children(unit.code()).stream()
                .flatMap(u -> townships(u).stream())
                .toList();
    }

    @Test
    void villageNamesAreNotThoseOfTheirCommittees() {
        String wuyi = gazetteer.named("五一街道").stream()
                .map(Unit::code)
                .filter(c -> c.startsWith("430407"))
                .findFirst()
                .orElseThrow();
        assertThat(gazetteer.children(wuyi))
                .extracting(Unit::name)
                .contains("建设村")
                .noneMatch(n -> n.endsWith("委员会"));
    }
}
