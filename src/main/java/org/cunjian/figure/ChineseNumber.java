package org.cunjian.figure;

/** Reads Chinese numerals: 三 → 3, 十二 → 12, 两百 → 200; NaN for what names no exact number (数百, 十几). */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    static double parse(String numerals) {
        double total = 0;
        double section = 0;
        double digit = -1;
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            int value = c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            double unit = large(c);
            if (Double.isNaN(unit)) return Double.NaN;
            if (unit >= 10_000) {
                total = (total + section + Math.max(digit, 0)) * unit;
                section = 0;
            } else section += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        }
        return total + section + Math.max(digit, 0);
    }

    /** 十 → 10 … 亿 → 100,000,000; NaN for any other character. */
    static double large(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> Double.NaN;
        };
    }
}
