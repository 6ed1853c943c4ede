package org.cunjian.knowledge;

import java.util.List;
import org.cunjian.content.ArticleId;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.jspecify.annotations.Nullable;

/**
 * A practice over all articles: what the curator wrote of it, merged over what was extracted.
 *
 * @param components the curated ones, else those of the sense stated most often; names only, in order
 * @param usualAliases those of the aliases that stand for it in any article: the curator's, and those that at least one in fifty
 *     of its cases states; the others are the wording of a few articles, and may be as many as there are cases
 * @param definition Markdown by the curator, null when there is none
 * @param occurrences one for each case that shows it, in the order of the cases
 * @param senses the different lists of components that articles state under this name, most often stated first
 * @param related ids of practices with near names, with shared cases, or alike, closest first
 * @param alike of these, those that are alike in name, components and definition only
 */
public record Practice(
        PracticeId id,
        String name,
        List<String> aliases,
        List<String> usualAliases,
        PracticeKind kind,
        PracticeStatus status,
        List<String> components,
        @Nullable Integer declaredCount,
        @Nullable String definition,
        List<Occurrence> occurrences,
        List<Sense> senses,
        List<String> themes,
        List<PracticeId> related,
        List<PracticeId> alike) {

    /** This practice in one case. */
    public record Occurrence(ArticleId article, PracticeFinding finding) {}

    /** One list of components under a name, and the cases that state it. */
    public record Sense(List<String> components, List<ArticleId> articles) {
        public Sense {
            components = List.copyOf(components);
            articles = List.copyOf(articles);
        }
    }

    public Practice {
        aliases = List.copyOf(aliases);
        usualAliases = List.copyOf(usualAliases);
        components = List.copyOf(components);
        occurrences = List.copyOf(occurrences);
        senses = List.copyOf(senses);
        themes = List.copyOf(themes);
        related = List.copyOf(related);
        alike = List.copyOf(alike);
    }
}
