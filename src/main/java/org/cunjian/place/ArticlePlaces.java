package org.cunjian.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** The places of one article: mentions weighed, joined to chains, the main one chosen. */
final class ArticlePlaces {
    private static final int NONE = -1;
    /** A name in the headline counts as much as four in the body. */
    private static final double TITLE_WEIGHT = 4;
    /** A clause about a visit, an origin or a trade: 赴长丰县学习, 安徽人. */
    private static final double PASSING_WEIGHT = 0.2;
    /** Names at the beginning count twice; the bonus falls off with this many characters. */
    private static final double OPENING = 600;
    /** Among sister units the first must lead clearly, or the unit above them all is meant. */
    private static final double CLEAR_SHARE = 0.4;

    /** Two sister units of which the lesser has this share of the greater are about as much in the text. */
    private static final double SIMILAR = 0.7;
    /** Below this share of what the headline's own unit weighs, a village is an example of what the county does. */
    private static final double EXAMPLE = 0.6;
    /** A chain (浙江|桐乡市|越丰村) is one piece of evidence for its end; what leads to it adds little. */
    private static final double LEADING_SHARE = 0.2;

    private static final int SHORTEST_HEADLINE = 6;
    private static final int MOST_PLACES = 8;

    /** A unit, or what lies in one: a township that the gazetteer lacks, a village. */
    private record Node(
            int unit, @Nullable String town, @Nullable String village) {
        static Node of(int unit) {
            return new Node(unit, null, null);
        }

        boolean isUnit() {
            return town == null && village == null;
        }
    }

    private static final class Evidence {
        final List<Span> spans = new ArrayList<>();
        final int first;
        double weight;
        int count;

        Evidence(int first) {
            this.first = first;
        }
    }

    private final Gazetteer gazetteer;
    private final PlaceWords words = PlaceWords.shared();
    private final String text;
    private final int bodyStart;
    private final List<Mention> mentions;
    private final BitSet repeats;
    private final Map<Node, Evidence> evidence = new LinkedHashMap<>();
    /** Weight of each unit with all below it. */
    private final Map<Integer, Double> totals = new HashMap<>();
    /** Where each unit, or anything below it, is first named. */
    private final Map<Integer, Integer> firsts = new HashMap<>();

    ArticlePlaces(Gazetteer gazetteer, String title, String body) {
        this.gazetteer = gazetteer;
        // One by one: the body's Simplified form is remembered, and the other stages ask for it too.
        this.text = Simplifier.toSimplified(title) + "\n" + Simplifier.toSimplified(body);
        this.bodyStart = title.length() + 1;
        this.mentions = MentionSettler.settle(gazetteer, text, bodyStart);
        this.repeats = repeatsOfTitle();
    }

    /** Lines of the body that begin with the headline: captions and copies, which prove nothing new. */
    private BitSet repeatsOfTitle() {
        BitSet lines = new BitSet();
        String title = text.substring(0, bodyStart - 1).strip();
        if (title.length() < SHORTEST_HEADLINE) return lines;
        for (int at = text.indexOf(title, bodyStart); at >= 0; at = text.indexOf(title, at + title.length()))
            if (text.charAt(at - 1) == '\n') lines.set(at, at + title.length());
        return lines;
    }

    PlaceReading read() {
        if (mentions.isEmpty()) return new PlaceReading(List.of(), List.of());
        List<VillageFinder.Occurrence> villages = VillageFinder.find(gazetteer, text, mentions, regions());
        BitSet covered = new BitSet();
        for (VillageFinder.Occurrence v : villages) covered.set(v.start(), v.end());
        for (int i = 0; i < mentions.size(); i++) {
            int start = mentions.get(i).start();
            if (!covered.get(start) && !repeats.get(start)) addMention(i);
        }
        addVillages(villages);
        sumUp();
        Node main = mainNode();
        List<PlaceFinding> found = new ArrayList<>();
        found.add(finding(main));
        for (Node other : others(main)) found.add(finding(other));
        return new PlaceReading(found, conflicts(main));
    }

