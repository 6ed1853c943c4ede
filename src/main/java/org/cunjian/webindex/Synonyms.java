package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cunjian.content.Lexicon;
import org.cunjian.text.SearchFold;

/**
 * What people say for what articles write: 垃圾没人管 for 人居环境整治. Both folded; what people say as one token, like a whole name.
 */
public final class Synonyms {
    /** Beside documents that have the words themselves a score by way of a synonym counts so much. A power of two: scores stay the same floats. */
    public static final float WEIGHT = 0.25f;

    /** So many official terms are looked for at once. */
    private static final int MOST_TERMS = 4;

    private final Map<String, List<String>> terms = new LinkedHashMap<>();
    private int longest;

    /** What a query says in everyday words. {@code isWhole}: it says nothing else. */
    public record Found(List<String> everyday, List<String> terms, boolean isWhole) {}

    public static Synonyms of(List<Lexicon.Synonym> all) {
        Synonyms synonyms = new Synonyms();
        for (Lexicon.Synonym one : all) synonyms.add(NameToken.of(one.everyday()), SearchFold.fold(one.official()));
        return synonyms;
    }

    private void add(String everyday, String term) {
        if (everyday.codePointCount(0, everyday.length()) < 2
                || NameToken.of(term).isEmpty()) return;
        List<String> known = terms.computeIfAbsent(everyday, e -> new ArrayList<>());
        if (!known.contains(term)) known.add(term);
        longest = Math.max(longest, everyday.length());
    }

    /** Everyday words in a query, from left to right, the longest at each place; of their terms the first of each word before the second of any. */
    public Optional<Found> in(String token) {
        List<String> everyday = new ArrayList<>();
        for (int at = 0; at < token.length(); ) {
            int end = Math.min(token.length(), at + longest);
            while (end > at && !terms.containsKey(token.substring(at, end))) end--;
            if (end == at) {
                at++;
                continue;
            }
            String word = token.substring(at, end);
            everyday.add(word);
            at = end;
        }
        if (everyday.isEmpty()) return Optional.empty();
        boolean isWhole = everyday.size() == 1 && everyday.get(0).equals(token);
        return Optional.of(new Found(everyday, inTurn(everyday), isWhole));
    }

    private List<String> inTurn(List<String> everyday) {
        Set<String> found = new LinkedHashSet<>();
        for (int rank = 0; rank < MOST_TERMS; rank++)
            for (String word : everyday) {
                List<String> all = terms.getOrDefault(word, List.of());
                if (rank < all.size()) found.add(all.get(rank));
            }
        return found.stream().limit(MOST_TERMS).toList();
    }

    /** A line for each everyday word: it, then the terms, divided by tabs. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        terms.forEach((everyday, all) -> text.append(everyday)
                .append('\t')
                .append(String.join("\t", all))
                .append('\n'));
        return text.toString();
    }

    /** Of what {@link #toText} made. */
    public static Synonyms ofText(String text) {
        Synonyms synonyms = new Synonyms();
        for (String line : text.split("\n")) {
            String[] fields = line.split("\t");
            for (int i = 1; i < fields.length; i++) synonyms.add(fields[0], fields[i]);
        }
        return synonyms;
    }

    /** The everyday words. */
    Set<String> words() {
        return terms.keySet();
    }

    List<TermEntry> entries() {
        List<TermEntry> entries = new ArrayList<>();
        terms.forEach((everyday, all) -> entries.add(TermEntry.synonym(everyday, all)));
        return entries;
    }
}
