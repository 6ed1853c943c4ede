package org.cunjian.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is indexed of one practice or case, before Lucene sees it.
 *
 * @param order sorts all documents the same way in every index: practices by id, then cases by main practice and id, so that
 *     the cases of a practice stand together
 * @param names what it is called itself, whole; {@code tags}: other names in full
 * @param facets in the order in which they were found, which is the same in every build
 */
record IndexedText(
        DocumentKey key,
        String order,
        String title,
        Display display,
        List<String> names,
        List<String> tags,
        String titleText,
        String keyText,
        String body,
        List<FacetValue> facets) {

    /** What a result shows beside title and snippet. */
    record Display(String date, String source, String place, String practices) {}

    /** Changes when anything that is indexed or stored changes; {@code bodyHash} stands for the body. */
    String hash(String bodyHash) {
        ChangeHash hash = new ChangeHash().add(bodyHash).add(order).add(title);
        hash.add(display.date()).add(display.source()).add(display.place()).add(display.practices());
        hash.add(names).add(tags).add(titleText).add(keyText);
        for (FacetValue facet : facets) hash.add(facet.stored());
        return hash.toString();
    }

    /** Makes the texts of a whole knowledge base; look-ups are prepared once. */
    static final class Maker {
        private final KnowledgeBase kb;
        private final Map<String, String> themeNames = new HashMap<>();
        private final Map<ArticleId, List<PlaceNode>> placesOf = new HashMap<>();
        private final Map<FacetKind, Map<String, FacetValue>> values = new EnumMap<>(FacetKind.class);
        private final Map<ArticleId, List<FacetValue>> facetsOf = new HashMap<>();

        Maker(KnowledgeBase kb) {
            this.kb = kb;
            for (Theme theme : kb.config().themes()) themeNames.put(theme.id(), theme.name());
            for (PlaceNode node : kb.places().values())
                for (ArticleId id : node.cases())
                    placesOf.computeIfAbsent(id, k -> new ArrayList<>(5)).add(node);
        }

        IndexedText of(Case c) {
            Metadata metadata = c.article().metadata();
            List<Practice> practices = new ArrayList<>();
            for (PracticeId id : new LinkedHashSet<>(kb.practicesOf(c.id())))
                kb.findPractice(id).ifPresent(practices::add);
            Set<String> names = new LinkedHashSet<>();
            Set<String> tags = new LinkedHashSet<>();
            Set<String> keys = new LinkedHashSet<>();
            for (Practice p : practices) {
                tags.add(p.name());
                tags.addAll(p.usualAliases());
            }
            addOwnNames(c, tags);
            for (PlaceFinding place : c.places())
                for (String level : place.place().levels()) if (level != null) tags.add(level);
            if (!c.places().isEmpty()) names.add(c.places().get(0).place().shortName());
            keys.addAll(tags);
            c.practices().forEach(p -> p.components().forEach(part -> keys.add(part.name())));
            for (String theme : c.themes()) keys.add(themeNames.getOrDefault(theme, theme));
            String main = practices.isEmpty() ? "" : practices.get(0).id().value();
            return new IndexedText(
                    new DocumentKey(SearchHit.Type.CASE, c.id().value()),
                    "1\u0000" + main + "\u0000" + c.id(),
                    metadata.title(),
                    display(c, practices),
                    List.copyOf(names),
                    List.copyOf(tags),
                    metadata.title(),
                    String.join("\n", keys),
                    PlainText.of(kb.publishedBody(c)),
                    facets(c, practices));
        }

        /** What the article itself calls its practices. */
        private void addOwnNames(Case c, Set<String> names) {
            boolean showsCandidates = kb.config().publishing().showsCandidates();
            for (PracticeFinding finding : c.practices()) {
                if (!showsCandidates && finding.status() != PracticeStatus.CONFIRMED) continue;
                names.add(finding.name());
                names.addAll(finding.aliases());
            }
        }

        IndexedText of(Practice p) {
            Set<String> names = new LinkedHashSet<>();
            names.add(p.name());
            names.addAll(p.aliases());
            Set<String> keys = new LinkedHashSet<>(p.components());
            for (String theme : p.themes()) keys.add(themeNames.getOrDefault(theme, theme));
            Set<FacetValue> facets = new LinkedHashSet<>();
            for (Practice.Occurrence o : p.occurrences())
                kb.findCase(o.article()).ifPresent(c -> facets.addAll(facets(c)));
            facets.add(practice(p));
            for (String theme : p.themes()) facets.add(theme(theme));
            return new IndexedText(
                    new DocumentKey(SearchHit.Type.PRACTICE, p.id().value()),
                    "0\u0000" + p.id(),
                    p.name(),
                    new Display("", "", "", Integer.toString(p.occurrences().size())),
                    List.copyOf(names),
                    List.copyOf(p.components()),
                    String.join("\n", names),
                    String.join("\n", keys),
                    p.definition() == null ? "" : PlainText.of(p.definition()),
                    List.copyOf(facets));
        }

        private List<FacetValue> facets(Case c, List<Practice> practices) {
            if (practices.isEmpty()) return facets(c);
            List<FacetValue> facets = new ArrayList<>(facets(c));
            for (Practice p : practices) facets.add(practice(p));
            return facets;
        }

        /** All but the practices of a case; its practices have them too. */
        private List<FacetValue> facets(Case c) {
            return facetsOf.computeIfAbsent(c.id(), id -> {
                Set<FacetValue> facets = new LinkedHashSet<>();
                for (PlaceNode node : placesOf.getOrDefault(id, List.of()))
                    facets.add(value(FacetKind.PLACE, node.code(), node.name(), node.parent()));
                for (String theme : c.themes()) facets.add(theme(theme));
                Metadata metadata = c.article().metadata();
                if (metadata.date() != null)
                    facets.add(plain(
                            FacetKind.YEAR, Integer.toString(metadata.date().getYear())));
                if (metadata.source() != null && !metadata.source().isBlank())
                    facets.add(plain(FacetKind.SOURCE, metadata.source()));
                facets.add(plain(FacetKind.SCRIPT, c.script().code()));
                return List.copyOf(facets);
            });
        }

        private FacetValue practice(Practice p) {
            return value(FacetKind.PRACTICE, p.id().value(), p.name(), null);
        }

        private FacetValue theme(String id) {
            return value(FacetKind.THEME, id, themeNames.getOrDefault(id, id), null);
        }

        private FacetValue plain(FacetKind kind, String value) {
            return value(kind, value, value, null);
        }

        /** The one object for a value: label and parent follow from it in a knowledge base. */
        private FacetValue value(FacetKind kind, String value, String label, @Nullable String parent) {
            return values.computeIfAbsent(kind, k -> new HashMap<>())
                    .computeIfAbsent(value, v -> new FacetValue(kind, v, label, parent == null ? "" : parent));
        }

        private static Display display(Case c, List<Practice> practices) {
            Metadata metadata = c.article().metadata();
            Set<String> names = new LinkedHashSet<>();
            for (Practice p : practices) names.add(p.name());
            Place place = c.places().isEmpty() ? null : c.places().get(0).place();
            return new Display(
                    metadata.date() == null ? "" : metadata.date().toString(),
                    metadata.source() == null ? "" : metadata.source(),
                    place == null ? "" : place.chain(),
                    String.join("、", names));
        }
    }
}
