package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cunjian.text.Pinyin;

/**
 * What a spelling in pinyin may mean: names of the index, their beginnings, frequent bigrams. Every reading of each character
 * counts, so wuzhangzhi and wuchangzhi both are 五长制; names of three characters and more are found by initials too. Holds what
 * it was built from; look-ups are cheap.
 */
public final class SoundTable {
    /** Readings multiply; beyond this many the usual ones must do. */
    private static final int MOST_SPELLINGS = 12;

    private static final int MOST_NAME = 8;

    /** A bigram in fewer than about one text of so many is not offered. */
    private static final int RARE_BIGRAM = 150;

    /** A slip means what at least one text of so many has, and one more, where that is less than {@link #ENOUGH_FOR_SLIP}. */
    private static final int SLIP_SHARE = 16;

    private static final int ENOUGH_FOR_SLIP = 4;

    /** Code points of a query that is read as pinyin: eight syllables. */
    private static final int MOST_TYPED = 48;

    /** Whole names first, then their beginnings, then bigrams of the text. */
    enum Kind {
        NAME,
        BEGINNING,
        BIGRAM
    }

    record Candidate(Kind kind, int frequency, String text) {
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::kind)
                .thenComparing(Comparator.comparingInt(Candidate::frequency).reversed())
                .thenComparing(Candidate::text);

        /** As files have it: {@code ~} marks what is no whole name. */
        String stored() {
            return kind == Kind.NAME ? text : "~" + text;
        }

