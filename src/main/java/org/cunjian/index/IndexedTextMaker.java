package org.cunjian.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.config.Theme;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.content.PlainText;
import org.cunjian.io.ChangeHash;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes the texts of a whole knowledge base, and tells by a hash of what they would be made from whether they changed: no text
 * is made for a document that stays. Look-ups are prepared once; safe for any thread.
 */
final class IndexedTextMaker {
    private final KnowledgeBase kb;
    private final Map<String, String> themeNames = new HashMap<>();
    private final Map<FacetKind, Map<String, FacetValue>> values = new EnumMap<>(FacetKind.class);
    private @Nullable Whole whole;

    /** What is made of all cases and practices at once, when first needed. */
    private static final class Whole {
        final Map<ArticleId, CaseFacets> facetsOf = new HashMap<>();
        final Map<ArticleId, String> caseHashes = new HashMap<>();
        final Map<PracticeId, PracticeHash> practiceHashes = new HashMap<>();
    }

    /** All facet values of a case but its practices, which have them too. */
    private record CaseFacets(List<FacetValue> values, long hash) {}

    /** What a practice gives to its cases, and what it takes from them. */
    private static final class PracticeHash {
        final long names;
        long facets;

        PracticeHash(Practice p) {
            names = new ChangeHash()
                    .add(p.id().value())
                    .add(p.name())
                    .add(p.usualAliases())
                    .toLong();
        }

        void takeFacets(long hash) {
            facets = Long.rotateLeft(facets, 23) * 31 + hash;
        }
    }

    IndexedTextMaker(KnowledgeBase kb) {
        this.kb = kb;
        for (FacetKind kind : FacetKind.values()) values.put(kind, new ConcurrentHashMap<>());
        for (Theme theme : kb.config().themes()) themeNames.put(theme.id(), theme.name());
    }

    private synchronized Whole whole() {
        if (whole == null) whole = makeWhole();
        return whole;
    }

    private Whole makeWhole() {
        Whole made = new Whole();
        Map<ArticleId, List<PlaceNode>> placesOf = new HashMap<>();
        for (PlaceNode node : kb.places().values())
            for (ArticleId id : node.cases())
                placesOf.computeIfAbsent(id, k -> new ArrayList<>(5)).add(node);
        for (Case c : kb.cases()) made.facetsOf.put(c.id(), facets(c, placesOf.getOrDefault(c.id(), List.of())));
        for (Practice p : kb.practices()) made.practiceHashes.put(p.id(), new PracticeHash(p));
        for (Case c : kb.cases()) if (c.duplicateOf() == null) made.caseHashes.put(c.id(), makeHash(c, made));
        return made;
    }

    /** Changes when anything that is indexed or stored of the case changes: its own file, or what others say of it. */
    String hash(Case c) {
        return Objects.requireNonNull(whole().caseHashes.get(c.id()));
    }

    private String makeHash(Case c, Whole all) {
        Metadata metadata = c.article().metadata();
        CaseFacets facets = Objects.requireNonNull(all.facetsOf.get(c.id()));
        ChangeHash hash = new ChangeHash()
                .add(c.article().sha256())
                .add(c.article().rights().name())
                .add(metadata.title())
                .add(date(metadata))
                .add(source(metadata))
                .add(facets.hash());
        for (PlaceFinding place : c.places()) hash.add(place.place().chain());
        for (PracticeId id : kb.practicesOf(c.id())) {
            PracticeHash practice = all.practiceHashes.get(id);
            if (practice == null) continue;
            hash.add(practice.names);
            practice.takeFacets(facets.hash());
        }
        for (PracticeFinding finding : c.practices()) {
            if (isPublished(finding)) hash.add(finding.name()).add(finding.aliases());
            for (Component part : finding.components()) hash.add(part.name());
        }
        return hash.toString();
    }

    /** Changes when anything that is indexed or stored of the practice changes. */
    String hash(Practice p) {
        ChangeHash hash = new ChangeHash()
                .add(p.name())
                .add(p.aliases())
                .add(p.components())
                .add(p.definition() == null ? "" : p.definition());
        for (String theme : p.themes()) hash.add(theme).add(themeName(theme));
        return hash.add(Objects.requireNonNull(whole().practiceHashes.get(p.id())).facets)
                .add(p.occurrences().size())
                .toString();
    }

    static DocumentKey key(Case c) {
        return new DocumentKey(SearchHit.Type.CASE, c.id().value());
    }

    static DocumentKey key(Practice p) {
        return new DocumentKey(SearchHit.Type.PRACTICE, p.id().value());
    }

    IndexedText of(Case c) {
        List<Practice> practices = practices(c);
        List<FacetValue> facets = new ArrayList<>(facetsOf(c.id()).values());
        for (Practice p : practices) facets.add(practice(p));
        return new IndexedText(
                key(c),
                key(c).order(),
                c.article().metadata().title(),
                display(c, practices),
                words(c),
                PlainText.of(kb.publishedBody(c)),
                facets);
    }

