package org.cunjian.figure;

import org.cunjian.text.CharacterSet;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads one quantity: hedge (约 近 超 数), number (86, 2.4, 1,164, 三, 十余), large unit with hedge (万余, 多亿), unit, hedge (左右
 * 以上). 近万斤, 900到1000户, 800多万 and 51.4岁 are quantities.
 */
final class QuantityReader {
    private static final String LARGE = "十百千万亿";
    private static final String BEFORE = "约近超逾达数上共";
    private static final String AFTER = "余多来几";
    private static final String[] TRAILING = {"左右", "以上", "以下", "以内", "之多", "上下"};

    /** What Chinese numerals count in set phrases and headings, not in fact: 四个意识, 三个方面. */
    private static final String[] ABSTRACT = {
        "方面", "聚焦", "意识", "自信", "维护", "坚持", "确立", "全面", "环节", "层面", "维度", "阶段", "步骤", "重点", "抓手", "关键", "字", "月", "时期",
        "问题", "结合", "转变", "服从", "务必", "到位", "到户", "一批", "代表", "原则", "目标", "特点", "优势", "要求"
    };

    private QuantityReader() {}

    private static final CharacterSet FIRST = CharacterSet.of("0123456789〇零一二三四五六七八九十百千万亿两数几半");

    /** False where no quantity begins, whatever follows {@code c}. */
    static boolean mayBegin(char c) {
        return FIRST.has(c);
    }

    static @Nullable Quantity read(String text, int at, Span sentence) {
        char c = text.charAt(at);
        if (isDigit(c)) return startsWord(text, at) ? withDigits(text, at, sentence) : skipLatin(text, at, sentence);
        return isNumeral(c) ? withNumerals(text, at, sentence) : null;
    }

    private static boolean startsWord(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !(isLatin(before) || before == '_' || before == '@' || before == '/' || before == '\\');
    }

    private static Quantity skipLatin(String text, int at, Span sentence) {
        int end = at;
        while (end < sentence.end() && (isDigit(text.charAt(end)) || isLatin(text.charAt(end)))) end++;
        return new Quantity(new Span(at, end), null, "", true);
    }

    private static Quantity withDigits(String text, int at, Span sentence) {
        int end = numberEnd(text, at, sentence.end());
        double value = parse(text.substring(at, end));
        boolean no = isOrdinalOrFormula(text, at) || isDate(text, at, end, sentence) || isLong(text, at, end);
        int range = rangeEnd(text, end, sentence.end());
        if (range > end) {
            end = range;
            value = Double.NaN;
        }
        if (no) return new Quantity(new Span(at, Math.max(end, at + 1)), null, "", true);
        return finish(text, at, end, value, sentence, true);
    }

    private static Quantity withNumerals(String text, int at, Span sentence) {
        int end = at;
        while (end < sentence.end() && isNumeral(text.charAt(end))) end++;
        String numerals = text.substring(at, end);
        boolean halfYear = numerals.equals("半") && at > 0 && "上下".indexOf(text.charAt(at - 1)) >= 0;
        if (halfYear || isNamed(numerals)) return new Quantity(new Span(at, end), null, "", true);
        double value = ChineseNumber.parse(numerals);
        boolean ordinal = at > 0 && "第初周星期礼拜届每".indexOf(text.charAt(at - 1)) >= 0;
        Quantity quantity = finish(text, at, end, value, sentence, false);
        if (ordinal || isSetPhrase(text, at, end, quantity)) return new Quantity(new Span(at, end), null, "", true);
        return quantity;
    }

    /** 五一街道, 三八妇女节: two digits side by side, unlike 三四户 and 十五户, are a date or a name. */
    private static boolean isNamed(String numerals) {
        if (numerals.length() != 2) return false;
        int first = "一二三四五六七八九".indexOf(numerals.charAt(0));
        int second = "一二三四五六七八九".indexOf(numerals.charAt(1));
        return first >= 0 && second >= 0 && second != first + 1;
    }

    /** 一个, 三治融合, 百姓, 千家万户: numerals that count nothing. */
    private static boolean isSetPhrase(String text, int at, int end, Quantity quantity) {
        if (quantity.isSkipped()) return true;
        String numerals = text.substring(at, end);
        boolean hedged = quantity.span().start() < at || AFTER.indexOf(charAt(text, end)) >= 0;
        boolean onlyLarge = numerals.length() == 1 && LARGE.indexOf(numerals.charAt(0)) >= 0;
        if (onlyLarge) return !hedged || Units.classOf(quantity.unit()).isEmpty();
        if (numerals.equals("一") || numerals.equals("半") || numerals.equals("几") || numerals.equals("数"))
            return !hedged;
        if (Units.classOf(quantity.unit()).isEmpty()) return true;
        if (quantity.unit().equals("年")
                || quantity.unit().equals("点")
                || quantity.unit().equals("分")) return true;
        int next = quantity.span().end();
        for (String word : ABSTRACT) if (text.startsWith(word, next)) return true;
        char after = charAt(text, next);
        return quantity.unit().length() == 1 && "村社区县市省国字站点团队班部卷款成回面门".indexOf(quantity.unit()) >= 0 && after != '人';
    }

