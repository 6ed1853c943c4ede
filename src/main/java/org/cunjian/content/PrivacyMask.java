package org.cunjian.content;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what identifies a person: identity numbers, bank cards, telephone numbers, e-mail addresses. Characters become {@code *}
 * one for one, so every span stays valid. A number is taken for an identity number only where its check digit is right (GB
 * 11643-1999) and for a card only where its Luhn digit is (ISO/IEC 7812-1): a population of 110105199003070000 is not one.
 * Linear; the patterns do not backtrack over long text, and are not tried on a text that has neither enough digits in a row nor
 * an @, as most have not: that takes a tenth of the time of the patterns.
 */
public final class PrivacyMask {
    private static final String NOT_AFTER_DIGIT = "(?<![0-9０-９])";
    private static final String NOT_BEFORE_DIGIT = "(?![0-9０-９])";

    /** Those of the shortest number that is hidden, 010-1234567. */
    private static final int FEWEST_DIGITS = 10;

    /** {@code keepFirst} and {@code keepLast} characters stay readable, so that a curator can tell which number it was. */
    private record Rule(Pattern pattern, Predicate<String> isReal, int keepFirst, int keepLast) {}

    private static final List<Rule> RULES = List.of(
            new Rule(digits("[1-9][0-9]{16}[0-9Xx]"), PrivacyMask::isIdentityNumber, 3, 0),
            new Rule(digits("[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?"), PrivacyMask::isCard, 0, 4),
            new Rule(digits("1[3-9][0-9](?:[ -]?[0-9]{4}){2}"), any -> true, 3, 2),
            new Rule(digits("0[0-9]{2,3}[-－—][0-9]{7,8}"), any -> true, 4, 0),
            new Rule(
                    Pattern.compile(
                            "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}"),
                    any -> true,
                    1,
                    0));

    /** The text with {@code hidden} numbers and addresses masked; same length. */
    public record Masked(String text, int hidden) {}

    private PrivacyMask() {}

    public static Masked mask(String text) {
        if (!mayHide(text)) return new Masked(text, 0);
        StringBuilder masked = null;
        int hidden = 0;
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(masked == null ? text : masked.toString());
            StringBuilder next = null;
            while (found.find()) {
                if (!rule.isReal().test(found.group())) continue;
                if (next == null) next = new StringBuilder(masked == null ? text : masked);
                for (int i = found.start() + rule.keepFirst(); i < found.end() - rule.keepLast(); i++)
                    if (Character.isLetterOrDigit(next.charAt(i))) next.setCharAt(i, '*');
                hidden++;
            }
            if (next != null) masked = next;
        }
        return new Masked(masked == null ? text : masked.toString(), hidden);
    }

    /** Whether there is an @, or {@value #FEWEST_DIGITS} digits parted by nothing but single spaces and hyphens. */
    private static boolean mayHide(String text) {
        int digits = 0;
        boolean parted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                parted = false;
                if (++digits == FEWEST_DIGITS) return true;
            } else if (c == '@') return true;
            else if (digits > 0) {
                if (parted || (c != ' ' && c != '-' && c != '－' && c != '—')) digits = 0;
                parted = true;
            }
        }
        return false;
    }

    private static Pattern digits(String body) {
        return Pattern.compile(NOT_AFTER_DIGIT + body + NOT_BEFORE_DIGIT);
    }

    /** Birth date in range and check digit of GB 11643-1999: weights 2^(17-i) mod 11. */
    private static boolean isIdentityNumber(String number) {
        int year = Integer.parseInt(number.substring(6, 10));
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        if (year < 1850 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** 16 to 19 digits whose Luhn sum is a multiple of ten. */
    private static boolean isCard(String printed) {
        String digits = printed.replace(" ", "").replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
