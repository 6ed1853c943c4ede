package org.cunjian.place;

import java.util.Arrays;
import java.util.List;

/** The villages of one province in flat columns, about 25 bytes a village, with a hash from stem to village. */
final class VillageTable {
    private static final List<String> KINDS = List.of("", "村", "社区", "居委会", "嘎查");

    private final int firstTownship;
    private final int[] townshipStarts;
    private final char[] numbers;
    private final byte[] kinds;
    private final int[] stemStarts;
    private final char[] stems;
    /** Heads of chains of villages whose stems hash alike, plus one; the rest of the chain in {@link #next}. */
    private final int[] heads;

    private final int[] next;

    VillageTable(GazetteerFile file, int firstTownship) {
        this.firstTownship = firstTownship;
        int townships = file.readInt();
        int villages = file.readInt();
        char[] counts = file.readChars(townships);
        townshipStarts = new int[townships + 1];
        for (int i = 0; i < townships; i++) townshipStarts[i + 1] = townshipStarts[i] + counts[i];
        numbers = file.readChars(villages);
        kinds = file.readBytes(villages);
        stemStarts = GazetteerFile.starts(file.readBytes(villages));
        stems = file.readLastChars(stemStarts[villages]);
        heads = new int[Integer.highestOneBit(Math.max(2, villages)) * 2];
        next = new int[villages];
        for (int v = villages - 1; v >= 0; v--) {
            int slot = slot(hash(v));
            next[v] = heads[slot];
            heads[slot] = v + 1;
        }
    }

    int townshipOf(int village) {
        int at = Arrays.binarySearch(townshipStarts, village);
        if (at < 0) at = -at - 2;
        // Townships without villages share a start with the one that has them.
        while (townshipStarts[at + 1] == village) at++;
        return firstTownship + at;
    }

    int start(int township) {
        return townshipStarts[township - firstTownship];
    }

    int end(int township) {
        return townshipStarts[township - firstTownship + 1];
    }

    int number(int village) {
        return numbers[village];
    }

    String name(int village) {
        int start = stemStarts[village];
        return new String(stems, start, stemStarts[village + 1] - start) + KINDS.get(kinds[village]);
    }

    /** The first village of which {@code stem} is the name without its kind, or -1; go on with {@link #after}. */
    int first(String stem) {
        return matching(heads[slot(stem.hashCode())] - 1, stem);
    }

    int after(int village, String stem) {
        return matching(next[village] - 1, stem);
    }

    /** Whether the name's last part is {@code kind} (村, 社区 …). */
    boolean isKind(int village, String kind) {
        return KINDS.get(kinds[village]).equals(kind);
    }

    private int matching(int village, String stem) {
        while (village >= 0 && !hasStem(village, stem)) village = next[village] - 1;
        return village;
    }

    private boolean hasStem(int village, String stem) {
        int start = stemStarts[village];
        if (stemStarts[village + 1] - start != stem.length()) return false;
        for (int i = 0; i < stem.length(); i++) if (stems[start + i] != stem.charAt(i)) return false;
        return true;
    }

    /** The same as {@link String#hashCode} of the stem. */
    private int hash(int village) {
        int hash = 0;
        for (int i = stemStarts[village]; i < stemStarts[village + 1]; i++) hash = 31 * hash + stems[i];
        return hash;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (heads.length - 1);
    }
}
