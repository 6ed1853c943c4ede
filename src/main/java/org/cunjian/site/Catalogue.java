package org.cunjian.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.config.Theme;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.knowledge.Related;
import org.cunjian.place.Place;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Script;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base arranged as pages need it: by theme, by year, by chain of place; names of things for people; the cards
 * that many lists share, each made once. Thread-safe.
 */
final class Catalogue {
    static final String UNDATED = "undated";
    private static final int CARD_PRACTICES = 4;

    final KnowledgeBase kb;
    final Quotes quotes;
    final PageInputs inputs;

    /** Theme id to cases, in the order of the configuration; themes without a case are left out. */
    final Map<String, List<ArticleId>> casesByTheme;

    /** {@code yyyy} to cases, latest year first, {@link #UNDATED} last. */
    final Map<String, List<ArticleId>> casesByYear;

    private final Map<String, Theme> themes = new HashMap<>();
    private final Map<String, PlaceNode> placeByChain = new HashMap<>();
    private final Map<ArticleId, View.CaseCard> cards = new ConcurrentHashMap<>();
    private final Map<PracticeId, View.PracticeCard> practiceCards = new ConcurrentHashMap<>();
    private final Map<ArticleId, Optional<PlaceNode>> counties = new ConcurrentHashMap<>();

    Catalogue(KnowledgeBase kb) {
        this.kb = kb;
        this.quotes = new Quotes(kb);
        this.inputs = new PageInputs(this);
        for (Theme theme : kb.config().themes()) themes.put(theme.id(), theme);
        for (PlaceNode node : kb.places().values()) placeByChain.put(node.chain(), node);
        this.casesByTheme = byTheme(kb);
        this.casesByYear = byYear(kb);
    }

    private static Map<String, List<ArticleId>> byTheme(KnowledgeBase kb) {
        Map<String, List<ArticleId>> byTheme = new LinkedHashMap<>();
        for (Theme theme : kb.config().themes()) byTheme.put(theme.id(), new ArrayList<>());
        for (Case c : kb.originals())
            for (String theme : c.themes()) {
                List<ArticleId> cases = byTheme.get(theme);
                if (cases != null) cases.add(c.id());
            }
        byTheme.values().removeIf(List::isEmpty);
        return byTheme;
    }

    private static Map<String, List<ArticleId>> byYear(KnowledgeBase kb) {
        Map<String, List<ArticleId>> byYear = new TreeMap<>(Collections.reverseOrder());
        for (Case c : kb.originals())
            byYear.computeIfAbsent(year(c), y -> new ArrayList<>()).add(c.id());
        Map<String, List<ArticleId>> undatedLast = new LinkedHashMap<>(byYear);
        List<ArticleId> undated = undatedLast.remove(UNDATED);
        if (undated != null) undatedLast.put(UNDATED, undated);
        return undatedLast;
    }

    static String year(Case c) {
        var date = c.article().metadata().date();
        return date == null ? UNDATED : String.format(java.util.Locale.ROOT, "%04d", date.getYear());
    }

    static String yearName(String year) {
        return year.equals(UNDATED) ? "日期不详" : year + "年";
    }

    // Cases

    Case caseOf(ArticleId id) {
        return kb.findCase(id).orElseThrow(() -> new IllegalArgumentException("no case " + id));
    }

    static String casePath(ArticleId id) {
        return "cases/" + id + "/index.html";
    }

