package org.cunjian.practice;

import java.util.List;
import org.cunjian.practice.Lexicon.Head;
import org.jspecify.annotations.Nullable;

/** Tells from a name what sort of arrangement it is, and the number it declares. */
final class KindReader {
    private static final String NUMERALS = "零一二三四五六七八九十";
    private static final List<String> TIMES_AND_PORTIONS = List.of("一村", "一户", "一人", "一网", "一站", "一窗", "一肩", "一刻");

    private KindReader() {}

    static PracticeKind kind(String name, NameGroup group) {
        if (name.indexOf('+') > 0) return PracticeKind.FORMULA;
        PracticeKind known = Lexicon.shared().knownKind(name);
        if (known != null) return known;
        if (group.declaredCount() != null) return PracticeKind.N_SYSTEM;
        for (Candidate candidate : group.candidates) {
            Head head = candidate.head();
            if (head != null) return head.kind();
        }
        return PracticeKind.OTHER;
    }

    /** The number in the name, or in the shortest of its other forms that has one. */
    static @Nullable Integer declaredCount(NameGroup group, String name) {
        Integer declared = declaredCount(name);
        if (declared != null) return declared;
        for (String form : group.forms())
            if (name.startsWith(form)) {
                declared = declaredCount(form);
                if (declared != null) return declared;
            }
        return null;
    }

    /**
     * The number a name begins with (五会: 5, 双联: 2) or has before its last character (邻里六帮: 6), the sum where it counts
     * several classes (四议两公开: 6); null for 一村一品 and for names without one.
     */
    static @Nullable Integer declaredCount(String name) {
        if (name.length() < 2 || name.indexOf('+') >= 0) return null;
        if (name.charAt(0) == '一') for (String portion : TIMES_AND_PORTIONS) if (name.startsWith(portion)) return null;
        int inside = name.length() == 4 ? NUMERALS.indexOf(name.charAt(2)) : -1;
        if (inside >= 3 && inside <= 9 && !NameGroup.isNumeral(name.charAt(0))) return inside;
        Integer sum = Counted.total(name);
        if (sum != null) return sum;
        char first = name.charAt(0);
        if (first == '双' || first == '两') return 2;
        int digits = 0;
        while (digits < name.length() && digits < 3 && name.charAt(digits) >= '0' && name.charAt(digits) <= '9')
            digits++;
        if (digits > 0) return digits == 3 ? null : Integer.valueOf(name.substring(0, digits));
        int value = NUMERALS.indexOf(first);
        if (value <= 0) return null;
        int second = NUMERALS.indexOf(name.charAt(1));
        if (first == '十') return second > 0 && second < 10 ? Integer.valueOf(10 + second) : Integer.valueOf(10);
        if (second == 10) return value * 10;
        return value == 1 || second >= 0 ? null : Integer.valueOf(value);
    }
}
