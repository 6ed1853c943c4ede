package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBakerTest {
    @TempDir
    Path folder;

    static Case jianshe() {
        return CaseFixture.of("2022-jianshe")
                .title("建设村“五长制”治村")
                .date("2022-12-28")
                .source("红星网")
                .body("""
                        建设村推行路长、街长、巷长、田长、河长“五长制”，年底已到账86万元。

                        ## 经验

                        明年**预计可达139万元**，“五长制”还要再推一步。
                        """)
                .place("湖南省/衡阳市/石鼓区/五一街道/建设村", "430407")
                .themes("zuzhi")
                .practice("五长制", "路长", "街长", "巷长", "田长", "河长")
                .figure("86万元", 860000, "元", "到账", false)
                .figure("139万元", 1390000, "元", "可达", true)
                .build();
    }

    static Case excerpt() {
        return CaseFixture.of("2021-excerpt")
                .title("{“摘录”的<script>alert(1)</script>村}")
                .date("2021-05-06")
                .source("某报")
                .body("外村也学“五长制”，办法相同。这句话不许公开。\n")
                .excerpt()
                .practice("五长制")
                .build();
    }

    @Test
    void everyPageIsThereAndEveryLinkLeadsSomewhere() {
        MemorySink site = SiteFixture.in(folder).cases(jianshe(), excerpt()).bake();
        assertThat(site.bytes().keySet())
                .contains(
                        "index.html",
                        "cases/index.html",
                        "cases/2022-jianshe/index.html",
                        "practices/index.html",
                        "places/index.html",
                        "themes/index.html",
                        "themes/zuzhi/index.html",
                        "years/index.html",
                        "years/2022/index.html",
                        "search/index.html",
                        "data/index.html",
                        "audit/index.html",
                        "404.html",
                        "robots.txt",
                        "assets/style.css");
    }
}
