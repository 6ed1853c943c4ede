package org.cunjian.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.text.CharacterSet;

/** The hand-written words of {@code place-words.txt}. */
final class PlaceWords {
    private static final PlaceWords SHARED = new PlaceWords();

    private final Set<String> everyday;
    private final List<String> notBefore;
    private final CharacterSet firstNotBefore;
    private final List<String> elsewhere;
    private final Set<String> genericVillages;
    private final Set<String> genericCommunities;
    private final Set<String> doubtfulVillages;
    private final Set<String> doubtfulCommunities;
    private final Set<String> everydayFull;
    private final CharacterSet stops;
    private final Set<String> beforeName;
    private final CharacterSet firstBeforeName;
    private final int longestBeforeName;

    private PlaceWords() {
        Map<String, Set<String>> sections = read();
        everyday = section(sections, "[everyday]");
        notBefore = List.copyOf(section(sections, "[not-before]"));
        firstNotBefore = CharacterSet.ofFirst(notBefore);
        elsewhere = List.copyOf(section(sections, "[elsewhere]"));
        genericVillages = section(sections, "[generic-village]");
        genericCommunities = section(sections, "[generic-community]");
        doubtfulVillages = section(sections, "[doubtful-village]");
        doubtfulCommunities = section(sections, "[doubtful-community]");
        everydayFull = section(sections, "[everyday-full]");
        stops = CharacterSet.of(String.join("", section(sections, "[stop]")));
        beforeName = section(sections, "[before-name]");
        firstBeforeName = CharacterSet.ofFirst(beforeName);
        longestBeforeName = beforeName.stream().mapToInt(String::length).max().orElse(0);
    }

    static PlaceWords shared() {
        return SHARED;
    }

    boolean isEveryday(String shortName) {
        return everyday.contains(shortName);
    }

    /** Whether the name that ends at {@code end} goes on as another one: 南京|路. */
    boolean continues(String text, int end) {
        if (end >= text.length() || !firstNotBefore.has(text.charAt(end))) return false;
        for (String word : notBefore) if (text.startsWith(word, end)) return true;
        return false;
    }

    /** Whether {@code clause} speaks of a place only in passing. */
    boolean isElsewhere(String clause) {
        for (String word : elsewhere) if (clause.contains(word)) return true;
        return false;
    }

    /** 城区, 老城区: full names of counties that also say where in a town something lies. */
    boolean isEverydayFull(String name) {
        return everydayFull.contains(name);
    }

    /** 农村, 该村: never a name. */
    boolean isGeneric(String stem, String kind) {
        return (kind.equals("村") ? genericVillages : genericCommunities).contains(stem);
    }

    /** 平安村, 幸福社区: a name or praise. */
    boolean isDoubtful(String stem, String kind) {
        return (kind.equals("村") ? doubtfulVillages : doubtfulCommunities).contains(stem);
    }

    boolean isStop(char c) {
        return stops.has(c);
    }

    /** Where, between {@code from} and {@code to}, the last word that only stands before a name ends; or {@code from}. */
    int skipWords(String text, int from, int to) {
        int end = from;
        for (int at = from; at < to; at++) {
            if (!firstBeforeName.has(text.charAt(at))) continue;
            for (int length = Math.min(longestBeforeName, to - at); length >= 2; length--)
                if (beforeName.contains(text.substring(at, at + length))) {
                    end = Math.max(end, at + length);
                    break;
                }
        }
        return end;
    }

    private static Set<String> section(Map<String, Set<String>> sections, String name) {
        Set<String> words = sections.get(name);
        if (words == null) throw new IllegalStateException("place-words.txt has no section " + name);
        return Set.copyOf(words);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = PlaceWords.class.getResourceAsStream("place-words.txt")) {
            if (in == null) throw new IllegalStateException("place-words.txt is not in the program's jar");
            Map<String, Set<String>> sections = new HashMap<>();
            Set<String> current = new HashSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                if (line.startsWith("[")) {
                    current = new HashSet<>();
                    sections.put(line.strip(), current);
                } else current.addAll(List.of(line.strip().split(" +")));
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException("place-words.txt", e);
        }
    }
}
