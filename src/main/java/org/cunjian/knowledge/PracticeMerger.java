package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cunjian.content.ArticleId;
import org.cunjian.content.PracticeEntry;
import org.cunjian.io.ContentHash;
import org.cunjian.practice.Component;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * Joins findings of all cases into practices, by {@link PracticeKey}; a curated entry joins its name and aliases. Aliases that
 * the extractor saw in one article join nothing across articles: they are too often short for different things (四化, 五星).
 */
final class PracticeMerger {
    /** An alias is usual where one in so many cases states it. */
    private static final int USUAL_SHARE = 50;

    private static final int MOST_RELATED = 6;
    private static final int MOST_PAIRED = 12;
    private static final int MOST_THEMES = 3;

    private final boolean showsCandidates;
    private final ThemeTagger tagger;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, Group> curated = new HashMap<>();
    private final Map<ArticleId, List<String>> shownBy = new HashMap<>();

    /** The practices by number of cases, then name; for each case those it shows, in its own order; ids by key, aliases of
     * curated entries among them. */
    record Merged(
            List<Practice> practices, Map<ArticleId, List<PracticeId>> practicesOf, Map<String, PracticeId> idByKey) {}

    private static final class Group {
        final String key;
        final @Nullable PracticeEntry entry;
        final List<Practice.Occurrence> occurrences = new ArrayList<>();
        /** By the sentences that name the practice. */
        final Map<String, Integer> themes = new TreeMap<>();
        /** Once all cases are in. */
        String name = "";

        List<Practice.Sense> senses = List.of();

        @Nullable
        PracticeId id;

        Group(String key, @Nullable PracticeEntry entry) {
            this.key = key;
            this.entry = entry;
        }
    }

    PracticeMerger(boolean showsCandidates, ThemeTagger tagger) {
        this.showsCandidates = showsCandidates;
        this.tagger = tagger;
    }

    /** Entries come before cases. A key claimed by two entries stays with the first. */
    void curate(PracticeEntry entry) {
        Group group = new Group(PracticeKey.of(entry.name()), entry);
        curated.putIfAbsent(group.key, group);
        for (String alias : entry.aliases()) curated.putIfAbsent(PracticeKey.of(alias), group);
        groups.putIfAbsent(group.key, group);
    }

    /** A re-publication links to practices but adds no occurrence: the article counts once. */
    void add(Case c) {
        List<String> keys = shownBy.computeIfAbsent(c.id(), k -> new ArrayList<>());
        for (PracticeFinding finding : c.practices()) {
            if (!isPublished(finding)) continue;
            String key = keyOf(finding);
            keys.add(key);
            if (c.duplicateOf() != null) continue;
            Group group = groups.computeIfAbsent(key, k -> new Group(k, null));
            group.occurrences.add(new Practice.Occurrence(c.id(), finding));
            for (String theme : PracticeThemes.of(finding, c)) group.themes.merge(theme, 1, Integer::sum);
        }
    }

    private boolean isPublished(PracticeFinding finding) {
        return showsCandidates || finding.status() == PracticeStatus.CONFIRMED;
    }

    private String keyOf(PracticeFinding finding) {
        String key = PracticeKey.of(finding.name());
        Group known = curated.get(key);
        return known != null ? known.key : key;
    }

    Merged merge() {
        List<Group> ordered = new ArrayList<>(groups.values());
        ordered.parallelStream().forEach(PracticeMerger::finish);
        ordered.sort(Comparator.comparingInt((Group g) -> -g.occurrences.size()).thenComparing(g -> g.key));
        Map<Group, RelatedPractices> related = relatedPractices(ordered);
        List<Practice> practices = ordered.parallelStream()
                .map(g -> practice(g, related.getOrDefault(g, RelatedPractices.NONE)))
                .toList();
        Map<ArticleId, List<PracticeId>> practicesOf = new HashMap<>(2 * shownBy.size());
        shownBy.forEach((article, keys) -> practicesOf.put(article, idsOf(keys)));
        Map<String, PracticeId> idByKey = new HashMap<>();
        groups.forEach((key, g) -> idByKey.put(key, idOf(g)));
        // Of two entries with one name the second is no practice of its own; its aliases lead to the first.
        curated.forEach((key, g) -> idByKey.put(key, idOf(Objects.requireNonNull(groups.get(g.key)))));
        return new Merged(practices, practicesOf, idByKey);
    }

    private List<PracticeId> idsOf(List<String> keys) {
        Set<PracticeId> ids = new LinkedHashSet<>(2 * keys.size());
        for (String key : keys) {
            Group group = groups.get(key);
            if (group != null) ids.add(idOf(group));
        }
        return List.copyOf(ids);
    }

    private static PracticeId idOf(Group g) {
        return Objects.requireNonNull(g.id);
    }

