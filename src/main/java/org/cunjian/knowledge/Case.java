package org.cunjian.knowledge;

import java.util.List;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.figure.Figure;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.text.Script;
import org.jspecify.annotations.Nullable;

/**
 * An article with all that was understood of it.
 *
 * @param places the first is the main one; empty when unknown
 * @param practices by weight in the article, confirmed ones first
 * @param themeFindings the themes it is about, by weight
 * @param fingerprint what prints of one article have in common, {@link Fingerprint#NONE} for a text too short to tell
 * @param tellingTerms what its text is about, to find others like it
 * @param duplicateOf the case this one re-publishes, null for most
 */
public record Case(
        Article article,
        Script script,
        List<PlaceFinding> places,
        List<PracticeFinding> practices,
        List<Figure> figures,
        List<ThemeFinding> themeFindings,
        List<Flag> flags,
        Fingerprint fingerprint,
        TellingTerms tellingTerms,
        @Nullable ArticleId duplicateOf) {

    public Case {
        places = List.copyOf(places);
        practices = List.copyOf(practices);
        figures = List.copyOf(figures);
        themeFindings = List.copyOf(themeFindings);
        flags = List.copyOf(flags);
    }

    /** The same case with other practices. */
    Case withPractices(List<PracticeFinding> others) {
        return new Case(
                article, script, places, others, figures, themeFindings, flags, fingerprint, tellingTerms, duplicateOf);
    }

    /** The same case, told to be a re-publication. */
    Case asDuplicateOf(ArticleId original) {
        return new Case(
                article, script, places, practices, figures, themeFindings, flags, fingerprint, tellingTerms, original);
    }

    /** Ids of the configured themes, by weight. */
    public List<String> themes() {
        return themeFindings.stream().map(ThemeFinding::theme).toList();
    }

    public ArticleId id() {
        return article.id();
    }
}
