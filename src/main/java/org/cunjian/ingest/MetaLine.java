package org.cunjian.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that tells source, date and author and nothing else, in the habits of Chinese news pages: {@code 来源：央视网
 * 2018-11-12 19:25:29}, {@code 文章来源: 红星网  时间: 2022-12-28 08:21}, {@code 2023-06-30 | 來源:淮安新聞網 |},
 * {@code 作者：李明 发布时间：2018年12月21日 点击数：12 次}.
 */
record MetaLine(
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String byline,
        @Nullable String url,
        boolean isLabelled,
        boolean isRevision,
        boolean hasClock) {
    private static final int MOST_CHARS = 200;
    /** So many characters may be neither label, value nor date: 次, 字号, a stray mark. */
    private static final int MOST_REST = 6;

    /** Beside a date with a label or a time of day, names without a label may stand: 某某记者 张三, 发表于某地. */
    private static final int MOST_REST_WHEN_DATED = 18;

    private static final String SOURCE = "source";
    private static final String DATE = "date";
    private static final String BYLINE = "byline";
    private static final String URL = "url";
    private static final String NOISE = "noise";

    /** Longer labels first, so that 责任编辑 is not read as 编辑. */
    private static final Pattern LABEL = Pattern.compile(
            "(?<source>(?:文章|信息|稿件|新闻|新聞|资料|資料|内容|本文|資訊)?(?:来源|來源|來源網站|出处|出處|稿源|消息来源|转自|轉自|转载自|轉載自|摘自|选自)"
                    + "|(?:发布|發布|供稿)(?:单位|機構|机构)|发布(?:者|人)?(?=\\s*[:：]))"
                    + "|(?<date>(?:发布|發布|發佈|发表|發表|发稿|發稿|刊发|刊登|发文|成文|创建|上传|录入|添加|更新|公开|生成)?(?:时间|時間|日期)|发布于|發布於|发表于|發表於)"
                    + "|(?<byline>(?:本文)?作者|撰稿人?|撰文|供稿人?|(?:本报|本報|全媒体|特约)?(?:记者|記者)|通讯员|通訊員|(?<![\\p{L}])文(?=\\s*[/／:：|｜丨]))"
                    + "|(?<url>原文(?:链接|鏈接|连结|網址|网址|地址)|(?:来源|文章|本文)?(?:网址|網址|链接|鏈接)|URL|url)"
                    + "|(?<noise>(?:责任|責任|本期|执行|值班|网络)?(?:编辑|編輯|主编|主編)|责编|責編|审核人?|審核|审校|初审|复审|终审|校对|校對|监制|監製|编审|录入者?|(?:文章|信息)?(?:点击|點擊|浏览|瀏覽|阅读|閱讀|访问|訪問|人气|人氣|查看)(?:次数|次數|数|數|量|率)?|字号|字號|字体|字體|大小|视力保护色?|分享到?|评论|評論|打印|关键词|關鍵詞|关键字|标签|標籤|索引号|文号|发文字号|主题分类|有效性|摄影|攝影|图片?|圖|版次|栏目|欄目|分类|分類|类别|类型|所属(?:栏目|分类)|属地|字数|我要纠错|扫一扫)");

    private static final FirstCharacters LABEL_BEGINNINGS = new FirstCharacters(LABEL);

    /** When it was changed, signed or typed in: not when it was published, where that is told too. */
    private static final Pattern WEAK_DATE = Pattern.compile("更新|成文|创建|生成|录入|添加|上传");

    /** {@code 《村治》2021/05}, {@code 《农村工作》2019年第3期} */
    private static final Pattern ISSUE =
            Pattern.compile("《([^《》]{2,20})》\\s*(?:\\d{4}\\s?[年/.-]?\\s?)?(?:第?\\s?\\d{1,4}\\s?期?)?");

    private static final Pattern LABEL_END = Pattern.compile("\\s*[:：/／|｜丨]\\s*");

    private static final Pattern DATE_FORM =
            // 2023年5月6日, 2023-05-06, 2023.5.6; 2023 05/06 10:02 set in parts; 23-05-06 10:02; 民國112年5月6日
            Pattern.compile(
                    "(?<!\\d)(?<year>(?:19|20)\\d\\d|(?:民國|民国)\\s?\\d{2,3}(?=\\s?年)|\\d\\d(?=-\\d\\d-\\d\\d\\s{1,4}\\d\\d:\\d\\d))"
                            + "(?:\\s?[-/.年]\\s?|\\s{1,4}(?=\\d{1,2}\\s{0,4}/\\s{0,4}\\d{1,2}\\s{1,6}\\d{1,2}:\\d))(\\d{1,2})\\s{0,4}[-/.月]\\s{0,4}(\\d{1,2})\\s?日?(?!\\d)"
                            + "(?:[T\\s　,，]*(?:星期[一二三四五六日天])?\\s*(?:上午|下午)?\\s*\\d{1,2}[:：时時]\\d{1,2}(?:[:：分]\\d{1,2}秒?)?分?)?");

    private static final Pattern NUMERALS =
            Pattern.compile("([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");

    private static final Pattern NOISE_WORDS = Pattern.compile(
            "\\[?(?:特大|超大|大|中|小|默认|打印|列印|分享到?|收藏|关闭|關閉|纠错|举报|次|人|返回|繁体|简体|转发|微信|微博|QQ|评论|点赞|推荐|听新闻|语音播报|放大|缩小|正文|A[-+]?|T[|]?)\\]?");

    /** What an unlabelled name beside a date must end with to be a source. */
    private static final Pattern PUBLISHER = Pattern.compile(
            "[\\p{IsHan}A-Za-z0-9·]{1,20}(?:网|網|报|報|日报|晚报|新闻|新聞|台|社|在线|線上|频道|发布|客户端|政府|杂志|周刊|月刊|通讯|局|委|办|厅|部|中心|公众号|融媒|时报|時報)");

    private static final Pattern BOOK = Pattern.compile("《([^《》]{2,20})》");
    private static final Pattern PAGE = Pattern.compile("第?\\s*[A-Z]?\\d{1,3}\\s*版");
    private static final Pattern WEB = Pattern.compile("https?://[\\x21-\\x7E]+");

    /** Empty where the line is anything else. */
    static Optional<MetaLine> parse(String line) {
        if (line.length() < 6 || line.length() > MOST_CHARS) return Optional.empty();
        if (line.indexOf('。') >= 0 && line.length() > 40) return Optional.empty();
        if (!mayTell(line)) return Optional.empty();
        return new Parser(narrow(unwrap(line))).parse();
    }

    /** Full-width digits and colons of dates as narrow ones. */
    private static String narrow(String given) {
        String line = given.indexOf('年') > 0 ? numerals(given) : given;
        boolean hasWide = false;
        for (int i = 0; i < line.length() && !hasWide; i++) hasWide = line.charAt(i) >= '０' && line.charAt(i) <= '９';
        if (!hasWide) return line;
        StringBuilder narrow = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isWide = (c >= '０' && c <= '９') || c == '－' || c == '／' || c == '．';
            narrow.append(isWide ? (char) (c - 0xFEE0) : c);
        }
        return narrow.toString();
    }

    /** 二〇二一年五月六日 in digits. */
    private static String numerals(String line) {
        Matcher m = NUMERALS.matcher(line);
        if (!m.find()) return line;
        StringBuilder year = new StringBuilder();
        for (int i = 0; i < 4; i++) year.append(digit(m.group(1).charAt(i)));
        return line.substring(0, m.start()) + year + "年" + number(m.group(2)) + "月" + number(m.group(3)) + "日"
                + line.substring(m.end());
    }

    /** 1 to 99: 六, 十, 十二, 二十, 三十一. */
    private static int number(String text) {
        int ten = text.indexOf('十');
        if (ten < 0) return digit(text.charAt(0));
        int tens = ten == 0 ? 1 : digit(text.charAt(0));
        int ones = ten + 1 < text.length() ? digit(text.charAt(ten + 1)) : 0;
        return 10 * tens + ones;
    }

    private static int digit(char c) {
        return Math.max(0, "〇一二三四五六七八九".indexOf(c));
    }

    /** A value without the label before it, where it has one. */
    static String unlabelled(String text) {
        Matcher label = LABEL.matcher(text);
        if (!label.lookingAt()) return text;
        Matcher end = LABEL_END.matcher(text).region(label.end(), text.length());
        return end.lookingAt() ? Han.strip(text.substring(end.end())) : text;
    }

    static boolean isPublisher(String name) {
        return PUBLISHER.matcher(name).matches();
    }

    /** A label ends with one of its marks, a date has digits or a year: most lines have neither. */
    private static boolean mayTell(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isMark =
                    c < 0x80 ? (c >= '0' && c <= '9') || c == ':' || c == '/' || c == '|' : "：／｜丨年".indexOf(c) >= 0;
            if (isMark || (c >= '０' && c <= '９')) return true;
        }
        return false;
    }

    private static String unwrap(String line) {
        String bare = Han.strip(line);
        if (bare.length() > 2
                && "（([【".indexOf(bare.charAt(0)) >= 0
                && "）)]】".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            String inner = bare.substring(1, bare.length() - 1);
            if (inner.indexOf(bare.charAt(0)) < 0) return Han.strip(inner);
        }
        return bare;
    }

    /** The date that begins in {@code text} first; empty where it has none, or none of the calendar. */
    static Optional<LocalDate> dateIn(String text) {
        Matcher m = DATE_FORM.matcher(text);
        while (m.find()) {
            Optional<LocalDate> date = calendar(m);
            if (date.isPresent()) return date;
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> calendar(Matcher m) {
        try {
            return Optional.of(
                    LocalDate.of(year(m.group("year")), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two digits are of this century, a year of the Republic begins with 1912. */
    private static int year(String text) {
        if (text.charAt(0) == '民') return 1911 + Integer.parseInt(Han.strip(text.substring(2)));
        int year = Integer.parseInt(text);
        return year < 100 ? 2000 + year : year;
    }

    private static final class Parser {
        private final String line;
        private final StringBuilder rest = new StringBuilder();
        private @Nullable LocalDate date;
        private boolean isPublished;
        private boolean isRevision;
        private @Nullable String source;
        private @Nullable String byline;
        private @Nullable String url;
        private int labels;
        private boolean hasClock;

        Parser(String line) {
            this.line = line;
        }

        Optional<MetaLine> parse() {
            int at = 0;
            Matcher label = LABEL.matcher(line);
            Matcher end = LABEL_END.matcher(line);
            while (at < line.length()) {
                int from = nextLabel(label, end, at);
                readFree(line.substring(at, from < 0 ? line.length() : from));
                if (from < 0) break;
                String kind = kind(label);
                String name = label.group();
                int valueFrom = end.end();
                int next = nextLabel(label, end, valueFrom);
                int valueTo = next < 0 ? line.length() : next;
                labels++;
                readValue(kind, name, line.substring(valueFrom, valueTo));
                at = valueTo;
            }
            return finish();
        }

        /** The start of the next label that a colon follows, with {@code end} on the colon; -1 where there is none. */
        private int nextLabel(Matcher label, Matcher end, int from) {
            int at = from;
            while (at <= line.length() && hasEndFrom(at) && LABEL_BEGINNINGS.find(label, line, at) >= 0) {
                if (end.region(label.end(), line.length()).lookingAt() && beginsAWord(label.start(), from))
                    return label.start();
                at = label.end();
            }
            return -1;
        }

        private boolean hasEndFrom(int from) {
            for (int i = from; i < line.length(); i++) if (":：/／|｜丨".indexOf(line.charAt(i)) >= 0) return true;
            return false;
        }

        private boolean beginsAWord(int start, int from) {
            if (start == from) return true;
            char before = line.charAt(start - 1);
            return !Character.isLetter(before) || Character.isDigit(before) || isAfterValue(start);
        }

        /** {@code 李明来源：} without a space: a label of two characters may follow a value directly. */
        private boolean isAfterValue(int start) {
            return labels > 0 && start > 0;
        }

        private static String kind(Matcher label) {
            for (String kind : new String[] {SOURCE, DATE, BYLINE, URL}) if (label.group(kind) != null) return kind;
            return NOISE;
        }

        private void readValue(String kind, String name, String value) {
            switch (kind) {
                case SOURCE -> {
                    String free = takeDates(value, false);
                    String trimmed = value(free);
                    if (source == null && Placeholder.orNull(trimmed) != null) source = trimmed;
                }
                case DATE -> {
                    boolean isUpdate = WEAK_DATE.matcher(name).lookingAt();
                    isRevision |= isUpdate;
                    readFree(takeDates(value, !isUpdate));
                }
                case BYLINE -> {
                    String trimmed = value(takeDates(value, false));
                    String role = name.contains("记者") || name.contains("記者") || name.contains("通") ? name + " " : "";
                    boolean isOffice = name.startsWith("供稿") && !Byline.isPersons(trimmed);
                    if (isOffice && source == null) source = Placeholder.orNull(trimmed);
                    else if (Placeholder.orNull(trimmed) != null)
                        byline = byline == null ? role + trimmed : byline + " " + role + trimmed;
                }
                case URL -> {
                    Matcher web = WEB.matcher(value);
                    if (web.find() && url == null) url = web.group();
                }
                default -> takeDates(value, false);
            }
        }

        /** A value ends at a bar, a tab or two spaces. */
        private static String value(String text) {
            String cut = text.split("[|｜丨\\t　]|\\s{2,}", 2)[0];
            String bare = Han.strip(cut);
            while (!bare.isEmpty() && "，,;；】]）)".indexOf(bare.charAt(bare.length() - 1)) >= 0 && !isBalanced(bare))
                bare = Han.strip(bare.substring(0, bare.length() - 1));
            Matcher issue = ISSUE.matcher(bare);
            if (issue.matches()) bare = issue.group(1);
            return bare.length() <= 60 ? bare : "";
        }

        private static boolean isBalanced(String text) {
            char last = text.charAt(text.length() - 1);
            return (last == '）' && text.indexOf('（') >= 0) || (last == ')' && text.indexOf('(') >= 0);
        }

        private String takeDates(String text, boolean isTheDate) {
            Matcher m = DATE_FORM.matcher(text);
            StringBuilder free = new StringBuilder();
            int at = 0;
            while (m.find()) {
                Optional<LocalDate> found = calendar(m);
                free.append(text, at, m.start()).append('\t');
                at = m.end();
                hasClock |= m.group().indexOf(':') > 0 || m.group().indexOf('：') > 0;
                if (found.isPresent() && (date == null || (isTheDate && !isPublished))) {
                    date = found.get();
                    isPublished = isTheDate;
                }
            }
            return Han.strip(free.append(text, at, text.length()).toString());
        }

        /** What stands outside labels: dates, a publisher's name, noise; the rest is counted. */
        private void readFree(String text) {
            String free = takeDates(text, false);
            Matcher book = BOOK.matcher(free);
            if (book.find() && source == null) {
                source = book.group(1);
                free = free.substring(0, book.start()) + free.substring(book.end());
            }
            free = PAGE.matcher(free).replaceAll("");
            for (String part : free.split("[|｜丨\\t　\\s]+", -1)) {
                String bare = part.replaceAll("[（）()\\[\\]【】·:：]", "");
                if (bare.isEmpty() || NOISE_WORDS.matcher(bare).matches() || bare.matches("\\d{1,8}次?")) continue;
                if (source == null && PUBLISHER.matcher(bare).matches()) source = bare;
                else rest.append(bare);
            }
        }

        private Optional<MetaLine> finish() {
            boolean isDated = date != null && (labels > 0 || hasClock) && line.indexOf('。') < 0;
            if (rest.length() > (isDated ? MOST_REST_WHEN_DATED : MOST_REST)) return Optional.empty();
            boolean saysAnything = date != null || source != null || byline != null || url != null || labels > 0;
            boolean isEnough = labels > 0 || date != null;
            if (!saysAnything || !isEnough) return Optional.empty();
            return Optional.of(
                    new MetaLine(date, source, byline, url, labels > 0, isRevision && !isPublished, hasClock));
        }
    }
}
