package org.cunjian.ingest;

import java.util.List;
import java.util.Random;

/** Makes clean Chinese prose that says nothing: whole sentences with names, figures, quotations and the marks of Chinese. */
final class ChineseText {
    private static final List<String> WHO =
            List.of("村里", "镇上", "合作社", "党支部", "王大爷", "网格员", "妇联", "山前村", "柳沟社区", "A村", "𠮷田村");
    private static final List<String> DOES = List.of("推行", "建起", "评选", "修好", "办起", "种下", "清理", "走访", "探索", "公示");
    private static final List<String> WHAT = List.of(
            "“五长制”",
            "“党建+网格”机制",
            "积分超市",
            "624.16 亩水田",
            "三条水渠",
            "《村规民约》",
            "86万元的账目",
            "一约四会",
            "“1+3+1”模式",
            "5%的份额",
            "光伏（二期）",
            "文化广场",
            "2022年的台账",
            "IPv6 基站");
    private static final List<String> TAIL =
            List.of("群众都说好", "效果看得见", "大家抢着来", "问题少了一半", "账目月月公开", "老人也放心", "门前干净了", "没有一户落下");

    private final Random random;

    ChineseText(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    String title() {
        return one(WHO) + "：" + one(DOES) + one(WHAT).replace(" ", "") + " " + one(TAIL);
    }

    String paragraph() {
        StringBuilder text = new StringBuilder();
        int sentences = 2 + random.nextInt(5);
        for (int i = 0; i < sentences; i++) text.append(sentence());
        return text.toString();
    }

    private String sentence() {
        StringBuilder text = new StringBuilder(one(WHO)).append(one(DOES)).append(one(WHAT));
        int clauses = random.nextInt(3);
        for (int i = 0; i < clauses; i++)
            text.append(random.nextBoolean() ? "，" : "、").append(one(DOES)).append(one(WHAT));
        text.append("，").append(one(TAIL));
        return text.append(random.nextInt(6) == 0 ? "！" : "。").toString();
    }
}
