package org.cunjian.figure;

import org.cunjian.text.Span;

/**
 * Tells planned figures from claimed ones by the words before them. 预计 有望 可达 reach to the end of their clause (村集体经济已到账
 * 86万元，预计可达139万元: only the second is planned); 力争 计划 将 下一步 reach to the end of the sentence, unless 已 or 累计 comes between.
 */
final class Projection {
    private static final CueWords NEAR =
            new CueWords("预计", "预期", "预估", "预测", "可达", "可望", "有望", "拟", "可实现", "可增加", "可带动", "可新增");
    private static final CueWords FAR = new CueWords(
            "力争", "争取", "目标", "计划到", "计划在", "计划用", "计划新", "计划投", "计划建", "下一步", "规划", "还将", "也将", "即将", "将会", "未来", "到时",
            "届时", "将有", "将达", "将实现", "将新", "将建", "将在", "将于", "将为", "将投", "将带", "将继续", "将加快", "将依托", "将进一步", "将完成", "将增",
            "将突破", "将超", "将可", "将形成", "将打造", "将培育", "将推", "将再", "明年", "计划年底", "接下来");
    private static final CueWords DONE =
            new CueWords("已", "累计", "截至", "截止", "目前", "共计", "完成了", "实现了", "达到了", "获得了", "去年", "以来");

    private Projection() {}

    static boolean isProjected(String text, Span sentence, Span figure) {
        int clause = figure.start();
        while (clause > sentence.start() && !partsClauses(text.charAt(clause - 1))) clause--;
        if (last(text, clause, figure.start(), NEAR) >= 0) return true;
        int far = last(text, sentence.start(), figure.start(), FAR);
        int done = last(text, sentence.start(), figure.start(), DONE);
        return far >= 0 && far > done;
    }

    /** Where the last of {@code words} begins in the stretch; -1 where none does. Looks back 120 characters at most. */
    private static int last(String text, int from, int to, CueWords words) {
        return words.last(text, Math.max(from, to - 120), Math.min(text.length(), to + 1));
    }

    private static boolean partsClauses(char c) {
        return "，,；;。、：".indexOf(c) >= 0;
    }
}