    private void addMention(int i) {
        Mention m = mentions.get(i);
        double share = 1;
        if (i + 1 < mentions.size()) {
            Mention next = mentions.get(i + 1);
            boolean leads = next.start() - m.end() <= 1 && (next.unit() != m.unit() || next.town() != null);
            if (leads && gazetteer.isUnder(next.unit(), m.unit())) share = LEADING_SHARE;
        }
        add(new Node(m.unit(), m.town(), null), m.start(), m.end(), share);
    }

    /** Counties, or cities without one, whose villages may be meant. */
    private List<Integer> regions() {
        Set<Integer> regions = new LinkedHashSet<>();
        for (Mention m : mentions) {
            int county = gazetteer.ancestor(m.unit(), Level.COUNTY);
            regions.add(county != NONE ? county : m.unit());
        }
        List<Integer> deepest = new ArrayList<>(regions);
        deepest.removeIf(u -> gazetteer.level(u) == Level.PROVINCE);
        deepest.sort(Comparator.comparingInt((Integer u) -> gazetteer.level(u).depth())
                .reversed()
                .thenComparingInt(u -> u));
        return deepest;
    }

    private void add(Node node, int start, int end, double share) {
        Evidence e = evidence.computeIfAbsent(node, n -> new Evidence(start));
        e.count++;
        e.weight += share * weight(start, end) / Math.sqrt(e.count);
        if (start >= bodyStart) e.spans.add(new Span(start - bodyStart, end - bodyStart));
    }

    private double weight(int start, int end) {
        if (start < bodyStart) return TITLE_WEIGHT;
        double opening = 1 + Math.exp(-(start - bodyStart) / OPENING);
        return isPassing(start, end) ? opening * PASSING_WEIGHT : opening;
    }

    private boolean isPassing(int start, int end) {
        if (text.startsWith("人", end) && !text.startsWith("人民", end)) return true;
        int from = start;
        while (from > Math.max(bodyStart, start - 30) && !isClauseEnd(text.charAt(from - 1))) from--;
        int to = end;
        while (to < Math.min(text.length(), end + 12) && !isClauseEnd(text.charAt(to))) to++;
        return words.isElsewhere(text.substring(from, to));
    }

    private static boolean isClauseEnd(char c) {
        return "。！？；，,;!?\n".indexOf(c) >= 0;
    }

    private void addVillages(List<VillageFinder.Occurrence> villages) {
        for (VillageFinder.Occurrence v : villages)
            if (v.parent() != NONE) homes.putIfAbsent(v.name(), new Node(home(v), v.town(), v.name()));
        Map<Integer, Integer> towns = onlyTowns();
        for (VillageFinder.Occurrence v : villages) {
            if (repeats.get(v.start())) continue;
            Node node = v.parent() != NONE ? new Node(home(v), v.town(), v.name()) : focus(v);
            if (node == null) continue;
            if (node.town() == null && towns.containsKey(node.unit()))
                node = new Node(towns.getOrDefault(node.unit(), NONE), null, v.name());
            add(node, v.start(), v.end(), 1);
        }
    }

    /** By county, and by city: the township that the text names in it, where it names only one. */
    private Map<Integer, Integer> onlyTowns() {
        Map<Integer, Integer> towns = new HashMap<>();
        for (Mention m : mentions)
            if (gazetteer.level(m.unit()) == Level.TOWNSHIP) {
                int parent = gazetteer.parent(m.unit());
                int known = towns.getOrDefault(parent, m.unit());
                towns.put(parent, known == m.unit() ? known : NONE);
            }
        towns.values().removeIf(t -> t == NONE);
        return towns;
    }

    /** Where a village without an upper level before it lies: as elsewhere in the text, or in what was named last. */
    private @Nullable Node focus(VillageFinder.Occurrence v) {
        Node known = homes.get(v.name());
        if (known != null) return known;
        int last = before(v.start());
        if (last < 0) return null;
        Mention m = mentions.get(last);
        int home = home(v.name(), m.unit());
        if (gazetteer.level(home) == Level.PROVINCE) return null;
        Node node = new Node(home, home == m.unit() ? m.town() : null, v.name());
        homes.put(v.name(), node);
        return node;
    }

