package org.cunjian.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.config.Theme;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Metadata;
import org.cunjian.io.ContentHash;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;

/**
 * What is indexed of one practice or case, before Lucene sees it.
 *
 * @param order sorts all documents the same way in every index: practices by id, then cases by main practice and id, so that
 *     the cases of a practice stand together
 * @param names what it is called itself, whole; {@code tags}: other names in full
 * @param facets {@link FacetValue}s as stored
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
        StringBuilder all = new StringBuilder(bodyHash);
        for (Object part : List.of(order, title, display, names, tags, titleText, keyText, facets))
            all.append('\u0000').append(part);
        return ContentHash.of(all.toString());
    }

    /** Makes the texts of a whole knowledge base; look-ups are prepared once. */
    static final class Maker {
        private final KnowledgeBase kb;
        private final Map<String, String> themeNames = new HashMap<>();
        private final Map<ArticleId, List<PlaceNode>> placesOf = new HashMap<>();

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
                tags.addAll(p.aliases());
            }
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
                    kb.publishedBody(c),
                    List.copyOf(facets(c, practices)));
        }

        IndexedText of(Practice p) {
            Set<String> names = new LinkedHashSet<>();
            names.add(p.name());
            names.addAll(p.aliases());
            Set<String> keys = new LinkedHashSet<>(p.components());
            for (String theme : p.themes()) keys.add(themeNames.getOrDefault(theme, theme));
            Set<FacetValue> facets = new LinkedHashSet<>();
            for (Practice.Occurrence o : p.occurrences())
                kb.findCase(o.article()).ifPresent(c -> facets.addAll(facets(c, List.of())));
            facets.add(new FacetValue(FacetKind.PRACTICE, p.id().value(), p.name(), ""));
            for (String theme : p.themes()) facets.add(theme(theme));
            List<FacetValue> sorted = new ArrayList<>(facets);
            sorted.sort(null);
            return new IndexedText(
                    new DocumentKey(SearchHit.Type.PRACTICE, p.id().value()),
                    "0\u0000" + p.id(),
                    p.name(),
                    new Display("", "", "", Integer.toString(p.occurrences().size())),
                    List.copyOf(names),
                    List.copyOf(p.components()),
                    String.join("\n", names),
                    String.join("\n", keys),
                    p.definition() == null ? "" : p.definition(),
                    sorted);
        }

        private Set<FacetValue> facets(Case c, List<Practice> practices) {
            Set<FacetValue> facets = new LinkedHashSet<>();
            for (PlaceNode node : placesOf.getOrDefault(c.id(), List.of()))
                facets.add(new FacetValue(
                        FacetKind.PLACE, node.code(), node.name(), node.parent() == null ? "" : node.parent()));
            for (Practice p : practices) facets.add(new FacetValue(FacetKind.PRACTICE, p.id().value(), p.name(), ""));
            for (String theme : c.themes()) facets.add(theme(theme));
            Metadata metadata = c.article().metadata();
            if (metadata.date() != null) {
                String year = Integer.toString(metadata.date().getYear());
                facets.add(new FacetValue(FacetKind.YEAR, year, year, ""));
            }
            if (metadata.source() != null && !metadata.source().isBlank())
                facets.add(new FacetValue(FacetKind.SOURCE, metadata.source(), metadata.source(), ""));
            facets.add(new FacetValue(
                    FacetKind.SCRIPT, c.script().code(), c.script().code(), ""));
            return facets;
        }

        private FacetValue theme(String id) {
            return new FacetValue(FacetKind.THEME, id, themeNames.getOrDefault(id, id), "");
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
