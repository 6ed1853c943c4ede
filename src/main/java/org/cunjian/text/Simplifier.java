package org.cunjian.text;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traditional to Simplified Chinese, by longest match over OpenCC's tables. The length in UTF-16 units never changes, so every
 * span of the text is a span of the result; the 517 characters whose Simplified form would take another number of units (rare
 * ones, outside the Basic Multilingual Plane) are left as they are. Vocabulary is never localised: 資訊 becomes 资讯, not 信息.
 *
 * <p>What Simplified text writes itself is not touched there: 乾隆, 慰藉, 显著, a person named 张昇. Where the text proves
 * to be Traditional, 乾 becomes 干 except in words such as 乾坤, and Taiwan's 著 becomes 着 except in 著名 and its like (not
 * where the text has 着 of its own). Converting twice is converting once. Linear, 20 MB of UTF-8 a second and more.
 */
public final class Simplifier {
    /** Texts shorter than this are converted again faster than remembered. */
    private static final int LONG = 512;

    /** A long text and its Simplified form. */
    private record Converted(String from, String to) {}

    /** The long text that each thread converted last: places, practices, figures and themes all ask for the same body in turn. */
    private static final ThreadLocal<@Nullable Converted> LAST = new ThreadLocal<>();

    private Simplifier() {}

    /** The same string, not a copy, where there is nothing to convert. */
    public static String toSimplified(String text) {
        if (text.length() < LONG) return convert(text);
        Converted last = LAST.get();
        if (last == null || !last.from.equals(text)) {
            last = new Converted(text, convert(text));
            LAST.set(last);
        }
        return last.to;
    }

    private static String convert(String text) {
        ScriptTables tables = ScriptTables.get();
        char[] units = text.toCharArray();
        int first = nextTelling(units, 0, tables);
        if (first == units.length) return text;
        Script script = ScriptDetector.detect(text);
        return new Pass(tables, text, units, script).run();
    }

    /**
     * One character without its context, for search folding: 後 and 后 meet, also pairs that display keeps apart (瞭 and 了,
     * 藉 and 借, 畫 and 划). Not for text that people read. A unit without Simplified form is returned as it is.
     */
    public static char simplify(char unit) {
        char folded = ScriptTables.get().folded[unit];
        return folded == 0 ? unit : folded;
    }

    /** As {@link #simplify(char)}, also for characters outside the Basic Multilingual Plane; never changes the unit count. */
    public static int simplify(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) return simplify((char) codePoint);
        return ScriptTables.get().supplementary.getOrDefault(codePoint, codePoint);
    }

    /** Every pair that {@link #simplify(int)} changes, in order of code point: the table that browsers get. */
    public static void forEachPair(PairConsumer consumer) {
        ScriptTables tables = ScriptTables.get();
        for (int c = 0; c < tables.folded.length; c++) if (tables.folded[c] != 0) consumer.accept(c, tables.folded[c]);
        tables.supplementary.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> consumer.accept(e.getKey(), e.getValue()));
    }

    /** Takes a code point and its Simplified form. */
    @FunctionalInterface
    public interface PairConsumer {
        void accept(int traditional, int simplified);
    }

    /** The next unit from {@code at} on that Simplified text would not have, or not everywhere; the length where there is none. */
    private static int nextTelling(char[] text, int at, ScriptTables tables) {
        int telling = ScriptTables.HANT_ONLY | ScriptTables.SHARED | ScriptTables.SURROGATE | ScriptTables.CONTEXT;
        int i = at;
        while (i < text.length && (tables.flags[text[i]] & telling) == 0) i++;
        return i;
    }

    /** One conversion of one text. */
    private static final class Pass {
        private final ScriptTables tables;
        private final String text;
        private final boolean isTraditional;
        private final boolean isSimplified;
        private final boolean isTaiwan;
        private final char[] out;

        /** @param units of {@code text}; becomes the pass's own */
        Pass(ScriptTables tables, String text, char[] units, Script script) {
            this.tables = tables;
            this.text = text;
            this.isTraditional = script == Script.HANT;
            this.isSimplified = script == Script.HANS;
            this.isTaiwan = isTraditional && text.indexOf('着') < 0;
            this.out = units;
        }

        String run() {
            int telling = -1;
            for (int i = 0; i < out.length; ) {
                if (!isTraditional && telling < i) {
                    // Where the text is not surely Traditional, only phrases with a telling character in them count:
                    // what is
                    // farther from the next one than a phrase is long stays as it is.
                    telling = nextTelling(out, i, tables);
                    if (telling == out.length) break;
                    i = Math.max(i, telling - tables.longestPhrase + 1);
                }
                i += step(i);
            }
            return text.contentEquals(CharBuffer.wrap(out)) ? text : new String(out);
        }

        /** Converts what begins at {@code i}; returns how many units that took. */
        private int step(int i) {
            char c = out[i];
            byte flag = tables.flags[c];
            if ((flag & ScriptTables.PHRASE) != 0) {
                ScriptTables.@Nullable Phrase phrase = phraseAt(i, tables.phrases(c));
                if (phrase != null) {
                    phrase.to().getChars(0, phrase.to().length(), out, i);
                    return phrase.to().length();
                }
            }
            if ((flag & ScriptTables.HANT_ONLY) != 0) out[i] = tables.simplified[c];
            else if ((flag & ScriptTables.SHARED) != 0) simplifyShared(i);
            else if (c == '著' && isTaiwan && !isZhu(i)) out[i] = '着';
            else if ((flag & ScriptTables.SURROGATE) != 0) return simplifySupplementary(i);
            return 1;
        }

        /** In text that is not surely Traditional a phrase of common characters only (下沈村) proves nothing. */
        private ScriptTables.@Nullable Phrase phraseAt(int i, List<ScriptTables.Phrase> phrases) {
            for (ScriptTables.Phrase phrase : phrases)
                if ((isTraditional || phrase.provesTraditional()) && text.startsWith(phrase.from(), i)) return phrase;
            return null;
        }

        private void simplifyShared(int i) {
            boolean means = !isSimplified
                    || (i > 0 && isSharedWord(out[i - 1], out[i]))
                    || (i + 1 < out.length && isSharedWord(out[i], simplifiedUnit(out[i + 1])));
            if (means) out[i] = tables.simplified[out[i]];
        }

        private boolean isSharedWord(char left, char right) {
            return tables.sharedWords.contains(String.valueOf(new char[] {left, right}));
        }

        private char simplifiedUnit(char c) {
            return tables.simplified[c] == 0 ? c : tables.simplified[c];
        }

        private boolean isZhu(int i) {
            for (String word : tables.zhuWords) if (text.startsWith(word, i - word.indexOf('著'))) return true;
            return false;
        }

        private int simplifySupplementary(int i) {
            int codePoint = text.codePointAt(i);
            Integer to = tables.supplementary.get(codePoint);
            if (to != null) Character.toChars(to, out, i);
            return Character.charCount(codePoint);
        }
    }
}