    /** A curated entry's own id; else the pinyin of the commonest name and six digits of the key's hash, which is unique. */
    private static void finish(Group g) {
        g.senses = senses(g);
        g.name = g.entry != null ? g.entry.name() : commonest(g.occurrences);
        g.id = g.entry != null ? new PracticeId(g.entry.id()) : makeId(g.name, g.key);
    }

    static PracticeId makeId(String name, String key) {
        return new PracticeId(Pinyin.slug(name) + "-" + ContentHash.of(key).substring(0, 6));
    }

    /** Most frequent, then shortest, then first in order. */
    private static String commonest(List<Practice.Occurrence> occurrences) {
        Map<String, Integer> counts = new HashMap<>();
        for (Practice.Occurrence o : occurrences) counts.merge(o.finding().name(), 1, Integer::sum);
        return counts.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparingInt(e -> e.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    private Practice practice(Group g, RelatedPractices related) {
        String name = g.name;
        List<Practice.Sense> senses = g.senses;
        PracticeEntry entry = g.entry;
        List<String> stated = senses.isEmpty() ? List.of() : senses.get(0).components();
        List<String> components = entry != null && !entry.components().isEmpty() ? entry.components() : stated;
        Set<String> aliases = new LinkedHashSet<>();
        if (entry != null) aliases.addAll(entry.aliases());
        Map<String, Integer> seen = new HashMap<>();
        for (Practice.Occurrence o : g.occurrences) {
            Set<String> own = new LinkedHashSet<>(o.finding().aliases());
            own.add(o.finding().name());
            for (String alias : own) seen.merge(alias, 1, Integer::sum);
        }
        Set<String> usual = new LinkedHashSet<>(aliases);
        List<String> shortestFirst = new ArrayList<>(seen.keySet());
        shortestFirst.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (String alias : shortestFirst) {
            aliases.add(alias);
            if (seen.getOrDefault(alias, 0) * USUAL_SHARE >= g.occurrences.size()) usual.add(alias);
        }
        aliases.remove(name);
        usual.remove(name);
        boolean isConfirmed = entry != null
                || g.occurrences.stream().anyMatch(o -> o.finding().status() == PracticeStatus.CONFIRMED);
        return new Practice(
                idOf(g),
                name,
                List.copyOf(aliases),
                List.copyOf(usual),
                kind(g),
                isConfirmed ? PracticeStatus.CONFIRMED : PracticeStatus.CANDIDATE,
                components,
                declaredCount(g),
                entry == null || entry.body().isBlank() ? null : entry.body(),
                g.occurrences,
                senses,
                themes(g),
                related.ids(),
                related.alike());
    }

    private static PracticeKind kind(Group g) {
        if (g.entry != null && g.entry.kind() != null) return PracticeKind.of(g.entry.kind());
        Map<PracticeKind, Integer> counts = new java.util.EnumMap<>(PracticeKind.class);
        for (Practice.Occurrence o : g.occurrences) counts.merge(o.finding().kind(), 1, Integer::sum);
        return counts.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<PracticeKind, Integer> e) -> e.getValue())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(PracticeKind.OTHER);
    }

    private static @Nullable Integer declaredCount(Group g) {
        if (g.entry != null && g.entry.declaredCount() != null) return g.entry.declaredCount();
        for (Practice.Occurrence o : g.occurrences)
            if (o.finding().declaredCount() != null) return o.finding().declaredCount();
        return null;
    }

    /** Those that the name says, then those of the sentences that name it, where they are not far fewer; three at most. */
    private List<String> themes(Group g) {
        Set<String> themes = new LinkedHashSet<>(tagger.themesIn(g.name));
        int most = g.themes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        g.themes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(e -> e.getValue() * 3 >= most)
                .forEach(e -> themes.add(e.getKey()));
        return themes.stream().limit(MOST_THEMES).toList();
    }

