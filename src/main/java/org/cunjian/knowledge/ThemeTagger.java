package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cunjian.config.Theme;
import org.cunjian.text.Simplifier;

/**
 * Which of the configured themes an article is about. A cue weighs 1 + ln(times it occurs), four more where the title has it;
 * a theme with at least two different cues counts, and those within half of the best are kept, three at most. Cost: one scan of
 * the text for each cue.
 */
public final class ThemeTagger {
    private static final int MOST_THEMES = 3;
    private static final double TITLE_WEIGHT = 4;

    private final List<Theme> themes;

    public ThemeTagger(List<Theme> themes) {
        this.themes = List.copyOf(themes);
    }

    /** Ids by weight, best first; empty where nothing speaks clearly. */
    public List<String> tag(String title, String body) {
        String simpleTitle = Simplifier.toSimplified(title);
        String simpleBody = Simplifier.toSimplified(body);
        record Scored(String id, double score) {}
        List<Scored> scored = new ArrayList<>();
        for (Theme theme : themes) {
            double score = 0;
            int cues = 0;
            for (String cue : theme.cues()) {
                int times = count(simpleBody, cue);
                boolean isInTitle = simpleTitle.contains(cue);
                if (times == 0 && !isInTitle) continue;
                cues++;
                score += 1 + Math.log(Math.max(1, times)) + (isInTitle ? TITLE_WEIGHT : 0);
            }
            if (cues >= 2) scored.add(new Scored(theme.id(), score));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        double least = scored.isEmpty() ? 0 : scored.get(0).score() / 2;
        return scored.stream()
                .filter(s -> s.score() >= least)
                .limit(MOST_THEMES)
                .map(Scored::id)
                .toList();
    }

    private static int count(String text, String cue) {
        int times = 0;
        for (int i = text.indexOf(cue); i >= 0; i = text.indexOf(cue, i + cue.length())) times++;
        return times;
    }
}
