package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cunjian.content.ArticleId;
import org.cunjian.io.ContentHash;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.jspecify.annotations.Nullable;

/** The administrative units of all cases, each with its own page code (DESIGN section 4, pages). */
public final class PlaceTree {
    /** Digits of a statistical code by level, province to village. Source: GB/T 2260 and GB/T 10114. */
    private static final int[] DIGITS = {2, 4, 6, 9, 12};

    private final Map<String, Building> nodes = new TreeMap<>();

    private static final class Building {
        final String name;
        final int level;
        final String chain;
        final @Nullable String parent;
        final Set<String> children = new java.util.TreeSet<>();
        final Set<ArticleId> cases = new LinkedHashSet<>();

        Building(String name, int level, String chain, @Nullable String parent) {
            this.name = name;
            this.level = level;
            this.chain = chain;
            this.parent = parent;
        }
    }

    private PlaceTree() {}

    static Map<String, PlaceNode> of(List<Case> cases) {
        PlaceTree tree = new PlaceTree();
        for (Case c : cases) {
            if (c.duplicateOf() != null) continue; // the article counts once
            boolean isMain = true;
            for (PlaceFinding found : c.places()) {
                tree.add(found.place(), c.id(), isMain);
                isMain = false;
            }
        }
        Map<String, PlaceNode> done = new LinkedHashMap<>();
        for (int level = 0; level < DIGITS.length; level++) {
            int wanted = level;
            tree.nodes.forEach((code, n) -> {
                if (n.level == wanted)
                    done.put(
                            code,
                            new PlaceNode(
                                    code,
                                    n.name,
                                    n.level,
                                    n.chain,
                                    n.parent,
                                    List.copyOf(n.children),
                                    List.copyOf(n.cases)));
            });
        }
        return done;
    }

    /**
     * A further place counts as deep as the gazetteer knows it: ten villages named in passing, which it lacks, would make ten
     * pages that say less than the case itself.
     */
    private void add(Place place, ArticleId id, boolean isMain) {
        for (Unit unit : unitsOf(place)) {
            if (!isMain && unit.code().contains("-x")) return;
            nodes.computeIfAbsent(
                            unit.code(), c -> new Building(unit.name(), unit.level(), unit.chain(), unit.parent()))
                    .cases
                    .add(id);
            if (unit.parent() != null) {
                Building parent = nodes.get(unit.parent());
                if (parent != null) parent.children.add(unit.code());
            }
        }
    }

    /** One level of a place, with the code of its page and of the unit above. */
    public record Unit(
            String code,
            String name,
            int level,
            String chain,
            @Nullable String parent) {}

    /** The levels of a place that are known, province first, with their page codes. */
    public static List<Unit> unitsOf(Place place) {
        List<Unit> units = new ArrayList<>();
        List<@Nullable String> levels = place.levels();
        String known = place.code() == null ? "" : place.code();
        StringBuilder chain = new StringBuilder();
        String parent = null;
        String knownAncestor = "";
        int slashes = 0;
        for (int level = 0; level < DIGITS.length; level++) {
            String name = levels.get(level);
            if (name != null) {
                chain.append("/".repeat(slashes)).append(name);
                slashes = 0;
                String code;
                if (known.length() >= DIGITS[level]) {
                    code = known.substring(0, DIGITS[level]);
                    knownAncestor = code;
                } else {
                    String hash = ContentHash.of(chain.toString()).substring(0, 6);
                    code = (knownAncestor.isEmpty() ? "00" : knownAncestor) + "-x" + hash;
                }
                units.add(new Unit(code, name, level, chain.toString(), parent));
                parent = code;
            }
            slashes++;
        }
        return units;
    }
}
