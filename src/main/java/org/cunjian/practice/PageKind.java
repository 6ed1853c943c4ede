package org.cunjian.practice;

import java.util.regex.Pattern;

/**
 * Tells pages that say what shall be done (a directive, a plan, a speech, a statute), explain a policy, rebuke, count or announce from those that
 * tell what a place did. On the former no name is published without the curator's word: the arrangements that a directive
 * names are duties of whoever reads it, not what a village runs.
 */
final class PageKind {
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?:的通知|的意见|的决定|的决议|的批复|的函|实施方案|工作方案|行动方案|实施意见|工作要点|若干措施|若干规定|讲话|致辞|工作报告|统计公报|公报|公告|公示|条例|规划|纲要|招聘|招标公告|启事|名单|会议纪要|征求意见稿|问答|解读|图解|名词解释)"
                    + "(?:[（(].{0,12}[）)])?\\s*$|^什么是|^(?:关于|印发).{4,60}(?:通知|意见|公告|公示|决定)");

    /** Tells what went wrong; arrangements it names are those that failed, or that punish. */
    private static final Pattern REBUKE = Pattern.compile("通报.*(?:问题|违纪|违法|腐败)|[“‘]四风[”’]|切忌|违纪违法|警示教育");

    /** A page that presents examples is about practices, whatever form it has. */
    private static final Pattern EXAMPLES = Pattern.compile("典型案例|优秀案例|经验|做法|纪实|侧记|[“「『]");

    /** 各乡镇人民政府： and 同志们： address those who shall do something. */
    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\s*(?:各[^，。\n]{2,60}|同志们|各位[^，。\n]{2,12})[：:]\\s*$");

    private static final int OPENING = 400;

    private PageKind() {}

    /** @param title Simplified, as is {@code text}, which opens with the title */
    static boolean isDirective(String title, String text) {
        if (REBUKE.matcher(title).find()) return true;
        if (EXAMPLES.matcher(title).find()) return false;
        return DIRECTIVE.matcher(title).find()
                || ADDRESS.matcher(text.substring(0, Math.min(text.length(), OPENING)))
                        .find();
    }
}
