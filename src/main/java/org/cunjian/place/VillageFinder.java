package org.cunjian.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds villages and communities by their last characters (村, 社区, 嘎查, 居委会), whether the gazetteer knows them or not. The
 * left end of a name is where an upper level ends (五一街道|建设村), where the gazetteer says so, where punctuation stands, or
 * what stays the same where the text repeats the name.
 */
final class VillageFinder {
    private static final int LONGEST_STEM = 6;

    /** 村 before one of these is the first half of a word: 村民, 村干部, 村规民约. */
    private static final String GOES_ON = "民庄里镇落干级官规容貌情务史域屯企医校居口寨头晚超";

    /**
     * A village's name at one place of the text. {@code parent}: the unit right before it, or -1; {@code town}: the township
     * right before it that the gazetteer lacks.
     */
    record Occurrence(
            int start,
            int end,
            String name,
            int parent,
            @Nullable String town) {}

    /**
     * {@code limit}: where a name begins at the earliest; {@code open}: the same for one that the gazetteer knows; {@code
     * clear}: where the words before names end.
     */
    private record Site(
            int stemEnd,
            int open,
            int limit,
            int clear,
            String kind,
            int parent,
            @Nullable String town) {}

    private final Gazetteer gazetteer;
    private final PlaceWords words = PlaceWords.shared();
    private final String text;
    /** The same as {@link #text}, for the loop over all of it. */
    private final char[] chars;

    private final List<Mention> mentions;
    private final List<Site> sites = new ArrayList<>();
    /** How often each tail of the characters before a kind occurs. */
    private final Map<String, Integer> tails = new HashMap<>();

    /** Names that begin right after punctuation or a function word at least once. */
    private final Set<String> led = new HashSet<>();
    /** What the text counts: 35个成员村. */
    private final Set<String> counted = new HashSet<>();
    /** Names that an upper level or the gazetteer vouches for. */
    private final Set<String> strong = new HashSet<>();

    private VillageFinder(Gazetteer gazetteer, String text, List<Mention> mentions) {
        this.gazetteer = gazetteer;
        this.text = text;
        this.chars = text.toCharArray();
        this.mentions = mentions;
    }

    /** In order of start; {@code regions} are the units whose villages the gazetteer is asked for. */
    static List<Occurrence> find(Gazetteer gazetteer, String text, List<Mention> mentions, List<Integer> regions) {
        VillageFinder finder = new VillageFinder(gazetteer, text, mentions);
        finder.collectSites();
        return finder.name(regions);
    }