    static String lang(Script script) {
        return switch (script) {
            case HANS -> "zh-Hans";
            case HANT -> "zh-Hant";
            case MIXED -> "zh";
        };
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    View.CaseCard card(ArticleId id) {
        return cards.computeIfAbsent(id, this::makeCard);
    }

    List<View.CaseCard> cards(Collection<ArticleId> ids) {
        return ids.stream().map(this::card).toList();
    }

    private View.CaseCard makeCard(ArticleId id) {
        Case c = caseOf(id);
        List<View.Link> practices = new ArrayList<>();
        for (PracticeId practice : kb.practicesOf(id)) {
            if (practices.size() == CARD_PRACTICES) break;
            kb.findPractice(practice)
                    .map(Catalogue::link)
                    .filter(l -> !practices.contains(l))
                    .ifPresent(practices::add);
        }
        var metadata = c.article().metadata();
        return new View.CaseCard(
                metadata.title(),
                casePath(id),
                lang(c.script()),
                text(metadata.date()),
                text(metadata.source()),
                placeLabel(c),
                practices,
                quotes.lead(c));
    }

    // Practices

    static View.Link link(Practice practice) {
        return new View.Link(practice.name(), practicePath(practice.id()));
    }

    static String practicePath(PracticeId id) {
        return "practices/" + id + "/index.html";
    }

    View.PracticeCard card(Practice practice) {
        return practiceCards.computeIfAbsent(
                practice.id(),
                id -> new View.PracticeCard(
                        practice.name(),
                        practicePath(id),
                        kindName(practice.kind()),
                        occurrences(practice).size(),
                        practice.components(),
                        practice.status() == PracticeStatus.CANDIDATE));
    }

    /** One occurrence for each case, also where a case shows the practice under two of its names. */
    static List<Practice.Occurrence> occurrences(Practice practice) {
        Map<ArticleId, Practice.Occurrence> byCase = new LinkedHashMap<>();
        for (Practice.Occurrence occurrence : practice.occurrences())
            byCase.merge(
                    occurrence.article(),
                    occurrence,
                    (a, b) -> new Practice.Occurrence(a.article(), joined(a.finding(), b.finding())));
        return List.copyOf(byCase.values());
    }

    private static PracticeFinding joined(PracticeFinding a, PracticeFinding b) {
        List<Mention> mentions = new ArrayList<>(a.mentions());
        mentions.addAll(b.mentions());
        mentions.sort(Comparator.comparing(Mention::span));
        boolean isFirstLonger = a.components().size() >= b.components().size();
        return new PracticeFinding(
                a.name(),
                a.aliases(),
                a.kind(),
                a.status(),
                a.confidence(),
                isFirstLonger ? a.components() : b.components(),
                a.declaredCount(),
                mentions,
                a.reasons());
    }

    static String kindName(PracticeKind kind) {
        return switch (kind) {
            case FORMULA -> "公式";
            case N_SYSTEM -> "数字组合";
            case MECHANISM -> "机制";
            case PLATFORM -> "平台";
            case CAMPAIGN -> "行动";
            case ORGANISATION -> "组织";
            case SERVICE -> "服务";
            case OTHER -> "其他";
        };
    }

    /** A practice of a case beside what the case says of it. */
    record Shown(PracticeFinding finding, Practice practice) {}

    /** The published practices of a case. */
    List<Shown> shown(Case c) {
        boolean showsCandidates = kb.config().publishing().showsCandidates();
        List<Shown> shown = new ArrayList<>();
        for (PracticeFinding finding : c.practices())
            if (showsCandidates || finding.status() == PracticeStatus.CONFIRMED)
                kb.findPractice(kb.idOf(finding.name())).ifPresent(practice -> shown.add(new Shown(finding, practice)));
        return shown;
    }

    /** What to say where a name declares more parts than are listed; empty where nothing is amiss. */
    static String shortfall(@Nullable Integer declared, int listed) {
        if (declared == null || listed >= declared) return "";
        return listed == 0 ? "原文没有逐项列出名称所说的 " + declared + " 项" : "原文列出 " + declared + " 项中的 " + listed + " 项";
    }

    // Themes and years

    String themeName(String id) {
        Theme theme = themes.get(id);
        return theme == null ? id : theme.name();
    }

    static String themePath(String id) {
        return "themes/" + id + "/index.html";
    }

    static String yearPath(String year) {
        return "years/" + year + "/index.html";
    }

    List<View.Link> themeLinks(List<String> ids) {
        return ids.stream()
                .filter(casesByTheme::containsKey)
                .map(id -> new View.Link(themeName(id), themePath(id)))
                .toList();
    }

    /** Why a case stands beside another. */
    String why(Related related) {
        List<String> why = new ArrayList<>();
        List<String> names = related.practices().stream()
                .flatMap(id -> kb.findPractice(id).stream())
                .map(Practice::name)
                .toList();
        if (!names.isEmpty()) why.add("共有做法：" + String.join("、", names));
        if (related.isAlike()) why.add("内容相近");
        if (why.isEmpty())
            why.add("同一主题："
                    + String.join(
                            "、", related.themes().stream().map(this::themeName).toList()));
        return String.join("；", why);
    }

    List<View.Count> themeCounts() {
        List<View.Count> counts = new ArrayList<>();
        casesByTheme.forEach((id, cases) -> counts.add(new View.Count(themeName(id), themePath(id), cases.size())));
        return counts;
    }

    List<View.Count> yearCounts() {
        List<View.Count> counts = new ArrayList<>();
        casesByYear.forEach((year, cases) -> counts.add(new View.Count(yearName(year), yearPath(year), cases.size())));
        return counts;
    }

    // Places

    static String placePath(PlaceNode node) {
        return "places/" + node.code() + "/index.html";
    }

    static View.Count count(PlaceNode node) {
        return new View.Count(node.name(), placePath(node), node.cases().size());
    }

    List<View.Count> provinceCounts() {
        return kb.places().values().stream()
                .filter(node -> node.parent() == null)
                .map(Catalogue::count)
                .toList();
    }

    /** The page of a place and of all above it, outermost first; a place without a page of its own has its name only. */
    List<View.Link> crumbs(Place place) {
        PlaceNode node = placeByChain.get(place.chain());
        if (node == null) return List.of(new View.Link(place.chain().replace("/", ""), ""));
        List<View.Link> crumbs = above(node);
        crumbs.add(new View.Link(node.name(), placePath(node)));
        return crumbs;
    }

    List<View.Link> above(PlaceNode place) {
        List<View.Link> above = new ArrayList<>();
        for (PlaceNode node = parent(place); node != null; node = parent(node))
            above.add(0, new View.Link(node.name(), placePath(node)));
        return above;
    }

    private @Nullable PlaceNode parent(PlaceNode node) {
        String parent = node.parent();
        return parent == null ? null : kb.places().get(parent);
    }

    /** The main place in a line of a list: the township is left out where the village is known. */
    static String placeLabel(Case c) {
        if (c.places().isEmpty()) return "";
        Place place = c.places().get(0).place();
        StringBuilder label = new StringBuilder();
        List<@Nullable String> levels = place.levels();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (level == null || (i == 3 && place.village() != null)) continue;
            if (label.length() > 0) label.append(' ');
            label.append(level);
        }
        return label.toString();
    }

    /** The county of a case's main place, or the nearest level above or below it that is known. */
    Optional<PlaceNode> countyOf(ArticleId id) {
        return counties.computeIfAbsent(id, key -> Optional.ofNullable(findCounty(caseOf(key))));
    }

    private @Nullable PlaceNode findCounty(Case c) {
        if (c.places().isEmpty()) return null;
        PlaceNode node = placeByChain.get(c.places().get(0).place().chain());
        while (node != null && node.level() > 2) {
            PlaceNode above = parent(node);
            if (above == null) return node;
            node = above;
        }
        return node;
    }
}
