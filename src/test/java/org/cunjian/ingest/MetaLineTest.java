package org.cunjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "来源：央视网 2018-11-12 19:25:29; 2018-11-12; 央视网; -",
                "文章来源: 红星网  时间: 2022-12-28 08:21; 2022-12-28; 红星网; -",
                "2023-06-30 16:35:05 | 來源:淮安新聞網 |; 2023-06-30; 淮安新聞網; -",
                "文章来源：中国组织人事报 作者：浙祖轩 发布时间：2018年12月21日 点击数：; 2018-12-21; 中国组织人事报; 浙祖轩",
                "文章来源： 作者： 发布时间：2024年07月03日 点击数：; 2024-07-03; -; -",
                "2022年03月05日 10:21   来源：某某日报  字号：[大 中 小]  打印; 2022-03-05; 某某日报; -",
                "某某新闻网 2021/7/1 9:05; 2021-07-01; 某某新闻网; -",
                "发布日期：2020.08.09 浏览次数：321 次; 2020-08-09; -; -",
                "更新时间：2023-02-02 发布时间：2023-01-01 来源：县委办; 2023-01-01; 县委办; -",
                "某某新闻记者 张三 2023-05-06 10:22 来源：某某新闻; 2023-05-06; 某某新闻; -",
                "（来源：《农民日报》 2019年4月2日 第03版）; 2019-04-02; 农民日报; -",
                "時間：2019-04-02 來源：大河網 編輯：李某; 2019-04-02; 大河網; -",
                "信息来源：县农业农村局; -; 县农业农村局; -",
                "2023-05-06; 2023-05-06; -; -",
                "2023  12  /  19    10:02:27    来源：某某社; 2023-12-19; 某某社; -",
                "23-05-06 08:21 某某发布; 2023-05-06; 某某发布; -",
                "發布日期：民國110年3月17日; 2021-03-17; -; -",
                "发布时间：２０２３年５月６日　来源：某某日报; 2023-05-06; 某某日报; -",
                "某某县农业局　二〇二一年十二月三十一日; 2021-12-31; 某某县农业局; -",
                "成文日期：2017-04-10 发布日期：2017-04-12; 2017-04-12; -; -",
                "来源：未知 作者：admin 时间：2013-04-22; 2013-04-22; -; -",
                "来源：《村治》2021/05 作者：覃海; -; 村治; 覃海",
                "转自：某某发布; -; 某某发布; -",
            })
    void headerLineIsRead(String line, String date, String source, String byline) {
        MetaLine meta = MetaLine.parse(line).orElseThrow();
        assertThat(meta.date() == null ? null : meta.date().toString()).isEqualTo(date);
        assertThat(meta.source()).isEqualTo(source);
        assertThat(meta.byline()).isEqualTo(byline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022年12月28日，村里召开了大会，到会的有三百人。",
                "山前村：“五长制”管好一条街",
                "从时间看：村里的变化从2019年开始，到2022年底全部完成，用了三年",
                "来自群众，服务群众",
                "2021-13-45",
                "村民的钱从哪里来：三条来源，一本账，说得清清楚楚明明白白"
            })
    void otherLinesAreNot(String line) {
        assertThat(MetaLine.parse(line).filter(m -> m.date() != null || m.source() != null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "山前村有了“解忧小院”_新闻频道_央视网(cctv.com); 山前村有了“解忧小院”",
                "山前村有了“解忧小院”--基层动态-某某中学; 山前村有了“解忧小院”",
                "山前村有了“解忧小院”-觀察; 山前村有了“解忧小院”",
                "山前村有了“解忧小院” - 社会 - 某某新闻网; 山前村有了“解忧小院”",
                "山前村有了“解忧小院”——某某网; 山前村有了“解忧小院”",
                "山前村有了“解忧小院”——来自某某镇的观察; 山前村有了“解忧小院”——来自某某镇的观察",
                "“党建+网格”-山前村的办法; “党建+网格”-山前村的办法",
                "[视频]【走基层】山前村; [视频]【走基层】山前村",
            })
    void titleLosesTheSiteOnly(String title, String shown) {
        assertThat(TitleText.withoutSuffix(title)).isEqualTo(shown);
    }
}