    private void collectSites() {
        int next = 0;
        int limit = 0;
        int boundary = -1;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (!isNameCharacter(c)) {
                limit = i + 1;
                continue;
            }
            String kind = kindAt(i);
            if (kind == null) continue;
            while (next < mentions.size() && mentions.get(next).end() <= i) boundary = next++;
            int before = boundary >= 0 ? mentions.get(boundary).end() : 0;
            boolean afterMention = boundary >= 0 && before >= limit;
            int from = Math.max(Math.max(limit, before), i - LONGEST_STEM - 2);
            boolean reaches = afterMention && from == before;
            if (next < mentions.size() && mentions.get(next).start() < i + kind.length()) reaches = false;
            // 西陵|峡村: a short name may be the beginning of a village's.
            Mention last = reaches ? mentions.get(boundary) : null;
            int open = last != null && last.kind() == NameTable.BARE && i - last.start() <= LONGEST_STEM
                    ? last.start()
                    : from;
            addSite(from, open, i, kind, last);
            limit = i + kind.length();
            i = limit - 1;
        }
    }

    private void addSite(int from, int open, int stemEnd, String kind, @Nullable Mention before) {
        int parent = before == null ? -1 : before.unit();
        int start = from;
        if (parent >= 0 && start < stemEnd && "的之".indexOf(text.charAt(start)) >= 0) start++;
        int limit = start;
        for (int i = stemEnd - 1; i >= start; i--)
            if (words.isStop(text.charAt(i))) {
                limit = i + 1;
                break;
            }
        if (limit > 0 && isCounting(limit)) {
            // 35个成员村: what is counted is no name, nor where it stands uncounted.
            for (int length = 2; length <= stemEnd - limit; length++)
                counted.add(text.substring(stemEnd - length, stemEnd) + kind);
        }
        if (limit >= stemEnd) return;
        int clear = words.skipWords(text, limit, stemEnd);
        boolean adjacent = parent >= 0 && limit == start && stemEnd - start <= LONGEST_STEM;
        sites.add(new Site(
                stemEnd,
                limit == from ? open : limit,
                limit,
                clear,
                kind,
                adjacent ? parent : -1,
                before == null || !adjacent ? null : before.town()));
        if (stemEnd - clear <= LONGEST_STEM) led.add(text.substring(clear, stemEnd) + kind);
        for (int length = 1; length <= Math.min(LONGEST_STEM, stemEnd - clear); length++)
            tails.merge(text.substring(stemEnd - length, stemEnd) + kind, 1, Integer::sum);
    }

    private List<Occurrence> name(List<Integer> regions) {
        @Nullable String[] stems = new @Nullable String[sites.size()];
        for (int i = 0; i < stems.length; i++) {
            Site site = sites.get(i);
            String stem = known(site, regions);
            if (site.parent >= 0
                    && site.clear == site.limit
                    && (stem == null || site.limit + stem.length() < site.stemEnd)) {
                String whole = text.substring(site.limit, site.stemEnd);
                if (isName(whole, site.kind, true)) stem = whole;
            }
            if (stem == null) continue;
            stems[i] = stem;
            strong.add(stem + site.kind);
        }
        List<Occurrence> found = new ArrayList<>();
        for (int i = 0; i < stems.length; i++) {
            Site site = sites.get(i);
            String stem = stems[i];
            if (stem == null) stem = strongTail(site);
            if (stem == null) {
                stem = repeatedOrBounded(site);
                if (stem == null || !isName(stem, site.kind, false)) continue;
            }
            int start = site.stemEnd - stem.length();
            boolean adjacent = start == site.limit;
            found.add(new Occurrence(
                    start,
                    site.stemEnd + site.kind.length(),
                    stem + site.kind,
                    adjacent ? site.parent : -1,
                    adjacent ? site.town : null));
        }
        return found;
    }

    /** The longest tail of two characters and more that is a village of one of the regions. */
    private @Nullable String known(Site site, List<Integer> regions) {
        for (int length = Math.min(LONGEST_STEM, site.stemEnd - site.open); length >= 2; length--) {
            String stem = text.substring(site.stemEnd - length, site.stemEnd);
            if (words.isGeneric(stem, site.kind)) continue;
            boolean doubtful = words.isDoubtful(stem, site.kind);
            for (int region : regions) {
                if (doubtful && gazetteer.level(region) == Level.CITY) continue;
                if (isVillage(stem, site.kind, region)) return stem;
            }
        }
        return null;
    }

    private boolean isVillage(String stem, String kind, int region) {
        VillageTable table = gazetteer.villagesOf(region);
        if (table == null) return false;
        for (int v = table.first(stem); v >= 0; v = table.after(v, stem))
            if (table.isKind(v, kind) && gazetteer.isUnder(table.townshipOf(v), region)) return true;
        return false;
    }

    private @Nullable String strongTail(Site site) {
        for (int length = Math.min(LONGEST_STEM, site.stemEnd - site.limit); length >= 1; length--) {
            String stem = text.substring(site.stemEnd - length, site.stemEnd);
            if (strong.contains(stem + site.kind)) return stem;
        }
        return null;
    }

    private boolean isCounting(int limit) {
        return text.charAt(limit - 1) == '个' || Character.isDigit(text.charAt(limit - 1));
    }

    private @Nullable String repeatedOrBounded(Site site) {
        int most = Math.min(LONGEST_STEM, site.stemEnd - site.clear);
        if (most < 2) return null;
        int base = count(site, 2);
        if (base >= 2) {
            int length = 2;
            while (length < most && count(site, length + 1) >= 2 && count(site, length + 1) * 5 >= base * 3) length++;
            String stem = text.substring(site.stemEnd - length, site.stemEnd);
            return led.contains(stem + site.kind) && !counted.contains(stem + site.kind) ? stem : null;
        }
        // Named once: only where the words before it leave no doubt.
        boolean isLed = site.clear > 0 && "在到从".indexOf(text.charAt(site.clear - 1)) >= 0;
        return isLed && most <= 4 ? text.substring(site.clear, site.stemEnd) : null;
    }

    private int count(Site site, int length) {
        return tails.getOrDefault(text.substring(site.stemEnd - length, site.stemEnd) + site.kind, 0);
    }

    /** @param vouched an upper level stands right before the name */
    private boolean isName(String stem, String kind, boolean vouched) {
        if (stem.indexOf('某') >= 0 || words.isGeneric(stem, kind) || stem.endsWith("农")) return false;
        if (!vouched && (stem.length() == 1 || words.isDoubtful(stem, kind) || stem.endsWith("乡"))) return false;
        for (int length = 2; length < stem.length(); length++)
            if (words.isGeneric(stem.substring(stem.length() - length), kind)) return false;
        return true;
    }

    private @Nullable String kindAt(int i) {
        String kind = switch (chars[i]) {
            case '村' -> "村";
            case '社' -> "社区";
            case '居' -> "居委会";
            case '嘎' -> "嘎查";
            default -> null;
        };
        if (kind == null || !text.startsWith(kind, i)) return null;
        int end = i + kind.length();
        char next = end < text.length() ? text.charAt(end) : '\n';
        boolean goesOn = kind.equals("村") && GOES_ON.indexOf(next) >= 0;
        return goesOn ? null : kind;
    }

    private static boolean isNameCharacter(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