        static String textOf(String stored) {
            return stored.startsWith("~") ? stored.substring(1) : stored;
        }
    }

    private final Map<String, List<Candidate>> bySpelling;

    private SoundTable(Map<String, List<Candidate>> bySpelling) {
        this.bySpelling = bySpelling;
    }

    public static Builder builder(int documents) {
        return new Builder(documents);
    }

    /** What {@code spelling} most likely means: up to three whole names, or else one other text. Best first. */
    public List<String> meanings(String spelling) {
        List<Candidate> found = bySpelling.getOrDefault(spelling, List.of());
        return meanings(found.stream().map(Candidate::stored).toList());
    }

    /** The same choice from the stored form: {@code ~} marks what is no whole name. */
    private static List<String> meanings(List<String> stored) {
        List<String> names = new ArrayList<>();
        for (String text : stored) {
            if (!text.startsWith("~")) names.add(text);
            else if (names.isEmpty()) return List.of(text.substring(1));
            if (names.size() == 3) break;
        }
        return names;
    }

    /**
     * Names that are spelled or sound like {@code token}, which may mix both (wu长制): up to three, best first, never itself.
     * Empty for what has fewer than two or more than 48 characters.
     */
    public List<String> namesLike(String token) {
        int length = token.codePointCount(0, token.length());
        if (length < 2 || length > MOST_TYPED) return List.of();
        Set<String> names = new LinkedHashSet<>();
        for (String spelling : spellings(token)) names.addAll(meanings(spelling));
        names.remove(token);
        return names.stream().limit(3).toList();
    }

    /** Every spelling with its meanings, best first. */
    void forEach(BiConsumer<String, List<Candidate>> consumer) {
        bySpelling.forEach(consumer);
    }

    /** All spellings of a text of Han characters, usual ones first; empty where a character has no reading. */
    public static List<String> spellings(String text) {
        List<String> spellings = List.of("");
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            List<String> readings =
                    isAscii(codePoint) ? List.of(Character.toString(codePoint)) : Pinyin.readings(codePoint);
            if (readings.size() == 1) {
                String only = readings.get(0);
                spellings = spellings.stream().map(before -> before + only).toList();
                i += Character.charCount(codePoint);
                continue;
            }
            Set<String> longer = new LinkedHashSet<>();
            for (String reading : readings)
                for (String before : spellings) if (longer.size() < MOST_SPELLINGS) longer.add(before + reading);
            spellings = List.copyOf(longer);
            i += Character.charCount(codePoint);
        }
        return spellings;
    }

    private static boolean isAscii(int codePoint) {
        return (codePoint >= '0' && codePoint <= '9') || (codePoint >= 'a' && codePoint <= 'z') || codePoint == '+';
    }

    private static Set<String> initials(String text) {
        Set<String> initials = new LinkedHashSet<>();
        initials.add("");
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            Set<String> longer = new LinkedHashSet<>();
            for (String reading :
                    isAscii(codePoint) ? List.of(Character.toString(codePoint)) : Pinyin.readings(codePoint))
                for (String before : initials)
                    if (longer.size() < MOST_SPELLINGS) longer.add(before + reading.charAt(0));
            initials = longer;
            i += Character.charCount(codePoint);
        }
        return initials;
    }

    /** In how many texts a bigram must be to be offered. Grows in steps of two, so that it is the same from one edit to the next. */
    public static int leastBigram(int documents) {
        return Integer.highestOneBit(Math.max(1, documents / RARE_BIGRAM));
    }

    /**
     * In how many texts two characters must be for others to be a slip for them: what a small corpus has once or twice is no
     * reason to doubt a word that it lacks.
     */
    public static int leastSlip(int documents) {
        return Math.max(leastBigram(documents), Math.min(ENOUGH_FOR_SLIP, 1 + documents / SLIP_SHARE));
    }

    /** Whether two characters may be a slip for two others: one of them is as it should be. */
    public static boolean isSlip(String typed, String meant) {
        return typed.charAt(0) == meant.charAt(0)
                || typed.charAt(typed.length() - 1) == meant.charAt(meant.length() - 1);
    }

    /** Whether a term can be typed as a name. */
    static boolean isSpeltName(String term) {
        int length = term.codePointCount(0, term.length());
        return length >= 2 && length <= MOST_NAME && hasHan(term);
    }

    static boolean isSpeltBigram(String term) {
        return TermEntry.isBigram(term) && hasHan(term);
    }

    private static boolean hasHan(String term) {
        for (int i = 0; i < term.length(); i++) if (!isAscii(term.charAt(i))) return true;
        return false;
    }

    /** The beginnings of a name, of two characters and more, itself not among them. */
    static List<String> beginnings(String name) {
        List<String> beginnings = new ArrayList<>();
        int length = name.codePointCount(0, name.length());
        for (int n = 2; n < length; n++) beginnings.add(name.substring(0, name.offsetByCodePoints(0, n)));
        return beginnings;
    }

    /** All that is typed for a text, as a whole name or otherwise. */
    static Set<String> keys(String text, boolean isName) {
        Set<String> keys = new LinkedHashSet<>(spellings(text));
        if (isName && text.codePointCount(0, text.length()) >= 3) keys.addAll(initials(text));
        keys.removeIf(key -> key.length() < 2);
        return keys;
    }

    /** Collects the terms of an index, in any order. */
    public static final class Builder {
        private final Map<String, Integer> names = new HashMap<>();
        private final Map<String, Integer> bigrams = new HashMap<>();
        private final int leastBigram;

        private Builder(int documents) {
            leastBigram = leastBigram(documents);
        }

        /** Takes a term, in how many documents it is a whole name, and in how many texts it is a token. */
        public void add(String term, int asName, int inText) {
            if (asName > 0 && isSpeltName(term)) names.merge(term, asName, Integer::sum);
            if (!isRare(inText) && isSpeltBigram(term)) bigrams.put(term, inText);
        }

        /** Whether a bigram in so many texts is not offered. */
        public boolean isRare(int inText) {
            return inText < leastBigram;
        }

        Map<String, Integer> names() {
            return names;
        }

        Map<String, Integer> bigrams() {
            return bigrams;
        }

        public SoundTable build() {
            Map<String, Integer> beginnings = new HashMap<>();
            names.forEach((name, frequency) ->
                    beginnings(name).forEach(text -> beginnings.merge(text, frequency, Integer::sum)));
            Map<String, List<Candidate>> bySpelling = new HashMap<>();
            names.forEach((text, frequency) -> put(bySpelling, new Candidate(Kind.NAME, frequency, text)));
            beginnings.forEach((text, frequency) -> {
                if (!names.containsKey(text)) put(bySpelling, new Candidate(Kind.BEGINNING, frequency, text));
            });
            bigrams.forEach((text, frequency) -> {
                if (!names.containsKey(text) && !beginnings.containsKey(text))
                    put(bySpelling, new Candidate(Kind.BIGRAM, frequency, text));
            });
            bySpelling.values().forEach(list -> list.sort(Candidate.ORDER));
            return new SoundTable(bySpelling);
        }

        private static void put(Map<String, List<Candidate>> bySpelling, Candidate candidate) {
            for (String key : keys(candidate.text(), candidate.kind() == Kind.NAME))
                bySpelling.computeIfAbsent(key, k -> new ArrayList<>(2)).add(candidate);
        }
    }
}
