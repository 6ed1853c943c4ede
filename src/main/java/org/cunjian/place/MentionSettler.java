package org.cunjian.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.place.NameScanner.Candidate;

/**
 * Decides which names in a text are places, and which unit each one means: by what stands right before it (浙江|诸暨), by the
 * upper levels that the text names elsewhere, and by how much the name can be trusted alone.
 */
final class MentionSettler {
    private static final int NONE = -1;
    /** What may stand between two levels of one chain: 上海的松江. */
    private static final int LONGEST_GAP = 1;

    private static final int LONGEST_TOWN_STEM = 4;

    private final Gazetteer gazetteer;
    private final PlaceWords words = PlaceWords.shared();
    private final String text;
    private final int bodyStart;
    private final List<Candidate> candidates;
    /** Units by candidate; -1 where undecided. */
    private final int[] settled;
    /** Units that the text names for sure, and all they lie in. */
    private final Set<Integer> certain = new HashSet<>();
    /** Short names that turned out to be parts of local ones. */
    private final Set<String> local = new HashSet<>();
    /** Where candidates begin, and where settled ones end. */
    private final BitSet starts = new BitSet();

    private final BitSet settledEnds = new BitSet();

    private MentionSettler(Gazetteer gazetteer, String text, int bodyStart) {
        this.gazetteer = gazetteer;
        this.text = text;
        this.bodyStart = bodyStart;
        this.candidates = NameScanner.scan(gazetteer, text);
        this.settled = new int[candidates.size()];
        Arrays.fill(settled, NONE);
        for (Candidate c : candidates) starts.set(c.start());
    }

    /** Mentions of provinces to townships in {@code text}, in order, not overlapping. The body begins at {@code bodyStart}. */
    static List<Mention> settle(Gazetteer gazetteer, String text, int bodyStart) {
        return new MentionSettler(gazetteer, text, bodyStart).settle();
    }

    private List<Mention> settle() {
        // Each round may use what the ones before made certain: a full name, then a chain, then what lies in it.
        for (int i = 0; i < settled.length; i++) if (!isBare(candidates.get(i))) settleAlone(i);
        for (int i = 0; i < settled.length; i++) noteLocalName(i);
        for (int i = 0; i < settled.length; i++) if (isBare(candidates.get(i))) settleAlone(i);
        for (int round = 0; round < 2; round++)
            for (int i = 0; i < settled.length; i++) if (settled[i] == NONE) settleInContext(i);
        for (int i = 0; i < settled.length; i++) if (settled[i] == NONE) settleTownshipAlone(i);
        for (int i = 0; i < settled.length; i++) if (settled[i] == NONE) settleEstablished(i);
        if (settledEnds.isEmpty()) for (int i = 0; i < settled.length; i++) settleByVillage(i);
        return withoutOverlaps();
    }

    /** 正定|塔元庄: in a text that names nothing else, a county's short name right before one of its villages. */
    private void settleByVillage(int i) {
        Candidate c = candidates.get(i);
        if (!isBare(c) || !isLeftBounded(c.start())) return;
        for (int unit : c.units()) {
            VillageTable table = gazetteer.level(unit) == Level.COUNTY ? gazetteer.villagesOf(unit) : null;
            if (table == null) continue;
            for (int end = c.end() + 2; end <= Math.min(text.length(), c.end() + 5); end++) {
                String stem = text.substring(c.end(), end);
                if (words.isDoubtful(stem, "村") || words.isGeneric(stem, "村")) continue;
                for (int v = table.first(stem); v >= 0; v = table.after(v, stem))
                    if (gazetteer.isUnder(table.townshipOf(v), unit)) {
                        settle(i, unit);
                        return;
                    }
            }
        }
    }

    private static boolean isBare(Candidate c) {
        return c.kind() == NameTable.BARE;
    }

    /** 徐汇区|乐山六七村: after a county a short name from elsewhere is the beginning of a local one, here and later. */
    private void noteLocalName(int i) {
        Candidate c = candidates.get(i);
        if (!isBare(c)) return;
        int before = adjacentBefore(i);
        if (before == NONE || gazetteer.level(before).isAbove(Level.COUNTY)) return;
        if (oneUnder(c, before) == NONE) local.add(name(c));
    }

    /** Provinces and cities, and full names that only one unit bears. */
    private void settleAlone(int i) {
        Candidate c = candidates.get(i);
        if (isTownship(c) || isBroken(c) || isLocal(c)) return;
        int unit = c.units().get(0);
        Level level = gazetteer.level(unit);
        boolean trusted = switch (c.kind()) {
            case NameTable.FULL -> c.units().size() == 1 && c.end() - c.start() > 2 && !words.isEverydayFull(name(c));
            case NameTable.BARE ->
                level == Level.PROVINCE
                        || (level == Level.CITY && !words.isEveryday(name(c)))
                        || (c.units().size() == 1 && c.end() - c.start() > 2 && !words.isEveryday(name(c)));
            default -> level == Level.CITY;
        };
        if (!trusted) return;
        // 吉林 and 朝阳 also name what lies deeper; a province right before decides, see settleInContext.
        if (isBare(c) && adjacentBefore(i) != NONE) return;
        if (isBare(c) && level != Level.PROVINCE && !isLeftBounded(c.start())) return;
        settle(i, unit);
    }

