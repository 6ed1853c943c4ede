package org.cunjian.knowledge;

import java.util.List;
import org.cunjian.text.Span;

/**
 * A theme of a case and why.
 *
 * @param theme id of a configured theme
 * @param evidence sentences of the body that speak for it, the most telling first
 */
public record ThemeFinding(String theme, List<Evidence> evidence) {
    private static final int MOST_SHOWN = 2;

    /** A sentence, and the word in it that speaks. */
    public record Evidence(Span sentence, Span cue) {
        public Evidence {
            if (!sentence.contains(cue)) throw new IllegalArgumentException(cue + " not in " + sentence);
        }
    }

    public ThemeFinding {
        evidence = List.copyOf(evidence);
    }

    /** Those that readers are shown. */
    public List<Evidence> shown() {
        return evidence.subList(0, Math.min(MOST_SHOWN, evidence.size()));
    }
}
