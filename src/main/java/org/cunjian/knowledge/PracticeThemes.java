package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;

/**
 * Which themes of a case are those of a practice in it: an article about schools and rubbish that names 垃圾银行 once makes that no
 * matter of schools.
 */
public final class PracticeThemes {
    private PracticeThemes() {}

    /** The themes whose sentences name the practice. */
    static List<String> of(PracticeFinding practice, Case c) {
        List<String> themes = new ArrayList<>();
        for (ThemeFinding theme : c.themeFindings())
            if (evidence(practice, theme).isPresent()) themes.add(theme.theme());
        return themes;
    }

    /** The most telling sentence of the theme that names the practice. */
    static Optional<ThemeFinding.Evidence> evidence(PracticeFinding practice, ThemeFinding theme) {
        for (ThemeFinding.Evidence evidence : theme.evidence())
            for (Mention mention : practice.mentions())
                if (evidence.sentence().contains(mention.span())) return Optional.of(evidence);
        return Optional.empty();
    }

    /** A sentence of a case that names the practice and speaks for the theme. */
    public record Spoken(Case in, Practice.Occurrence occurrence, ThemeFinding.Evidence evidence) {}

    /**
     * The first of the practice's cases in which a sentence of the theme names it; empty where the theme comes from the practice's
     * own name. Linear in its cases.
     *
     * @param from which cases are asked
     */
    public static Optional<Spoken> first(KnowledgeBase kb, Practice practice, String theme, Predicate<Case> from) {
        for (Practice.Occurrence occurrence : practice.occurrences()) {
            Case c = kb.findCase(occurrence.article()).orElseThrow();
            if (!from.test(c)) continue;
            for (ThemeFinding found : c.themeFindings()) {
                if (!found.theme().equals(theme)) continue;
                Optional<ThemeFinding.Evidence> evidence = evidence(occurrence.finding(), found);
                if (evidence.isPresent()) return Optional.of(new Spoken(c, occurrence, evidence.get()));
            }
        }
        return Optional.empty();
    }
}
