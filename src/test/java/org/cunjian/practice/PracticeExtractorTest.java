package org.cunjian.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeExtractorTest {

    @Test
    void quotedNameWithItsHeadNounIsOnePracticeWithEvidence() {
        String body = "村里推行“周三夜谈”议事机制。大家在树下说事，“周三夜谈”一谈就是三年。";
        PracticeFinding first = new PracticeExtractor().extract("", body).get(0);
        assertThat(first.name()).isEqualTo("周三夜谈");
        assertThat(first.aliases()).contains("周三夜谈议事机制");
        assertThat(first.mentions()).hasSize(2);
        assertThat(first.mentions().get(0).surface()).isEqualTo("“周三夜谈”议事机制");
        assertThat(first.mentions().get(0).evidence().of(body)).isEqualTo("村里推行“周三夜谈”议事机制。");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '#', textBlock = """
            渠长、塘长、井长“三长制”守水。推行渠长、塘长、井长“三长制”管护机制。 # 三长制 # 渠长/塘长/井长
            村里推行“1+2”治理模式，“1”即以村党支部为核心，“2”即老年协会、妇女之家相配合。 # 1+2治理模式 # 村党支部/老年协会/妇女之家
            推行“老党员+大学生”帮扶模式，一老一少进农家。 # 老党员+大学生 # 老党员/大学生
            构建“一窗收件、全程跟踪”服务模式。 # 一窗收件、全程跟踪 # 一窗收件/全程跟踪
            推行林场帮农户、农户带散户的“双帮”利益联结机制。 # 双帮利益联结机制 # 林场帮农户/农户带散户
            建立“三员”（护林员、保洁员、调解员）共治机制，“三员”共治上墙。 # 三员 # 护林员/保洁员/调解员
            做到“三个一”：建一支队伍、办一所夜校、开一次晚会。建立“三个一”制度。 # 三个一 # 建一支队伍/办一所夜校/开一次晚会
            开展“三化”行动，着力推进机械化耕作、订单化种植、品牌化销售。推行“三化”行动。 # 三化行动 # 机械化耕作/订单化种植/品牌化销售
            """)
    void partsAreReadWhereTheArticleStatesThem(String body, String name, String parts) {
        String found = new PracticeExtractor()
                .extract("", body).stream()
                        .filter(f -> names(f).contains(name))
                        .map(f -> f.components().stream().map(Component::name).collect(Collectors.joining("/")))
                        .collect(Collectors.joining(" and "));
        assertThat(found).isEqualTo(parts);
    }

    private static List<String> names(PracticeFinding finding) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(finding.name()), finding.aliases().stream())
                .toList();
    }
}
