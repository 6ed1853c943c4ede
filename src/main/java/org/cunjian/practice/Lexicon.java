package org.cunjian.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words that the rules lean on, read once from the tables beside this class: {@code heads.tsv cues.tsv frames.tsv known.tsv
 * rhetoric.tsv generic.tsv}. Each table says in its first lines what its columns mean.
 */
final class Lexicon {

    /** What a word in front of a name does to it; see {@code cues.tsv}. */
    enum Cue {
        NONE,
        BUILD,
        RUN,
        KEEP,
        VIA,
        NAMED,
        FRAME,
        ADV,
        FUNC,
        MEASURE,
        SOFT,
        SOLID;

        /** True where a name cannot stretch to the left over such a word. */
        boolean breaksName() {
            return this != NONE && this != SOLID;
        }

        /** True for the classes of verbs and prepositions that say what is done with the name behind them. */
        boolean governsNames() {
            return switch (this) {
                case BUILD, RUN, KEEP, VIA, NAMED, FRAME -> true;
                case NONE, ADV, FUNC, MEASURE, SOFT, SOLID -> false;
            };
        }
    }

    /** What stands right after a quotation; see {@code frames.tsv}. */
    enum After {
        RHETORIC,
        CARRIER,
        GRIP,
        BIRTH,
        BRAND,
        TROUBLE
    }

    /** How much a head noun says by itself; see {@code heads.tsv}. */
    enum Grade {
        FORMAL,
        BROAD,
        PLAIN,
        TAIL,
        INNER
    }

    record Head(String word, PracticeKind kind, Grade grade) {
        /** True where the head noun by itself is a sign of an arrangement. */
        boolean isFormal(boolean quoted) {
            return grade == Grade.FORMAL || (quoted && grade == Grade.BROAD);
        }
    }

    private static final Lexicon SHARED = new Lexicon();

    final PhraseTrie<Cue> cues;
    final PhraseTrie<After> after;
    private final Map<String, PracticeKind> knownKinds;
    final PhraseTrie<PracticeKind> known;
    final Set<String> policies;
    final Set<String> rhetoric;
    final Set<String> neverNames;
    final PhraseTrie<Boolean> generic;
    /** The head nouns read from their last character to their first. */
    private final PhraseTrie<Head> headsFromEnd;

    static Lexicon shared() {
        return SHARED;
    }

    private Lexicon() {
        Map<String, Cue> cueWords = new HashMap<>();
        for (String[] row : rows("cues.tsv"))
            for (String word : row[1].split(" ")) cueWords.put(word, Cue.valueOf(row[0].toUpperCase(Locale.ROOT)));
        cues = new PhraseTrie<>(cueWords);
        Map<String, After> afterWords = new HashMap<>();
        for (String[] row : rows("frames.tsv"))
            for (String word : row[1].split(" ")) afterWords.put(word, After.valueOf(row[0].toUpperCase(Locale.ROOT)));
        after = new PhraseTrie<>(afterWords);
        Map<String, PracticeKind> knownNames = new HashMap<>();
        Set<String> policy = new HashSet<>();
        for (String[] row : rows("known.tsv")) {
            knownNames.put(row[0], PracticeKind.of(row[1]));
            if (row.length > 2) policy.add(row[0]);
        }
        policies = Set.copyOf(policy);
        knownKinds = Map.copyOf(knownNames);
        known = new PhraseTrie<>(knownNames);
        Set<String> figures = new HashSet<>();
        Set<String> never = new HashSet<>();
        for (String[] row : rows("rhetoric.tsv"))
            for (String word : row[0].split(" ")) (word.charAt(0) == '!' ? never : figures).add(NameForm.key(word));
        rhetoric = Set.copyOf(figures);
        neverNames = Set.copyOf(never);
        Map<String, Boolean> genericWords = new HashMap<>();
        for (String[] row : rows("generic.tsv")) for (String word : row[0].split(" ")) genericWords.put(word, true);
        generic = new PhraseTrie<>(genericWords);
        Map<String, Head> byWord = new HashMap<>();
        for (String[] row : rows("heads.tsv")) {
            byWord.put(
                    row[0], new Head(row[0], PracticeKind.of(row[1]), Grade.valueOf(row[2].toUpperCase(Locale.ROOT))));
        }
        headsFromEnd = PhraseTrie.backwards(byWord);
    }

    /** True where the whole {@code name} is known all over the country. */
    boolean isKnown(String name) {
        return knownKinds.containsKey(name);
    }

    /** True for a name known all over the country that is an arrangement and no policy. */
    boolean isArrangement(String name) {
        return isKnown(name) && !policies.contains(name);
    }

    /** The kind of a name that {@link #isKnown}; null for others. */
    @org.jspecify.annotations.Nullable
    PracticeKind knownKind(String name) {
        return knownKinds.get(name);
    }

    /** The longest head noun that ends at {@code end} and begins at or after {@code from}; null where none does. */
    @org.jspecify.annotations.Nullable
    Head headEnding(char[] text, int from, int end) {
        PhraseTrie.Node<Head> found = headsFromEnd.findBack(text, from, end);
        return found == null ? null : found.value;
    }

    /** The rows of a table, split at tabs; blank lines and those that begin with # are left out. */
    static List<String[]> rows(String table) {
        try (InputStream in = Lexicon.class.getResourceAsStream(table)) {
            if (in == null) throw new IllegalStateException("resource missing: " + table);
            List<String[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), UTF_8).split("\n"))
                if (!line.isBlank() && line.charAt(0) != '#')
                    rows.add(line.strip().split("\t"));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(table, e);
        }
    }
}
