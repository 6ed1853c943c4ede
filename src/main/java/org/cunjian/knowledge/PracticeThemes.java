package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;

/**
 * Which themes of a case are those of a practice in it: an article about schools and rubbish that names 垃圾银行 once makes that no
 * matter of schools.
 */
final class PracticeThemes {
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
}
