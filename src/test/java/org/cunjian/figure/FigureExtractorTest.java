package org.cunjian.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureExtractorTest {

    /** Projected figures carry a star. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', textBlock = """
            村集体已到账36万元，预计可达59万元。                 # 36万元 59万元*
            占地624.5 亩，栽树9000余株，服务200余人次。          # 624.5 亩 9000余株 200余人次
            平均年龄由51.2岁下降至42.6岁，占比由16%提升至50%。    # 51.2岁 42.6岁 16% 50%
            投入800多万，硬化道路2.4万平方米，增收5万余元。       # 800多万 2.4万平方米 5万余元
            卖出近万斤，约3.2亿元，超30万人。                    # 近万斤 约3.2亿元 超30万人
            力争明年建成12个驿站，带动300户增收。                # 12个* 300户*
            下一步还将建8个点，目前已建6个。                      # 8个* 6个
            2021年3月5日上午9:30，第3次会议印发〔2020〕15号文件。  #
            1.修路。2.种树。3、通水3公里。                        # 3公里
            电话13812345678，邮编010-8888。                      #
            推行“1+3+1”模式，做到四个意识、三个方面。             #
            两起纠纷，三栋楼，十余名党员，数十户。                # 两起 三栋楼 十余名 数十户
            每月8日、90后青年、5G网络、A4纸。                     #
            人均900到1000元，150亩左右。                          # 900到1000元 150亩左右
            五一街道三八妇女节，建村40周年，三四户人家。           # 三四户
            五个村民小组，5个村民代表，联系3个村。                 # 五个 5个 3个村
            一户一策，千家万户，百姓，三治融合。                  #
            """)
    void readsNumberHedgeAndUnitAsPrinted(String text, String figures) {
        String found = FigureExtractor.extract(text).stream()
                .map(f -> f.text() + (f.isProjected() ? "*" : ""))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(figures == null ? "" : figures);
    }

    /** Each figure with what it is compared with and the time given for it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', textBlock = """
            班子平均年龄由51.4岁下降至42.1岁。                        # 51.4岁 42.1岁<51.4岁
            全村纠纷由2019年的38起下降到2022年的6起。                 # 38起@2019年 6起<38起@2022年
            贫困发生率从28.6%下降到4.5%，减少了120户。                # 28.6% 4.5%<28.6% 120户
            去年集体收入突破50万元，今年上半年已有32万元。            # 50万元@去年 32万元@今年上半年
            2021年3月以来调解47件，截至目前化解45件。                 # 47件@2021年3月以来 45件@截至目前
            每月评比10户，近三年来表彰300户。                         # 10户@每月 300户@近三年来
            办席花费从4.8万元降到了1.2万元。                          # 4.8万元 1.2万元<4.8万元
            收梨3万斤，卖桃5万斤，修路到2公里外。                     # 3万斤 5万斤 2公里
            """)
    void comparisonAndPeriodAreToldByTheSentence(String text, String figures) {
        String found = FigureExtractor.extract(text).stream()
                .map(f -> f.text()
                        + (f.from() == null ? "" : "<" + f.from())
                        + (f.period() == null ? "" : "@" + f.period()))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(figures);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '#', textBlock = """
            先后发动党员修渠412人，先后发动党员修渠100余人。          # 412人/100余人
            全村累计种下果树苗木300棵。                               #
            村里累计调解邻里纠纷80件，其中累计调解邻里纠纷成功70件。  #
            2021年累计调解邻里纠纷80件，2022年累计调解邻里纠纷90件。  #
            累计发动群众义务投工208人次，累计发动群众义务投工200余人次。 #
            已经建成文化广场8个，预计建成文化广场12个。               #
            """)
    void twoFiguresForOneThingAreAConflict(String text, String conflicts) {
        String found = FigureConflict.find(text, FigureExtractor.extract(text)).stream()
                .map(c -> c.first().text() + "/" + c.second().text())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(conflicts == null ? "" : conflicts);
    }

    @Test
    void hedgeIsTheWordThatMakesTheNumberInexact() {
        assertThat(FigureExtractor.extract("约3亩，200余人，150户左右，86万元。"))
                .extracting(Figure::hedge)
                .containsExactly("约", "余", "左右", "");
    }

    @Test
    void valueIsThePlainNumberInTheUnit() {
        List<Figure> found = FigureExtractor.extract("收入86万元，产值2.4亿元，面积十二亩，共1,164户。");
        assertThat(found).extracting(Figure::value).containsExactly(860_000.0, 240_000_000.0, 12.0, 1164.0);
        assertThat(found).extracting(Figure::unit).containsExactly("元", "元", "亩", "户");
    }

    @Test
    void subjectIsTakenFromTheWordsBeside() {
        List<Figure> found = FigureExtractor.extract("评选出12名乡村工匠，人均收入达到3万元。");
        assertThat(found).extracting(Figure::subject).containsExactly("乡村工匠", "人均收入");
    }
}
