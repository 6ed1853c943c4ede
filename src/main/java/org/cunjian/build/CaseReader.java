package org.cunjian.build;

import java.util.ArrayList;
import java.util.List;
import org.cunjian.config.SiteConfig;
import org.cunjian.content.Article;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.cunjian.figure.Figure;
import org.cunjian.figure.FigureConflict;
import org.cunjian.figure.FigureExtractor;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Fingerprint;
import org.cunjian.knowledge.Flag;
import org.cunjian.knowledge.TellingTerms;
import org.cunjian.knowledge.ThemeTagger;
import org.cunjian.place.PlaceFinding;
import org.cunjian.place.PlaceReading;
import org.cunjian.place.PlaceResolver;
import org.cunjian.practice.PracticeExtractor;
import org.cunjian.text.ScriptDetector;

/**
 * Understands one article: script, places, practices, figures, themes. Knows nothing of other articles; safe for any thread.
 * The stages of one article are put together here and nowhere else.
 */
public final class CaseReader {
    private final PlaceResolver places = new PlaceResolver();
    private final PracticeExtractor practices = new PracticeExtractor();
    private final ThemeTagger themes;

    public CaseReader(SiteConfig config) {
        this.themes = new ThemeTagger(config.themes());
    }

    public Case read(Article article) {
        String title = article.metadata().title();
        String body = article.body();
        List<Flag> flags = new ArrayList<>();
        List<PlaceFinding> found = places(article, flags);
        return new Case(
                article,
                ScriptDetector.detect(title + "\n" + body),
                found,
                practices.extract(title, body),
                figures(body, flags),
                themes.tag(title, body, article.curation().tags()),
                flags,
                Fingerprint.of(body),
                TellingTerms.of(title, body, found),
                null);
    }

    private static List<Figure> figures(String body, List<Flag> flags) {
        List<Figure> figures = FigureExtractor.extract(body);
        for (FigureConflict conflict : FigureConflict.find(body, figures))
            flags.add(new Flag(
                    "figure-conflict",
                    Messages.in(Language.ZH)
                            .text(
                                    "build/figure-conflict",
                                    conflict.first().text(),
                                    conflict.second().text())));
        return figures;
    }

    /** The curator's chain where there is one, else what the text says. */
    private List<PlaceFinding> places(Article article, List<Flag> flags) {
        PlaceReading reading = places.resolve(article);
        String written = article.curation().place();
        if (written == null) {
            for (PlaceReading.Conflict conflict : reading.conflicts())
                flags.add(new Flag(
                        "place-conflict",
                        Messages.in(Language.ZH).text("build/place-conflict", conflict.headline(), conflict.body())));
            return reading.places();
        }
        List<PlaceFinding> found = new ArrayList<>();
        places.parseChain(written).ifPresent(place -> {
            List<PlaceFinding> same = reading.places().stream()
                    .filter(f -> f.place().equals(place))
                    .toList();
            found.add(same.isEmpty() ? new PlaceFinding(place, List.of()) : same.get(0));
            for (PlaceFinding other : reading.places()) if (!other.place().equals(place)) found.add(other);
        });
        return found.isEmpty() ? reading.places() : found;
    }
}
