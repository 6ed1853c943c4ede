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
    /** A spelling that means more is not asked for. */
    private static final int MOST_CANDIDATES = 8;

    /** Readings multiply; beyond this many the usual ones must do. */
    private static final int MOST_SPELLINGS = 12;

    private static final int MOST_NAME = 8;

    /** A bigram in fewer than one text of so many is not offered. */
    private static final long RARE_BIGRAM = 200;

    /** Code points of a query that is read as pinyin: eight syllables. */
    private static final int MOST_TYPED = 48;

    /** Whole names first, then their beginnings, then bigrams of the text. */
    private enum Kind {
        NAME,
        BEGINNING,
        BIGRAM
    }

    private record Candidate(Kind kind, int frequency, String text) {}

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::kind)
            .thenComparing(Comparator.comparingInt(Candidate::frequency).reversed())
            .thenComparing(Candidate::text);

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
        return meanings(found.stream()
                .map(c -> c.kind() == Kind.NAME ? c.text() : "~" + c.text())
                .toList());
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

    /** Every spelling with its meanings as files store them, in order of spelling. */
    void forEach(BiConsumer<String, List<String>> consumer) {
        bySpelling.forEach((spelling, found) -> consumer.accept(
                spelling,
                found.stream()
                        .map(c -> c.kind() == Kind.NAME ? c.text() : "~" + c.text())
                        .toList()));
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

    /** Collects the terms of an index, in any order. */
    public static final class Builder {
        private final Map<String, List<Candidate>> bySpelling = new HashMap<>();
        private final Map<String, Integer> beginnings = new HashMap<>();
        private final int documents;

        private Builder(int documents) {
            this.documents = documents;
        }

        /** Takes a term, in how many documents it is a whole name, and in how many texts it is a token. */
        public void add(String term, int asName, int inText) {
            int length = term.codePointCount(0, term.length());
            boolean isHan = term.codePoints().anyMatch(c -> !isAscii(c));
            if (!isHan || length < 2) return;
            if (asName > 0 && length <= MOST_NAME) {
                put(term, Kind.NAME, asName, true);
                for (int n = 2; n < length; n++)
                    beginnings.merge(term.substring(0, term.offsetByCodePoints(0, n)), asName, Integer::sum);
            }
            if (length == 2 && inText * RARE_BIGRAM >= documents && inText > 0) put(term, Kind.BIGRAM, inText, false);
        }

        public SoundTable build() {
            beginnings.forEach((text, frequency) -> put(text, Kind.BEGINNING, frequency, false));
            bySpelling.values().forEach(list -> {
                list.sort(ORDER);
                Set<String> seen = new LinkedHashSet<>();
                list.removeIf(c -> !seen.add(c.text()) || seen.size() > MOST_CANDIDATES);
            });
            return new SoundTable(bySpelling);
        }

        private void put(String text, Kind kind, int frequency, boolean withInitials) {
            Candidate candidate = new Candidate(kind, frequency, text);
            Set<String> keys = new LinkedHashSet<>(spellings(text));
            if (withInitials && text.codePointCount(0, text.length()) >= 3) keys.addAll(initials(text));
            for (String key : keys)
                if (key.length() >= 2)
                    bySpelling.computeIfAbsent(key, k -> new ArrayList<>(2)).add(candidate);
        }
    }
}