    /** Where each village of that name lies. */
    private final Map<String, Node> homes = new HashMap<>();

    private int home(VillageFinder.Occurrence v) {
        return v.town() != null ? v.parent() : home(v.name(), v.parent());
    }

    private int before(int start) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /** The township of the only village of that name under {@code parent}, or {@code parent} itself. */
    private int home(String name, int parent) {
        if (gazetteer.level(parent) == Level.TOWNSHIP) return parent;
        int township = onlyTownship(name, parent);
        return township == NONE ? parent : township;
    }

    private int onlyTownship(String name, int region) {
        VillageTable table = gazetteer.villagesOf(region);
        if (table == null) return NONE;
        String kind = kind(name);
        String stem = name.substring(0, name.length() - kind.length());
        int found = NONE;
        for (int v = table.first(stem); v >= 0; v = table.after(v, stem)) {
            int township = table.townshipOf(v);
            if (!table.isKind(v, kind) || !gazetteer.isUnder(township, region)) continue;
            if (found != NONE) return NONE;
            found = township;
        }
        return found;
    }

    private static String kind(String village) {
        for (String kind : List.of("社区", "居委会", "嘎查")) if (village.endsWith(kind)) return kind;
        return "村";
    }

    private double total(int unit) {
        return totals.getOrDefault(unit, 0.0);
    }

    private void sumUp() {
        evidence.forEach((node, e) -> {
            for (int u = node.unit(); u >= 0; u = gazetteer.parent(u)) {
                totals.merge(u, e.weight, Double::sum);
                firsts.merge(u, e.first, Math::min);
            }
        });
    }

    private Node mainNode() {
        int unit = best(NONE);
        for (int below = best(unit); below != NONE; below = best(unit)) unit = below;
        Node village = bestVillage(unit);
        return village != null ? village : Node.of(unit);
    }

    /** The child of {@code parent} (any province for -1) that the text is about; -1 where none leads clearly. */
    private int best(int parent) {
        List<Integer> children = totals.keySet().stream()
                .filter(u -> gazetteer.parent(u) == parent)
                .sorted(Comparator.comparingDouble((Integer u) -> -total(u)).thenComparingInt(u -> u))
                .toList();
        if (children.isEmpty()) return NONE;
        if (parent == NONE) return children.get(0);
        double most = total(children.get(0));
        List<Integer> similar =
                children.stream().filter(u -> total(u) >= SIMILAR * most).toList();
        // Three towns alike are examples; of two stories the first is the main one.
        if (similar.size() > 2 && gazetteer.level(similar.get(0)) == Level.TOWNSHIP) return NONE;
        int chosen = Collections.min(similar, Comparator.comparingInt(u -> firsts.getOrDefault(u, 0)));
        double sum = children.stream().mapToDouble(this::total).sum();
        boolean leads = total(chosen) >= CLEAR_SHARE * sum && !isHeadline(parent, total(chosen));
        return leads ? chosen : NONE;
    }

    /** The village, or township that the gazetteer lacks, directly under {@code unit} that the text is about. */
    private @Nullable Node bestVillage(int unit) {
        Set<String> townsOfVillages = new HashSet<>();
        for (Node node : evidence.keySet())
            if (node.unit() == unit && node.town() != null && node.village() != null) townsOfVillages.add(node.town());
        Node best = null;
        double second = 0;
        double sum = 0;
        for (Map.Entry<Node, Evidence> e : evidence.entrySet()) {
            Node node = e.getKey();
            if (node.isUnit() || node.unit() != unit) continue;
            if (node.village() == null && townsOfVillages.contains(node.town())) continue;
            double weight = e.getValue().weight;
            sum += weight;
            if (best == null || weight > weight(best)) {
                second = best == null ? 0 : weight(best);
                best = node;
            } else second = Math.max(second, weight);
        }
        if (best == null || weight(best) < CLEAR_SHARE * sum || second > SIMILAR * weight(best)) return null;
        return isHeadline(unit, weight(best)) ? null : best;
    }

