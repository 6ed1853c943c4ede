package org.cunjian.place;

import java.util.List;

/**
 * What a reader understands of where a case happens: the places, main one first (empty when unknown or anonymised), and
 * conflicts between headline and body.
 */
public record PlaceReading(List<PlaceFinding> places, List<Conflict> conflicts) {
    public PlaceReading {
        places = List.copyOf(places);
        conflicts = List.copyOf(conflicts);
    }

    /** The headline names one place, the body another. */
    public record Conflict(String headline, String body) {}
}
