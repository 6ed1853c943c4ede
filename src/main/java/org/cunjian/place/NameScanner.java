package org.cunjian.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all names of the gazetteer in a text, in one pass: of those from province to county the leftmost longest, and of the
 * townships those that overlap none of them, or only a short name that they continue (南湖街道).
 */
final class NameScanner {
    /**
     * A name in the text and the units that may be meant, in order of level and code. {@code kind} is that of {@code units};
     * {@code others} bear the name in a less official way.
     */
    record Candidate(int start, int end, byte kind, List<Integer> units, List<Integer> others) {}

    private final Gazetteer gazetteer;
    private final NameTable names;
    private final char[] text;

    private NameScanner(Gazetteer gazetteer, String text) {
        this.gazetteer = gazetteer;
        this.names = gazetteer.names();
        this.text = text.toCharArray();
    }

    /** In order of start; candidates do not overlap, but a short name may lie inside a township's name. */
    static List<Candidate> scan(Gazetteer gazetteer, String text) {
        return new NameScanner(gazetteer, text).scan();
    }

    private List<Candidate> scan() {
        List<Candidate> found = new ArrayList<>();
        int upperEnd = 0;
        int fullEnd = 0;
        int townEnd = 0;
        for (int i = 0; i + 1 < text.length; i++) {
            int lengths = names.lengths(text[i], text[i + 1]);
            if (lengths == 0) continue;
            int longest = Math.min(32 - Integer.numberOfLeadingZeros(lengths), text.length - i);
            int hash = text[i];
            Candidate upper = null;
            Candidate town = null;
            for (int length = 2; length <= longest; length++) {
                hash = 31 * hash + text[i + length - 1];
                if ((lengths & (1 << (length - 1))) == 0) continue;
                int first = names.find(text, i, length, hash);
                if (first < 0) continue;
                Candidate above = candidate(i, length, hash, first, false);
                if (above != null) upper = above;
                Candidate below = candidate(i, length, hash, first, true);
                if (below != null) town = below;
            }
            if (upper != null && i >= upperEnd) {
                found.add(upper);
                upperEnd = upper.end();
                if (upper.kind() != NameTable.BARE) fullEnd = upper.end();
            }
            if (town != null && i >= townEnd && i >= fullEnd && !isSwallowed(town, upper)) {
                found.add(town);
                townEnd = town.end();
            }
        }
        return found;
    }

    /** 朝阳区 is also a town's variant somewhere; the name of the higher level is meant unless the town's is longer. */
    private static boolean isSwallowed(Candidate town, @Nullable Candidate upper) {
        return upper != null && upper.end() >= town.end();
    }

    private @Nullable Candidate candidate(int start, int length, int hash, int first, boolean townships) {
        List<Integer> units = new ArrayList<>(2);
        List<Integer> others = new ArrayList<>(0);
        byte kind = Byte.MAX_VALUE;
        for (int e = first; e >= 0; e = names.findNext(e, text, start, length, hash)) {
            int unit = names.unit(e);
            if ((gazetteer.level(unit) == Level.TOWNSHIP) != townships) continue;
            if (names.kind(e) < kind) {
                others.addAll(units);
                units.clear();
                kind = names.kind(e);
            }
            (names.kind(e) == kind ? units : others).add(unit);
        }
        if (units.isEmpty()) return null;
        units.sort(null);
        others.sort(null);
        return new Candidate(start, start + length, kind, units, others);
    }
}