    private static Quantity finish(String text, int at, int numberEnd, double number, Span sentence, boolean digits) {
        int to = sentence.end();
        int end = numberEnd;
        double value = number;
        while (end < to && AFTER.indexOf(text.charAt(end)) >= 0) end++;
        int largeEnd = end;
        while (largeEnd < to && "十百千万亿".indexOf(text.charAt(largeEnd)) >= 0) {
            value *= ChineseNumber.large(text.charAt(largeEnd));
            largeEnd++;
        }
        boolean large = largeEnd > end;
        end = largeEnd;
        if (large) while (end < to && AFTER.indexOf(text.charAt(end)) >= 0) end++;
        if (digits && charAt(text, end) == ' ' && Units.length(text, end + 1, to) > 0) end++;
        int hedged = end;
        int unitLength = Units.length(text, end, to);
        String unit = text.substring(end, end + unitLength);
        end += unitLength;
        if (unit.equals("万元") || unit.equals("亿元") || unit.equals("千元") || unit.equals("万亩")) {
            value *= ChineseNumber.large(unit.charAt(0));
            unit = unit.substring(1);
        }
        if (unitLength > 0 && AFTER.indexOf(charAt(text, end)) >= 0 && charAt(text, end) != '来' && end < to) end++;
        for (String trailing : TRAILING) if (text.startsWith(trailing, end)) end += trailing.length();
        int start = at;
        if (start > sentence.start() && BEFORE.indexOf(text.charAt(start - 1)) >= 0 && text.charAt(start - 1) != '共') {
            start--;
            if (start > sentence.start() && text.charAt(start) == '数' && text.charAt(start - 1) == '人') start++;
            if (start < at && text.charAt(start) == '达') start++;
            if (start < at
                    && text.charAt(start) == '上'
                    && start > sentence.start()
                    && NotUp.after(text.charAt(start - 1))) start++;
        }
        boolean bare = unitLength == 0 && !large && hedged == numberEnd;
        boolean none = bare || end > to;
        Double known = Double.isNaN(value) ? null : Double.valueOf(round(value));
        return new Quantity(new Span(start, Math.min(end, to)), known, unit, none);
    }

    /** 以上100: 上 belongs to the word before it, unlike in 上百人. */
    private static final class NotUp {
        static boolean after(char c) {
            return "以加线网地楼路车身山水马晚早".indexOf(c) >= 0;
        }
    }

    private static double round(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    /** Digits with thousands commas and one decimal point. */
    private static int numberEnd(String text, int at, int to) {
        int end = at;
        while (end < to && isDigit(text.charAt(end))) end++;
        while (end + 3 < to
                && (text.charAt(end) == ',' || text.charAt(end) == '，')
                && end - at <= 3 + 4 * 3
                && isDigit(text.charAt(end + 1))
                && isDigit(text.charAt(end + 2))
                && isDigit(text.charAt(end + 3))
                && !isDigit(charAt(text, end + 4))) end += 4;
        if (end + 1 < to && (text.charAt(end) == '.' || text.charAt(end) == '．') && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < to && isDigit(text.charAt(end))) end++;
        }
        return end;
    }

    /** 900到1000户, 3-5户, 80%~90%. */
    private static int rangeEnd(String text, int at, int to) {
        int end = at;
        if (charAt(text, end) == '%' || charAt(text, end) == '％') end++;
        char link = charAt(text, end);
        if ("到至-—~～－".indexOf(link) < 0 || end + 1 >= to || !isDigit(text.charAt(end + 1))) return at;
        return numberEnd(text, end + 1, to);
    }

    private static boolean isOrdinalOrFormula(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return before == '第' || before == '+' || before == '＋' || before == '〔' || before == '№';
    }

    private static boolean isDate(String text, int at, int end, Span sentence) {
        char next = charAt(text, end);
        int digits = end - at;
        if (next == '年') {
            boolean calendar = digits == 4 || (digits == 2 && text.charAt(at) != '0' && isYearWord(text, end + 1));
            return calendar || text.startsWith("年代", end) || text.startsWith("后", end);
        }
        if (next == '后' && digits == 2 && text.charAt(end - 1) == '0') return true;
        if (next == '月' || text.startsWith("周年", end)) return true;
        if ((next == '日' || next == '号') && digits <= 2) return true;
        if ((next == ':' || next == '：') && digits <= 2 && isDigit(charAt(text, end + 1))) return true;
        if (next == '时' && digits <= 2 && charAt(text, end + 1) != '长') return true;
        if (next == '点' && digits <= 2) return true;
        if ((next == '.' || next == '、' || next == ')' || next == '）' || next == '．')
                && (at == sentence.start() || "。；：（(\n".indexOf(text.charAt(at - 1)) >= 0)) return true;
        return (next == '-' || next == '/' || next == '—') && digits == 4 && isDigit(charAt(text, end + 1));
    }

    private static boolean isYearWord(String text, int at) {
        return text.startsWith("度", at);
    }

    /** Telephone, account and document numbers. */
    private static boolean isLong(String text, int at, int end) {
        return (end - at >= 9 && isPlain(text, at, end))
                || (text.charAt(at) == '0' && end - at > 1 && charAt(text, at + 1) != '.')
                || (isDigit(charAt(text, at - 2)) && charAt(text, at - 1) == '-');
    }

    private static boolean isPlain(String text, int at, int end) {
        int point = text.indexOf('.', at);
        return (point < 0 || point >= end) && text.indexOf(',', at) < 0;
    }

    private static double parse(String digits) {
        try {
            return Double.parseDouble(digits.replace(",", "").replace("，", "").replace('．', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNumeral(char c) {
        return switch (c) {
            case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿' -> true;
            case '两', '数', '几', '半' -> true;
            default -> false;
        };
    }

    private static char charAt(String text, int at) {
        return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
    }
}
