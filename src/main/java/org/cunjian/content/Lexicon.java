package org.cunjian.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the curator keeps in {@code content/lexicon/}: everyday words and the official terms for them, other names of practices,
 * names that are never practices.
 */
public record Lexicon(List<Synonym> synonyms, Map<String, String> aliases, Set<String> neverPractices) {
    public static final Lexicon EMPTY = new Lexicon(List.of(), Map.of(), Set.of());

    /** What people type, and the official term it stands for. */
    public record Synonym(String everyday, String official) {}

    public Lexicon {
        synonyms = List.copyOf(synonyms);
        aliases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
        neverPractices = java.util.Collections.unmodifiableSet(new TreeSet<>(neverPractices));
    }
}
