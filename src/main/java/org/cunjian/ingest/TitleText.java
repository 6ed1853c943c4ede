package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles without what the site adds to them: its own name, the column, the channel. */
final class TitleText {
    /** So many characters must be left of a title when a suffix goes. */
    private static final int LEAST_CHARS = 5;

    /** {@code -觀察}, {@code _新闻频道_央视网}, {@code --学习专栏-绍兴市第一中学}, {@code | 某某日报}. */
    private static final Pattern SUFFIX =
            Pattern.compile("\\s*(?:[-_|｜丨–－]|--)\\s*(?<name>[^-_|｜丨–－—“”《》，,。：:、！!？?]{1,24})$");

    private static final Pattern SITE = Pattern.compile(
            ".*(?:网|網|报|報|新聞雲|新闻云|日报|晚报|在线|線上|频道|頻道|新闻|新聞|资讯|資訊|观察|觀察|头条|頭條|快讯|要闻|要聞|时政|時政|政府|门户|网站|網站|平台|中学|小学|大学|学院|"
                    + "官网|客户端|专栏|專欄|栏目|首页|正文|动态|要览|公告|通知公告|信息公开|政务|组织部|委员会|办公室|人民法院|检察院|电视台|电台|广播|杂志|周刊|期刊|论坛|社区网|热点|国内|社会|地方|党建|要点|专题|聚焦|关注|视点|评论|时评|中心|局|厅|部|处|"
                    + "com|cn|COM|CN|News|news|NEWS|org|net)(?:[（(][^（）()]{1,20}[)）])?$");

    /** A dash also begins a subtitle, so behind it only a name that can be nothing else goes: {@code ——某某网}. */
    private static final Pattern DASHED =
            Pattern.compile("\\s*——\\s*[\\p{IsHan}A-Za-z·]{1,10}(?:网|網|日报|日報|晚报|晚報|频道|頻道|在线)$");

    private TitleText() {}

    /** Drops suffixes that name a site or a column, the last one first. */
    static String withoutSuffix(String title) {
        String now = Han.strip(title);
        Matcher dashed = DASHED.matcher(now);
        if (dashed.find() && dashed.start() >= LEAST_CHARS) now = Han.strip(now.substring(0, dashed.start()));
        while (true) {
            Matcher m = SUFFIX.matcher(now);
            if (!m.find()
                    || m.start() < LEAST_CHARS
                    || !SITE.matcher(m.group("name").strip()).matches()) return now;
            now = Han.strip(now.substring(0, m.start()));
        }
    }

    /** What sites put between the parts of a page's title; a subtitle has a dash of two. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:(?<![—–-])[-–](?![—–-])|--+|[_|｜丨－])\\s*");

    /** The longest part of a page's title: the article's, nearly always. */
    static String longestPart(String pageTitle) {
        String longest = "";
        for (String part : BETWEEN.split(pageTitle)) {
            String bare = part.replaceFirst("(?:\\.{2,}|…+)$", "");
            if (bare.length() > longest.length()) longest = bare;
        }
        return longest;
    }

    /** A page's title without the names of the site, on either side: {@code 某某报数字报-一块菜地} */
    static String withoutSite(String pageTitle) {
        String now = withoutSuffix(pageTitle);
        Matcher m = BETWEEN.matcher(now);
        int from = 0;
        while (m.find() && isSite(now.substring(from, m.start())) && now.length() - m.end() >= LEAST_CHARS)
            from = m.end();
        return now.substring(from);
    }

    /** Whether a part of a page's title is of the kind that names sites and columns. */
    static boolean isSite(String part) {
        return SITE.matcher(Han.strip(part)).matches();
    }

    /** The parts of a page's title other than the article's, from the end. */
    static List<String> rest(String pageTitle, String title) {
        int at = pageTitle.indexOf(title);
        List<String> rest = new ArrayList<>();
        if (at < 0) return rest;
        rest.addAll(Arrays.asList(
                BETWEEN.split(pageTitle.substring(at + title.length()).replace("——", "-"))));
        Collections.reverse(rest);
        rest.addAll(Arrays.asList(BETWEEN.split(pageTitle.substring(0, at))));
        rest.removeIf(String::isBlank);
        return rest;
    }

    /** The part of a page's title after the article's own; empty where there is none. */
    static String suffixOf(String pageTitle, String title) {
        if (!pageTitle.startsWith(title)) return "";
        return Han.strip(pageTitle.substring(title.length()));
    }

    /** The last name in a suffix such as {@code --学习专栏-绍兴市第一中学}: the site's. */
    static String siteName(String suffix) {
        String[] parts = suffix.split("[-_|｜丨–－—]+");
        return parts.length == 0 ? "" : Han.strip(parts[parts.length - 1]);
    }

    /** For comparing: letters and digits only, lower case. */
    static String bare(String title) {
        StringBuilder bare = new StringBuilder(title.length());
        title.codePoints().filter(Han::isWord).map(Character::toLowerCase).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
