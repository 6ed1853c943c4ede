package org.cunjian.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Readings of 41,000 Han characters, Simplified and Traditional, 4,800 of them with several toneless readings. The table (npm
 * pinyin-pro for the order of use, npm pinyin for the coverage; see {@code src/main/data}) is read on first use, in about
 * 20 ms, and takes 1 MB.
 *
 * <p>Toneless readings are ASCII, lower case, with v for ü ({@code lve}, {@code nv}).
 */
public final class Pinyin {
    private Pinyin() {}

    /** All toneless readings, the most usual first; empty for what is not a Han character we know. */
    public static List<String> readings(int codePoint) {
        return Table.get().entry(codePoint).toneless;
    }

    /**
     * Whether {@code toned} is a reading of the character: {@code jiāng}, {@code jiang1} or {@code jiang}, {@code lüè},
     * {@code lve4}, {@code lue}. A tone that is given must be right, but for 一 and 不, whose tone follows the next syllable.
     * Composed and decomposed marks, the breve that often stands for the caron, and ɑ ɡ of school fonts are understood.
     */
    public static boolean isReading(int codePoint, String toned) {
        Syllable asked = Syllable.parse(toned);
        if (asked == null) return false;
        boolean anyTone = asked.tone == Syllable.NO_TONE || codePoint == '一' || codePoint == '不';
        for (Syllable known : Table.get().entry(codePoint).syllables)
            if (known.sounds(asked) && (anyTone || known.tone == asked.tone)) return true;
        return false;
    }

    /**
     * An ASCII name for a path: usual readings joined (五长制 is {@code wuzhangzhi}), digits and Latin letters kept, anything
     * else one hyphen; at most 40 characters, cut between syllables. Never empty (then {@code p}), never a name that Windows
     * reserves. Two texts may share a slug.
     */
    public static String slug(String text) {
        return Slug.of(text);
    }

    /** The toneless reading of each character of a Simplified text in its word; null for what is not a Han character. */
    static @Nullable String[] readingsInWords(String text) {
        return PinyinWords.get().read(text);
    }

    /** One syllable: letters with v for ü, and a tone. */
    private record Syllable(String letters, int tone) {
        static final int NO_TONE = -1;
        private static final int NEUTRAL = 0;
        private static final int LONGEST = 12;

        static @Nullable Syllable parse(String written) {
            String stripped = written.strip();
            if (stripped.isEmpty() || stripped.length() > LONGEST) return null;
            String spelled = Normalizer.normalize(stripped.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
            StringBuilder letters = new StringBuilder();
            int tone = NO_TONE;
            for (int i = 0; i < spelled.length(); i++) {
                char c = spelled.charAt(i);
                int mark = tone(c);
                if (mark >= 0) {
                    if (tone != NO_TONE || letters.isEmpty()) return null;
                    tone = mark;
                } else if (c == '\u0308' || c == ':') {
                    int last = letters.length() - 1;
                    if (last < 0 || letters.charAt(last) != 'u') return null;
                    letters.setCharAt(last, 'v');
                } else if (c >= '0' && c <= '5' && i == spelled.length() - 1) {
                    if (tone != NO_TONE) return null;
                    tone = c == '5' ? NEUTRAL : c - '0';
                } else if (c == 'ɑ') letters.append('a');
                else if (c == 'ɡ') letters.append('g');
                else if (c >= 'a' && c <= 'z') letters.append(c);
                else if (c != '\u0302') return null;
            }
            return letters.isEmpty() ? null : new Syllable(letters.toString(), tone);
        }

        private static int tone(char mark) {
            return switch (mark) {
                case '\u0304' -> 1;
                case '\u0301' -> 2;
                case '\u030C', '\u0306' -> 3;
                case '\u0300' -> 4;
                default -> -1;
            };
        }

        Syllable orNeutral() {
            return tone == NO_TONE ? new Syllable(letters, NEUTRAL) : this;
        }

        /** lue and nue are lüe and nüe: no other syllable is meant. */
        boolean sounds(Syllable asked) {
            return letters.equals(asked.letters)
                    || (letters.endsWith("ve") && asked.letters.equals(letters.replace('v', 'u')));
        }
    }

    /** What the characters of one line of the table share. */
    private record Entry(List<Syllable> syllables, List<String> toneless) {
        static final Entry NONE = new Entry(List.of(), List.of());

        static Entry parse(String readings) {
            List<Syllable> syllables = new ArrayList<>();
            Set<String> toneless = new LinkedHashSet<>();
            for (String reading : readings.split(",")) {
                Syllable syllable = Syllable.parse(reading);
                if (syllable == null) throw new IllegalStateException("pinyin.txt: reading " + reading);
                syllables.add(syllable.orNeutral());
                toneless.add(syllable.letters);
            }
            return new Entry(List.copyOf(syllables), List.copyOf(toneless));
        }
    }

    private static final class Table {
        private final String text;
        /** Where the line of each group begins in {@link #text}. */
        private final int[] groupStarts;
        /** Group of each BMP character, plus one. */
        private final char[] groups = new char[0x10000];
        /** Sorted: code point in the upper half, group in the lower. */
        private final long[] supplementary;
        /** Filled as asked; entries are immutable, so a race only parses twice. */
        private final @Nullable Entry[] entries;

        static Table get() {
            return Holder.TABLE;
        }

        Table(String text) {
            this.text = text;
            int[] starts = new int[8192];
            long[] high = new long[16384];
            int count = 0;
            int highCount = 0;
            for (int i = 0; i < text.length(); ) {
                int end = text.indexOf('\n', i);
                if (text.charAt(i) != '#') {
                    if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
                    starts[count] = i;
                    for (int k = text.indexOf('\t', i) + 1; k < end; k++) {
                        char c = text.charAt(k);
                        if (!Character.isHighSurrogate(c)) groups[c] = (char) (count + 1);
                        else {
                            if (highCount == high.length) high = Arrays.copyOf(high, highCount * 2);
                            high[highCount++] = (long) Character.toCodePoint(c, text.charAt(++k)) << 32 | count;
                        }
                    }
                    count++;
                }
                i = end + 1;
            }
            groupStarts = Arrays.copyOf(starts, count);
            supplementary = Arrays.copyOf(high, highCount);
            Arrays.sort(supplementary);
            entries = new @Nullable Entry[count];
        }

        Entry entry(int codePoint) {
            int group = group(codePoint);
            if (group < 0) group = group(Simplifier.simplify(codePoint));
            if (group < 0) return Entry.NONE;
            Entry entry = entries[group];
            if (entry == null) {
                int start = groupStarts[group];
                entry = Entry.parse(text.substring(start, text.indexOf('\t', start)));
                entries[group] = entry;
            }
            return entry;
        }

        private int group(int codePoint) {
            if (codePoint < 0) return -1;
            if (Character.isBmpCodePoint(codePoint)) return groups[codePoint] - 1;
            int at = Arrays.binarySearch(supplementary, (long) codePoint << 32);
            if (at < 0) at = -at - 1;
            return at < supplementary.length && supplementary[at] >>> 32 == codePoint ? (int) supplementary[at] : -1;
        }
    }

    private static final class Holder {
        static final Table TABLE = new Table(read("pinyin.txt"));
    }

    static String read(String resource) {
        try (InputStream in = Pinyin.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is not in the program's jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