    private List<Practice> practices(Case c) {
        List<Practice> practices = new ArrayList<>();
        for (PracticeId id : new LinkedHashSet<>(kb.practicesOf(c.id())))
            kb.findPractice(id).ifPresent(practices::add);
        return practices;
    }

    IndexedText.Words words(Case c) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> tags = new LinkedHashSet<>();
        for (Practice p : practices(c)) {
            tags.add(p.name());
            tags.addAll(p.usualAliases());
        }
        addOwnNames(c, tags);
        for (PlaceFinding place : c.places())
            for (String level : place.place().levels()) if (level != null) tags.add(level);
        if (!c.places().isEmpty()) names.add(c.places().get(0).place().shortName());
        Set<String> keys = new LinkedHashSet<>(tags);
        c.practices().forEach(p -> p.components().forEach(part -> keys.add(part.name())));
        for (String theme : c.themes()) keys.add(themeName(theme));
        return new IndexedText.Words(
                List.copyOf(names), List.copyOf(tags), c.article().metadata().title(), String.join("\n", keys));
    }

    /** What the article itself calls its practices. */
    private void addOwnNames(Case c, Set<String> names) {
        for (PracticeFinding finding : c.practices()) {
            if (!isPublished(finding)) continue;
            names.add(finding.name());
            names.addAll(finding.aliases());
        }
    }

    private boolean isPublished(PracticeFinding finding) {
        return kb.config().publishing().showsCandidates() || finding.status() == PracticeStatus.CONFIRMED;
    }

    IndexedText of(Practice p) {
        Set<FacetValue> facets = new LinkedHashSet<>();
        for (Practice.Occurrence o : p.occurrences())
            facets.addAll(facetsOf(o.article()).values());
        facets.add(practice(p));
        for (String theme : p.themes()) facets.add(theme(theme));
        return new IndexedText(
                key(p),
                key(p).order(),
                p.name(),
                new IndexedText.Display(
                        "", "", "", Integer.toString(p.occurrences().size())),
                words(p),
                definition(p),
                List.copyOf(facets));
    }

    IndexedText.Words words(Practice p) {
        Set<String> names = new LinkedHashSet<>();
        names.add(p.name());
        names.addAll(p.aliases());
        Set<String> keys = new LinkedHashSet<>(p.components());
        for (String theme : p.themes()) keys.add(themeName(theme));
        return new IndexedText.Words(
                List.copyOf(names), List.copyOf(p.components()), String.join("\n", names), String.join("\n", keys));
    }

    /** The text of a practice. */
    static String definition(Practice p) {
        return p.definition() == null ? "" : PlainText.of(p.definition());
    }

    private CaseFacets facetsOf(ArticleId id) {
        return whole().facetsOf.getOrDefault(id, new CaseFacets(List.of(), 0));
    }

    private CaseFacets facets(Case c, List<PlaceNode> places) {
        Set<FacetValue> facets = new LinkedHashSet<>();
        for (PlaceNode node : places) facets.add(value(FacetKind.PLACE, node.code(), node.name(), node.parent()));
        for (String theme : c.themes()) facets.add(theme(theme));
        Metadata metadata = c.article().metadata();
        if (metadata.date() != null)
            facets.add(plain(FacetKind.YEAR, Integer.toString(metadata.date().getYear())));
        if (!source(metadata).isBlank()) facets.add(plain(FacetKind.SOURCE, source(metadata)));
        facets.add(plain(FacetKind.SCRIPT, c.script().code()));
        ChangeHash hash = new ChangeHash();
        for (FacetValue facet : facets) hash.add(facet.hash());
        return new CaseFacets(List.copyOf(facets), hash.toLong());
    }

    private FacetValue practice(Practice p) {
        return value(FacetKind.PRACTICE, p.id().value(), p.name(), null);
    }

    private FacetValue theme(String id) {
        return value(FacetKind.THEME, id, themeName(id), null);
    }

    private String themeName(String id) {
        return themeNames.getOrDefault(id, id);
    }

    private FacetValue plain(FacetKind kind, String value) {
        return value(kind, value, value, null);
    }

    /** The one object for a value: label and parent follow from it in a knowledge base. */
    private FacetValue value(FacetKind kind, String value, String label, @Nullable String parent) {
        Map<String, FacetValue> ofKind = Objects.requireNonNull(values.get(kind));
        FacetValue known = ofKind.get(value);
        return known != null
                ? known
                : ofKind.computeIfAbsent(value, v -> new FacetValue(kind, v, label, parent == null ? "" : parent));
    }

    private static String date(Metadata metadata) {
        return metadata.date() == null ? "" : metadata.date().toString();
    }

    private static String source(Metadata metadata) {
        return metadata.source() == null ? "" : metadata.source();
    }

    private static IndexedText.Display display(Case c, List<Practice> practices) {
        Set<String> names = new LinkedHashSet<>();
        for (Practice p : practices) names.add(p.name());
        Place place = c.places().isEmpty() ? null : c.places().get(0).place();
        return new IndexedText.Display(
                date(c.article().metadata()),
                source(c.article().metadata()),
                place == null ? "" : place.chain(),
                String.join("、", names));
    }
}
