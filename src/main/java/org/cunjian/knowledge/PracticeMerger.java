package org.cunjian.knowledge;

import java.util.ArrayList;
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

    private final boolean showsCandidates;
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
        final Map<String, Integer> themes = new TreeMap<>();

        Group(String key, @Nullable PracticeEntry entry) {
            this.key = key;
            this.entry = entry;
        }
    }

    PracticeMerger(boolean showsCandidates) {
        this.showsCandidates = showsCandidates;
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
            for (String theme : c.themes()) group.themes.merge(theme, 1, Integer::sum);
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
        Map<Group, PracticeId> ids = ids();
        List<Group> ordered = new ArrayList<>(groups.values());
        ordered.sort(Comparator.comparingInt((Group g) -> -g.occurrences.size()).thenComparing(g -> g.key));
        Map<PracticeId, List<PracticeId>> related = relatedPractices(ordered, ids);
        List<Practice> practices = new ArrayList<>(ordered.size());
        for (Group g : ordered) {
            PracticeId id = idOf(g, ids);
            practices.add(practice(g, id, related.getOrDefault(id, List.of())));
        }
        Map<ArticleId, List<PracticeId>> practicesOf = new HashMap<>();
        shownBy.forEach((article, keys) -> practicesOf.put(
                article,
                keys.stream()
                        .map(groups::get)
                        .filter(Objects::nonNull)
                        .map(g -> idOf(g, ids))
                        .distinct()
                        .toList()));
        Map<String, PracticeId> idByKey = new HashMap<>();
        groups.forEach((key, g) -> idByKey.put(key, idOf(g, ids)));
        curated.forEach((key, g) -> idByKey.put(key, idOf(g, ids)));
        return new Merged(practices, Map.copyOf(practicesOf), idByKey);
    }

    private static PracticeId idOf(Group g, Map<Group, PracticeId> ids) {
        return Objects.requireNonNull(ids.get(g));
    }

    /** A curated entry's own id; else the pinyin of the commonest name and six digits of the key's hash, which is unique. */
    private Map<Group, PracticeId> ids() {
        Map<Group, PracticeId> ids = new HashMap<>();
        for (Group g : groups.values()) {
            PracticeId id = g.entry != null ? new PracticeId(g.entry.id()) : makeId(nameOf(g), g.key);
            ids.put(g, id);
        }
        return ids;
    }

    static PracticeId makeId(String name, String key) {
        return new PracticeId(Pinyin.slug(name) + "-" + ContentHash.of(key).substring(0, 6));
    }

    private static String nameOf(Group g) {
        if (g.entry != null) return g.entry.name();
        return commonest(g.occurrences.stream().map(o -> o.finding().name()).toList());
    }

    /** Most frequent, then shortest, then first in order. */
    private static String commonest(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : names) counts.merge(name, 1, Integer::sum);
        return counts.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparingInt(e -> e.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    private Practice practice(Group g, PracticeId id, List<PracticeId> related) {
        String name = nameOf(g);
        List<Practice.Sense> senses = senses(g);
        PracticeEntry entry = g.entry;
        List<String> stated = senses.isEmpty() ? List.of() : senses.get(0).components();
        List<String> components = entry != null && !entry.components().isEmpty() ? entry.components() : stated;
        Set<String> aliases = new LinkedHashSet<>();
        if (entry != null) aliases.addAll(entry.aliases());
        Map<String, Integer> seen =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (Practice.Occurrence o : g.occurrences) {
            Set<String> own = new LinkedHashSet<>(o.finding().aliases());
            own.add(o.finding().name());
            for (String alias : own) seen.merge(alias, 1, Integer::sum);
        }
        Set<String> usual = new LinkedHashSet<>(aliases);
        seen.forEach((alias, count) -> {
            aliases.add(alias);
            if (count * USUAL_SHARE >= g.occurrences.size()) usual.add(alias);
        });
        aliases.remove(name);
        usual.remove(name);
        boolean isConfirmed = entry != null
                || g.occurrences.stream().anyMatch(o -> o.finding().status() == PracticeStatus.CONFIRMED);
        return new Practice(
                id,
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
                related);
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

    private static List<String> themes(Group g) {
        return g.themes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
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

    /** Shared cases over the geometric mean of both counts; at most six, only pairs that share two cases or a third of them. */
    private static Map<PracticeId, List<PracticeId>> relatedPractices(List<Group> ordered, Map<Group, PracticeId> ids) {
        Map<ArticleId, List<Integer>> byCase = new HashMap<>();
        for (int g = 0; g < ordered.size(); g++)
            for (Practice.Occurrence o : ordered.get(g).occurrences)
                byCase.computeIfAbsent(o.article(), k -> new ArrayList<>()).add(g);
        Map<Long, Integer> shared = new HashMap<>();
        for (List<Integer> of : byCase.values()) {
            // The commonest dozen of a case: pairs stay bounded for a case with a hundred practices.
            int most = Math.min(of.size(), 12);
            for (int i = 0; i < most; i++)
                for (int j = i + 1; j < most; j++) shared.merge((long) of.get(i) << 32 | of.get(j), 1, Integer::sum);
        }
        record Link(int to, double weight) {}
        Map<Integer, List<Link>> links = new HashMap<>();
        shared.forEach((pair, count) -> {
            int a = (int) (pair >> 32);
            int b = (int) (long) pair;
            double weight = count
                    / Math.sqrt((double) ordered.get(a).occurrences.size()
                            * ordered.get(b).occurrences.size());
            if (count < 2 && weight < 1.0 / 3) return;
            links.computeIfAbsent(a, k -> new ArrayList<>()).add(new Link(b, weight));
            links.computeIfAbsent(b, k -> new ArrayList<>()).add(new Link(a, weight));
        });
        Map<PracticeId, List<PracticeId>> related = new HashMap<>();
        links.forEach((from, of) -> related.put(
                idOf(ordered.get(from), ids),
                of.stream()
                        .sorted(Comparator.comparingDouble((Link l) -> -l.weight())
                                .thenComparingInt(Link::to))
                        .limit(6)
                        .map(l -> idOf(ordered.get(l.to()), ids))
                        .toList()));
        return related;
    }
}
