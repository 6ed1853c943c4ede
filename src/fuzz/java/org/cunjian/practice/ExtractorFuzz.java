package org.cunjian.practice;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as an article: every mention and every part is the text under its span. */
class ExtractorFuzz {
    /** What the rules look for, so that random bytes meet them. */
    private static final String[] WORDS = {
        "“", "”", "「", "」", "《", "》", "五长制", "1+3+1", "模式", "机制", "推行", "建立", "即", "、", "，", "。", "：", "\n\n## ", "村", "七步法",
        "路长", "街长", "党建+网格", "一约四会", "工作法", "制度", "的", "在", "+", "１＋３＋１", "網格", "\uD840\uDC00", "\uD840", "①", "（", "）"
    };

    @FuzzTest(maxDuration = "60s")
    void everyMentionIsTextOfTheArticle(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        String title = data.consumeString(30);
        while (data.remainingBytes() > 0 && text.length() < 5000)
            text.append(data.consumeBoolean() ? data.pickValue(WORDS) : data.consumeString(6));
        String body = text.toString().replace("\r", "");
        for (PracticeFinding finding : new PracticeExtractor().extract(title, body)) {
            for (Mention mention : finding.mentions())
                if (!mention.span().of(body).equals(mention.surface())) throw new IllegalStateException(mention.toString());
            for (Component part : finding.components())
                if (part.span().of(body).isBlank()) throw new IllegalStateException(part.toString());
        }
    }
}
