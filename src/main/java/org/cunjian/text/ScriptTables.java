package org.cunjian.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables behind {@link Simplifier} and {@link ScriptDetector}, read once from {@code script-tables.txt} (derived from
 * OpenCC's dictionaries by {@code src/main/data/script-tables.mjs}). 250 KB in memory; read in about 20 ms of CPU on first use.
 */
final class ScriptTables {
    /** A Traditional form that Simplified text never writes. */
    static final byte HANT_ONLY = 1;
    /** A Simplified form that Traditional text never writes. */
    static final byte HANS_ONLY = 2;
    /** Has a Simplified form but is written in Simplified text too: 乾, 徵, 於. */
    static final byte SHARED = 4;
    /** Some phrase begins here. */
    static final byte PHRASE = 8;
    /** High surrogate of a supplementary character that converts. */
    static final byte SURROGATE = 16;
    /** Converts by its neighbours only: 著, 瞭. */
    static final byte CONTEXT = 32;

    /** A phrase whose conversion is not that of its characters; both sides have the same length. */
    record Phrase(String from, String to, boolean provesTraditional) {}

    final byte[] flags = new byte[0x10000];
    /** Simplified form of each UTF-16 unit that has one, 0 elsewhere. */
    final char[] simplified = new char[0x10000];
    /** As {@link #simplified}, with the variants that only searching joins. */
    final char[] folded = new char[0x10000];

    final Map<Integer, Integer> supplementary = new HashMap<>();
    /** Two characters, one of them {@link #SHARED}, that mean the Simplified form: 乾净. */
    final Set<String> sharedWords = new HashSet<>();
    /** Words in which 著 stays 著 in Taiwan's spelling. */
    final List<String> zhuWords = new ArrayList<>();

    private final @Nullable List<Phrase>[] phrases;
    /** Length of the longest phrase, in UTF-16 units. */
    final int longestPhrase;

    static ScriptTables get() {
        return Holder.TABLES;
    }

    /** Phrases that begin with {@code first}, longest first. */
    List<Phrase> phrases(char first) {
        List<Phrase> found = phrases[first];
        return found == null ? List.of() : found;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ScriptTables(BufferedReader lines) throws IOException {
        phrases = new List[0x10000];
        String section = "";
        for (@Nullable String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith("#")) continue;
            if (line.startsWith("[")) section = line;
            else read(section, line);
        }
        flags['著'] |= CONTEXT;
        flags['瞭'] |= CONTEXT;
        int longest = 1;
        for (int c = 0; c < phrases.length; c++) {
            List<Phrase> here = phrases[c];
            if (here == null) continue;
            here.sort(Comparator.comparingInt(p -> -p.from().length()));
            flags[c] |= PHRASE;
            longest = Math.max(longest, here.get(0).from().length());
        }
        longestPhrase = longest;
        for (int c = 0; c < folded.length; c++) {
            char plain = simplified[c] == 0 ? (char) c : simplified[c];
            char joined = folded[plain] == 0 ? plain : folded[plain];
            if (joined != c) folded[c] = joined;
        }
    }

    private void read(String section, String line) {
        switch (section) {
            case "[characters]" -> readCharacters(line);
            case "[shared]" -> {
                for (int i = 0; i < line.length(); i++) flags[line.charAt(i)] = SHARED;
            }
            case "[phrases]" -> readPhrase(line);
            case "[shared-words]" -> sharedWords.add(line.substring(0, line.indexOf('\t')));
            case "[zhu-words]" -> zhuWords.add(line);
            case "[hans-only]" -> {
                for (int i = 0; i < line.length(); i++) flags[line.charAt(i)] |= HANS_ONLY;
            }
            case "[fold]" -> {
                for (int i = 0; i < line.length(); i += 2) folded[line.charAt(i)] = line.charAt(i + 1);
            }
            default -> throw new IllegalStateException("script-tables.txt: section " + section);
        }
    }

    private void readCharacters(String line) {
        for (int i = 0; i < line.length(); ) {
            int from = line.codePointAt(i);
            i += Character.charCount(from);
            int to = line.codePointAt(i);
            i += Character.charCount(to);
            if (Character.isBmpCodePoint(from)) {
                simplified[from] = (char) to;
                flags[from] |= HANT_ONLY;
            } else {
                supplementary.put(from, to);
                flags[Character.highSurrogate(from)] |= SURROGATE;
            }
        }
    }

    private void readPhrase(String line) {
        int tab = line.indexOf('\t');
        String from = line.substring(0, tab);
        // The sections of characters come first, so that this can be told now.
        // 瞭 is Simplified in 瞭望 only, and no phrase of the table says that.
        boolean proves = from.indexOf('瞭') >= 0 || from.chars().anyMatch(c -> (flags[c] & (HANT_ONLY | SHARED)) != 0);
        List<Phrase> alike = phrases[from.charAt(0)];
        if (alike == null) phrases[from.charAt(0)] = alike = new ArrayList<>();
        alike.add(new Phrase(from, line.substring(tab + 1), proves));
    }

    private static final class Holder {
        static final ScriptTables TABLES = load();

        private static ScriptTables load() {
            try (InputStream in = ScriptTables.class.getResourceAsStream("script-tables.txt")) {
                if (in == null) throw new IllegalStateException("script-tables.txt is not in the program's jar");
                return new ScriptTables(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("script-tables.txt", e);
            }
        }
    }
}