    private void settleInContext(int i) {
        Candidate c = candidates.get(i);
        if (isBroken(c) || isLocal(c)) return;
        int before = adjacentBefore(i);
        if (before != NONE && isBounded(c)) {
            int unit = oneUnder(c, before);
            if (unit != NONE) {
                settle(i, unit);
                return;
            }
        }
        if (isTownship(c)) {
            settleTownship(i, c);
            return;
        }
        if (isBare(c) && (words.isEveryday(name(c)) || !isLeftBounded(c.start()))) return;
        int unit = oneInCertain(c);
        if (unit != NONE) settle(i, unit);
        else if (isBare(c) && gazetteer.level(c.units().get(0)) == Level.CITY)
            settle(i, c.units().get(0));
    }

    /** A township needs a county or city that the text names. */
    private void settleTownship(int i, Candidate c) {
        if (!isLeftBounded(c.start())) return;
        int found = oneIn(c.units(), Level.COUNTY);
        if (found == NONE) found = oneIn(c.others(), Level.COUNTY);
        if (found == NONE && c.kind() == NameTable.FULL) found = oneIn(c.units(), Level.CITY);
        if (found != NONE) settle(i, found);
    }

    /** The only one of {@code units} that lies in a unit of that level that the text names; -1 for none or several. */
    private int oneIn(List<Integer> units, Level level) {
        int found = NONE;
        for (int unit : units) {
            int above = level == Level.COUNTY ? gazetteer.parent(unit) : gazetteer.ancestor(unit, level);
            if (!certain.contains(above)) continue;
            if (found != NONE) return NONE;
            found = unit;
        }
        return found;
    }

    /** A township whose full name is the only one in China, or in the provinces named, proves its county. */
    private void settleTownshipAlone(int i) {
        Candidate c = candidates.get(i);
        if (!isTownship(c) || c.kind() != NameTable.FULL || isBroken(c) || !isLeftBounded(c.start())) return;
        if (c.end() - c.start() < 3 || name(c).endsWith("区") || name(c).endsWith("场")) return;
        int found = NONE;
        for (int unit : c.units()) {
            if (c.units().size() > 1 && !certain.contains(gazetteer.ancestor(unit, Level.PROVINCE))) continue;
            if (found != NONE) return;
            found = unit;
        }
        if (found != NONE) settle(i, found);
    }

    /** A short name that the text has used for a unit once means it again. */
    private void settleEstablished(int i) {
        Candidate c = candidates.get(i);
        if (isBroken(c) || isLocal(c) || !isBounded(c)) return;
        int found = NONE;
        for (int unit : c.units()) {
            if (!certain.contains(unit)) continue;
            if (found == NONE) found = unit;
        }
        if (found != NONE) settle(i, found);
    }

    private void settle(int i, int unit) {
        settled[i] = unit;
        settledEnds.set(candidates.get(i).end());
        for (int u = unit; u >= 0; u = gazetteer.parent(u)) certain.add(u);
    }

    /** The unit settled on for the name that ends where candidate {@code i} begins. */
    private int adjacentBefore(int i) {
        int start = candidates.get(i).start();
        for (int j = i - 1; j >= 0 && j >= i - 3; j--) {
            if (settled[j] == NONE || candidates.get(j).end() > start) continue;
            return isGap(candidates.get(j).end(), start) ? settled[j] : NONE;
        }
        return NONE;
    }

    private boolean isGap(int from, int to) {
        if (from == to) return true;
        if (to - from > LONGEST_GAP) return false;
        char c = text.charAt(from);
        return c == '的' || c == ' ' || c == '·' || c == '之' || c == '\u3000';
    }

    /** The unit of the highest level under {@code ancestor} that the candidate may mean; -1 for none or several. */
    private int oneUnder(Candidate c, int ancestor) {
        int found = oneUnder(c.units(), ancestor);
        return found != NONE ? found : oneUnder(c.others(), ancestor);
    }

    private int oneUnder(List<Integer> units, int ancestor) {
        int found = NONE;
        for (int unit : units) {
            if (unit == ancestor || !gazetteer.isUnder(unit, ancestor)) continue;
            if (found == NONE) found = unit;
            else if (gazetteer.level(found) == gazetteer.level(unit)) return NONE;
        }
        return found;
    }

