package org.cunjian.place;

import java.util.List;
import java.util.Optional;
import org.cunjian.text.Simplifier;
import org.jspecify.annotations.Nullable;

/** Reads a chain that a curator wrote. */
final class ChainParser {
    private static final int LEVELS = 5;

    private final Gazetteer gazetteer;

    ChainParser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Optional<Place> parse(String chain) {
        @Nullable String[] levels = split(chain);
        if (levels == null) return Optional.empty();
        int known = -1;
        for (int depth = 0; depth < LEVELS - 1; depth++) {
            String written = levels[depth];
            if (written == null) continue;
            int unit = find(written, depth, known);
            if (unit < 0) continue;
            levels[depth] = gazetteer.name(unit);
            known = unit;
        }
        String code = known < 0 ? null : gazetteer.code(known);
        String village = levels[LEVELS - 1];
        if (village != null && known >= 0 && gazetteer.level(known) == Level.TOWNSHIP) {
            Optional<Unit> found = gazetteer.children(gazetteer.code(known)).stream()
                    .filter(u -> u.name().equals(village))
                    .findFirst();
            if (found.isPresent()) code = found.get().code();
        }
        return Optional.of(new Place(levels[0], levels[1], levels[2], levels[3], levels[4], code));
    }

    /** Null where nothing is written or too many levels are. */
    private static @Nullable String @Nullable [] split(String chain) {
        String[] parts = Simplifier.toSimplified(chain).replace('／', '/').split("/", -1);
        @Nullable String[] levels = new @Nullable String[LEVELS];
        boolean any = false;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.isEmpty()) continue;
            if (i >= LEVELS) return null;
            levels[i] = part;
            any = true;
        }
        return any ? levels : null;
    }

    /** The one unit of that level and name, below {@code known} where something above is known. */
    private int find(String name, int depth, int known) {
        List<Integer> found = gazetteer.names().units(name).stream()
                .filter(u -> gazetteer.level(u).depth() == depth)
                .filter(u -> known < 0 || gazetteer.isUnder(u, known))
                .toList();
        if (found.size() == 1) return found.get(0);
        List<Integer> full =
                found.stream().filter(u -> gazetteer.name(u).equals(name)).toList();
        return full.size() == 1 ? full.get(0) : -1;
    }
}