    /** Lists of components by the set of names they hold; the list most often stated first. */
    private static List<Practice.Sense> senses(Group g) {
        Map<List<String>, List<ArticleId>> byComponents = new LinkedHashMap<>();
        for (Practice.Occurrence o : g.occurrences) {
            List<String> names =
                    o.finding().components().stream().map(Component::name).toList();
            if (!names.isEmpty())
                byComponents.computeIfAbsent(names, k -> new ArrayList<>()).add(o.article());
        }
        return byComponents.entrySet().stream()
                .map(e -> new Practice.Sense(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(
                                (Practice.Sense s) -> -s.articles().size())
                        .thenComparingInt(s -> -s.components().size())
                        .thenComparing(s -> String.join("、", s.components())))
                .toList();
    }

    private record Link(int to, double weight) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            int byWeight = Double.compare(other.weight, weight);
            return byWeight != 0 ? byWeight : Integer.compare(to, other.to);
        }
    }

    private record RelatedPractices(List<PracticeId> ids, List<PracticeId> alike) {
        static final RelatedPractices NONE = new RelatedPractices(List.of(), List.of());
    }

    /**
     * Near names first ({@link NearNames}), the commonest first; then by shared cases over the geometric mean of both counts, only pairs
     * that share two cases or a third of them; then those that are alike in what they are ({@link AlikeTexts}). At most six.
     */
    private static Map<Group, RelatedPractices> relatedPractices(List<Group> ordered) {
        Map<ArticleId, List<Integer>> byCase = new HashMap<>();
        for (int g = 0; g < ordered.size(); g++)
            for (Practice.Occurrence o : ordered.get(g).occurrences)
                byCase.computeIfAbsent(o.article(), k -> new ArrayList<>()).add(g);
        long[] pairs = pairs(byCase.values());
        Map<Integer, List<Link>> links = new HashMap<>();
        for (int from = 0; from < pairs.length; ) {
            int to = from + 1;
            while (to < pairs.length && pairs[to] == pairs[from]) to++;
            int a = (int) (pairs[from] >> 32);
            int b = (int) pairs[from];
            int count = to - from;
            from = to;
            double weight = count
                    / Math.sqrt((double) ordered.get(a).occurrences.size()
                            * ordered.get(b).occurrences.size());
            if (count < 2 && weight < 1.0 / 3) continue;
            links.computeIfAbsent(a, k -> new ArrayList<>()).add(new Link(b, weight));
            links.computeIfAbsent(b, k -> new ArrayList<>()).add(new Link(a, weight));
        }
        Map<String, List<Group>> byStem = new HashMap<>();
        for (Group g : ordered)
            byStem.computeIfAbsent(NearNames.stem(g.name), k -> new ArrayList<>())
                    .add(g);
        AlikeTexts texts = new AlikeTexts(
                ordered.parallelStream().map(PracticeMerger::termsOf).toList(), ordered.size());
        Tally tally = new Tally();
        Map<Group, RelatedPractices> related = new HashMap<>();
        for (int g = 0; g < ordered.size(); g++) {
            Group from = ordered.get(g);
            Set<PracticeId> ids = new LinkedHashSet<>();
            for (Group near : byStem.getOrDefault(NearNames.stem(from.name), List.of()))
                if (near != from && ids.size() < MOST_RELATED) ids.add(idOf(near));
            List<Link> of = links.getOrDefault(g, new ArrayList<>());
            of.sort(null);
            for (Link link : of) if (ids.size() < MOST_RELATED) ids.add(idOf(ordered.get(link.to())));
            List<PracticeId> alike = new ArrayList<>();
            for (Link link : alike(g, texts, tally)) {
                PracticeId id = idOf(ordered.get(link.to()));
                if (ids.size() < MOST_RELATED && ids.add(id)) alike.add(id);
            }
            if (!ids.isEmpty()) related.put(from, new RelatedPractices(List.copyOf(ids), alike));
        }
        return related;
    }

    /** What a practice is, as far as it is told without an article: name, components, and how the curator's definition begins. */
    private static TellingTerms termsOf(Group g) {
        List<String> parts = new ArrayList<>();
        if (!g.senses.isEmpty()) parts.addAll(g.senses.get(0).components());
        if (g.entry != null) {
            parts.addAll(g.entry.components());
            parts.add(g.entry.body().strip().split("\\R\\R", 2)[0]); // what follows is advice, alike for all
        }
        String text = String.join("。", parts);
        return TellingTerms.of(g.name, text + "。" + text, List.of()); // what stands once does not count
    }

    private static List<Link> alike(int from, AlikeTexts texts, Tally tally) {
        tally.clear();
        texts.count(from, tally);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < tally.size(); i++)
            if (tally.shared(i) >= AlikeTexts.LEAST_SHARED) links.add(new Link(tally.to(i), tally.weight(i)));
        links.sort(null);
        return links;
    }

    /** Each pair of practices that a case shares, once a case, sorted; the commonest dozen of a case: pairs stay bounded. */
    private static long[] pairs(Collection<List<Integer>> byCase) {
        int size = 0;
        for (List<Integer> of : byCase) size += pairsOf(of.size());
        long[] pairs = new long[size];
        int at = 0;
        for (List<Integer> of : byCase) {
            int most = Math.min(of.size(), MOST_PAIRED);
            for (int i = 0; i < most; i++)
                for (int j = i + 1; j < most; j++) pairs[at++] = (long) of.get(i) << 32 | of.get(j);
        }
        Arrays.parallelSort(pairs);
        return pairs;
    }

    private static int pairsOf(int practices) {
        int most = Math.min(practices, MOST_PAIRED);
        return most * (most - 1) / 2;
    }
}
