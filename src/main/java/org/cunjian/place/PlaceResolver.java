package org.cunjian.place;

import java.util.Optional;
import org.cunjian.content.Article;

/**
 * Tells where a case happens. Safe for many threads; the gazetteer is read on first use.
 *
 * <p>{@code resolve} looks at the text only; whoever holds a curator's chain reads it with {@link #parseChain} and prefers it.
 */
public final class PlaceResolver {

    public PlaceReading resolve(Article article) {
        return resolve(article.metadata().title(), article.body());
    }

    /**
     * The places of an article, main one first; mentions are spans of {@code body}. Text in either script. Levels that the text
     * does not state are filled in where the gazetteer leaves no choice. An article that names no place, or hides it (A县,
     * 某村), gives an empty reading. Linear in the length of the text.
     */
    public PlaceReading resolve(String title, String body) {
        return new ArticlePlaces(Gazetteer.shared(), title, body).read();
    }

    /**
     * The place that a chain such as {@code 湖南省/衡阳市/石鼓区/五一街道/建设村} names; empty for a blank chain or one of more
     * than five levels. An empty level stays empty. Short names (湖南) become full ones where they are clear; a level that the
     * gazetteer does not know below the ones before it is kept as written. The code is that of the deepest known level.
     */
    public Optional<Place> parseChain(String chain) {
        return new ChainParser(Gazetteer.shared()).parse(chain);
    }
}
