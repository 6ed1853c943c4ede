package org.cunjian.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote it, as a line of its own or in brackets at the end of a paragraph. */
final class Byline {
    private static final int MOST_CHARS = 60;

    private static final String NAME = "(?:\\p{IsHan}{2,4}|\\p{IsHan}{1,6}·\\p{IsHan}{1,6}|\\p{IsHan}\\s\\p{IsHan})";
    private static final String NAMES = NAME + "(?:[\\s、，,　/]{1,3}" + NAME + "){0,7}";
    private static final String ROLE =
            "(?:(?:本报|本報|本网|全媒体|融媒体|特约|见习|实习|总台|央视|新华社|人民网|\\p{IsHan}{2,12})?(?:记者|記者|评论员)|(?:特约)?(?:通讯员|通訊員)|撰稿|撰文|作者|供稿|实习生)";

    /** 全媒体记者 王献伟 通讯员 吴承卿 文/图 */
    private static final Pattern LINE = Pattern.compile(
            "[（(【\\[]?\\s*(?<who>" + ROLE + "[\\s　:：]{1,3}" + NAMES + "(?:[\\s　]{1,3}" + ROLE + "[\\s　:：]{1,3}" + NAMES
                    + "){0,3})" + "\\s*(?:文[/、]?图|文/图|图/文|图文|文并摄|摄影报道|摄|报道|報道|供稿)?\\s*[】\\])）]?");

    /** 文/刘冬骏，(武艳琼 张小强 供稿) */
    private static final Pattern CREDIT =
            Pattern.compile("(?:文|撰文|供稿|作者|撰稿|图文|文图|文、图|文/图|来稿|记者|記者|通讯员|通訊員)\\s*[/／:：｜| ]\\s*(?<who>" + NAMES
                    + ")(?:\\s+图[/／:：].{2,10})?" + "|(?<first>" + NAMES + ")\\s*(?:供稿|报道|報道|撰稿|文|来稿|投稿|供稿报道)");

    private static final Pattern BRACKETED =
            Pattern.compile("[（(【\\[]\\s*(?<inner>[^（）()【】\\[\\]]{1,50})\\s*[）)】\\]]$");

    /** 大日報 記者林育如／月眉即時報導, 〔記者王小明／南投報導〕 */
    private static final Pattern REPORTER = Pattern.compile(
            "[〔［\\[【（(]?\\s*(?<source>[\\p{IsHan}A-Za-z]{2,12}?(?:報|报|社|網|网|新聞|新闻|電視|週刊|周刊))?[\\s　]*(?:特派|地方|特約)?(?:記者|记者|特派員)\\s*(?<who>"
                    + NAMES + ")\\s*[／/╱]\\s*[\\p{IsHan}]{0,12}(?:報導|报导|報道|报道|電|综合报道|綜合報導)\\s*[〕］\\]】）)]?");

    private static final Pattern BULLET = Pattern.compile("^[□■●◆◎○▪·•]+\\s*");
    private static final Pattern AUTHOR = Pattern.compile("^作者[\\s　:：]+");

    private static final Pattern PERSONS = Pattern.compile(NAMES);

    /** Who reports, and for whom, by the line that Taiwanese pages put above the text. */
    record Reporter(@Nullable String source, String who) {}

    static @Nullable Reporter reporter(String line) {
        if (line.length() < 6 || line.length() > MOST_CHARS) return null;
        Matcher m = REPORTER.matcher(line);
        return m.matches() ? new Reporter(m.group("source"), Han.strip(m.group("who"))) : null;
    }

    /** Whether a value names persons, and no paper, site or office. */
    static boolean isPersons(String value) {
        String bare = Han.strip(value);
        if (LINE.matcher(bare).matches()) return true;
        return PERSONS.matcher(bare).matches() && !MetaLine.isPublisher(bare);
    }

    private Byline() {}

    /** A whole line that says nothing else. */
    static Optional<String> parse(String line) {
        if (line.length() < 4 || line.length() > MOST_CHARS) return Optional.empty();
        String bare = Han.strip(BULLET.matcher(line).replaceFirst(""));
        Matcher m = LINE.matcher(bare);
        if (m.matches())
            return Optional.of(Han.strip(AUTHOR.matcher(m.group("who")).replaceFirst("")));
        Matcher bracketed = BRACKETED.matcher(bare);
        String inner = bracketed.matches() ? bracketed.group("inner") : bare;
        return credit(inner);
    }

    static Optional<String> credit(String text) {
        Matcher m = CREDIT.matcher(Han.strip(text));
        if (!m.matches()) return Optional.empty();
        String who = m.group("who") != null ? m.group("who") : m.group("first");
        return Optional.of(Han.strip(who));
    }

    /** What stands in brackets at the very end of a paragraph, and where the bracket opens. */
    record Ending(int start, String inner) {}

    static Optional<Ending> ending(String text) {
        int from = Math.max(0, text.length() - MOST_CHARS);
        Matcher m = BRACKETED.matcher(text).region(from, text.length());
        return m.find() ? Optional.of(new Ending(m.start(), m.group("inner"))) : Optional.empty();
    }

    static Optional<String> roles(String inner) {
        Matcher m = LINE.matcher(Han.strip(inner));
        return m.matches() ? Optional.of(Han.strip(m.group("who"))) : Optional.empty();
    }
}