    private int oneInCertain(Candidate c) {
        int found = NONE;
        int depth = -1;
        boolean tie = false;
        for (int unit : c.units()) {
            int support = supportDepth(unit);
            if (support < 0 || support < depth) continue;
            if (support > depth) {
                found = unit;
                depth = support;
                tie = false;
            } else if (gazetteer.level(found) == gazetteer.level(unit)) tie = true;
        }
        return tie ? NONE : found;
    }

    /** How near the nearest certain unit around {@code unit} is; -1 for none. */
    private int supportDepth(int unit) {
        if (certain.contains(unit)) return 9;
        for (int u = gazetteer.parent(unit); u >= 0; u = gazetteer.parent(u))
            if (certain.contains(u)) return gazetteer.level(u).depth();
        return -1;
    }

    private boolean isLocal(Candidate c) {
        return isBare(c) && local.contains(name(c));
    }

    private String name(Candidate c) {
        return text.substring(c.start(), c.end());
    }

    private boolean isTownship(Candidate c) {
        return gazetteer.level(c.units().get(0)) == Level.TOWNSHIP;
    }

    /** The name is cut out of longer words: 发展乡|村, 文|明村镇 has its own rule. */
    private boolean isBroken(Candidate c) {
        if (isBare(c) && words.continues(text, c.end())) return true;
        if (c.end() >= text.length()) return false;
        char last = text.charAt(c.end() - 1);
        char next = text.charAt(c.end());
        return switch (last) {
            case '乡' -> "村镇土亲愁贤情音风间里约友邻野".indexOf(next) >= 0;
            case '镇' -> "静定".indexOf(next) >= 0;
            case '区' -> "域划块位别间分".indexOf(next) >= 0;
            case '市' -> "场值容面井".indexOf(next) >= 0;
            case '县' -> "域".indexOf(next) >= 0;
            case '街' -> "道巷坊头区".indexOf(next) >= 0;
            default -> false;
        };
    }

    /** An everyday word counts as a place only where the text stops after it. */
    private boolean isBounded(Candidate c) {
        if (!isBare(c) || !words.isEveryday(name(c))) return true;
        if (c.end() >= text.length()) return true;
        char next = text.charAt(c.end());
        return !isHan(next) || next == '的' || next == '县' || next == '市' || starts.get(c.end());
    }

    /** Whether a name may begin at {@code start}: after punctuation, a function word or another name. */
    private boolean isLeftBounded(int start) {
        if (start == 0 || start == bodyStart) return true;
        char before = text.charAt(start - 1);
        return !isHan(before)
                || words.isStop(before)
                || "省市县区州盟旗乡镇到进自日月年来全".indexOf(before) >= 0
                || settledEnds.get(start);
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private List<Mention> withoutOverlaps() {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < settled.length; i++) {
            if (settled[i] == NONE) continue;
            Candidate c = candidates.get(i);
            int last = mentions.size() - 1;
            if (last >= 0 && c.start() < mentions.get(last).end()) {
                // A township's longer name wins over the short name it continues; otherwise the first one stays.
                if (c.start() > mentions.get(last).start()
                        || c.end() <= mentions.get(last).end()) continue;
                mentions.remove(last);
            }
            mentions.add(new Mention(c.start(), c.end(), settled[i], c.kind(), null));
        }
        return withUnknownTowns(mentions);
    }

    /** 石鼓区|某镇: right after a county a township is one even if the gazetteer, younger or older than the text, lacks it. */
    private List<Mention> withUnknownTowns(List<Mention> known) {
        List<Mention> mentions = new ArrayList<>(known.size());
        for (int i = 0; i < known.size(); i++) {
            Mention m = known.get(i);
            mentions.add(m);
            if (gazetteer.level(m.unit()) != Level.COUNTY) continue;
            int limit = i + 1 < known.size() ? known.get(i + 1).start() : text.length();
            int start = text.startsWith("的", m.end()) ? m.end() + 1 : m.end();
            int end = unknownTownEnd(start, limit);
            if (end > 0) mentions.add(new Mention(start, end, m.unit(), NameTable.VARIANT, text.substring(start, end)));
        }
        return mentions;
    }

    private int unknownTownEnd(int start, int limit) {
        for (int i = start; i < Math.min(limit, start + LONGEST_TOWN_STEM + 1); i++) {
            char c = text.charAt(i);
            if (!isHan(c) || words.isStop(c)) return 0;
            boolean isTown = c == '镇' || c == '乡' || text.startsWith("街道", i);
            if (!isTown) continue;
            int end = c == '街' ? i + 2 : i + 1;
            Candidate town = new Candidate(start, end, NameTable.FULL, List.of(0), List.of());
            boolean isName = i - start >= 2
                    && end <= limit
                    && !isBroken(town)
                    && words.skipWords(text, start, i) == start
                    && !words.isGeneric(text.substring(start, i), "村");
            return isName ? end : 0;
        }
        return 0;
    }
}