    /** Whether the headline names {@code unit} and what lies deeper is only an example. */
    private boolean isHeadline(int unit, double deeper) {
        Evidence e = evidence.get(Node.of(unit));
        return e != null && e.first < bodyStart && deeper < EXAMPLE * e.weight;
    }

    private double weight(Node node) {
        Evidence e = evidence.get(node);
        return e == null ? 0 : e.weight;
    }

    /** Nodes off the main chain with nothing deeper below them, in order of appearance. */
    private List<Node> others(Node main) {
        double least = Math.max(1.5, 0.1 * total(gazetteer.ancestor(main.unit(), Level.PROVINCE)));
        Set<Integer> inner = innerUnits();
        List<Node> found = new ArrayList<>();
        for (Map.Entry<Node, Evidence> e : evidence.entrySet()) {
            Node node = e.getKey();
            boolean isInner = !node.isUnit();
            if (node.equals(main) || contains(node, main) || e.getValue().spans.isEmpty()) continue;
            if (!isInner && (contains(main, node) || inner.contains(node.unit()))) continue;
            if ((isInner ? e.getValue().weight : total(node.unit())) >= least) found.add(node);
        }
        found.sort(Comparator.comparingInt(n -> {
            Evidence e = evidence.get(n);
            return e == null ? 0 : e.first;
        }));
        return found.size() > MOST_PLACES - 1 ? found.subList(0, MOST_PLACES - 1) : found;
    }

    /** Units below which the text names something deeper. */
    private Set<Integer> innerUnits() {
        Set<Integer> inner = new HashSet<>();
        for (Node node : evidence.keySet()) {
            int unit = node.isUnit() ? gazetteer.parent(node.unit()) : node.unit();
            for (; unit >= 0; unit = gazetteer.parent(unit)) inner.add(unit);
        }
        return inner;
    }

    private boolean contains(Node outer, Node inner) {
        if (outer.village() != null || outer.equals(inner)) return false;
        if (outer.town() != null)
            return outer.unit() == inner.unit() && outer.town().equals(inner.town());
        return gazetteer.isUnder(inner.unit(), outer.unit());
    }

    private PlaceFinding finding(Node node) {
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<Node, Evidence> e : evidence.entrySet()) {
            Node n = e.getKey();
            if (n.equals(node) || contains(n, node)) spans.addAll(e.getValue().spans);
        }
        Collections.sort(spans);
        return new PlaceFinding(place(node), spans);
    }

    private Place place(Node node) {
        int unit = node.unit();
        String village = node.village();
        String code = gazetteer.code(unit);
        if (village != null && gazetteer.level(unit) == Level.TOWNSHIP) {
            VillageTable table = gazetteer.villagesOf(unit);
            for (int v = table == null ? 0 : table.start(unit); table != null && v < table.end(unit); v++)
                if (table.name(v).equals(village)) code = gazetteer.villageCode(unit, table.number(v));
        }
        Place place = gazetteer.place(unit, village, code);
        return node.town() == null
                ? place
                : new Place(place.province(), place.city(), place.county(), node.town(), village, code);
    }

    /** A county or city that only the headline names, while the body is about another one. */
    private List<PlaceReading.Conflict> conflicts(Node main) {
        Set<PlaceReading.Conflict> found = new LinkedHashSet<>();
        for (Mention m : mentions) {
            if (m.start() >= bodyStart) break;
            Level level = gazetteer.level(m.unit());
            if (level == Level.PROVINCE || level == Level.TOWNSHIP) continue;
            int same = gazetteer.ancestor(main.unit(), level);
            if (same == NONE || same == m.unit() || gazetteer.isUnder(same, m.unit()) || isInBody(m.unit())) continue;
            String headline = gazetteer.place(m.unit(), null, null).chain();
            found.add(new PlaceReading.Conflict(headline, place(main).chain()));
        }
        return List.copyOf(found);
    }

    private boolean isInBody(int unit) {
        for (Map.Entry<Node, Evidence> e : evidence.entrySet())
            if (!e.getValue().spans.isEmpty() && gazetteer.isUnder(e.getKey().unit(), unit)) return true;
        return false;
    }
}
