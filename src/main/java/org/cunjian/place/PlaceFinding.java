package org.cunjian.place;

import java.util.List;
import org.cunjian.text.Span;

/** A place that a case happens in, with the spans of the body that name it (empty when a curator wrote it). */
public record PlaceFinding(Place place, List<Span> mentions) {
    public PlaceFinding {
        mentions = List.copyOf(mentions);
    }
}
