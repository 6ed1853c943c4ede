package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.config.SiteConfig;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Lexicon;
import org.cunjian.content.Rights;
import org.cunjian.text.Span;

/**
 * The one value that every output reads. Cases run by date, newest first, undated last, then by id; practices by number of
 * cases, then by name. Immutable, safe for any thread; look-ups by id are constant time.
 */
public final class KnowledgeBase {
    private final SiteConfig config;
    private final List<Case> cases;
    private final List<Practice> practices;
    private final Map<String, PlaceNode> places;
    private final List<Case> originals;
    private final Map<ArticleId, Case> caseById = new LinkedHashMap<>();
    private final Map<ArticleId, List<ArticleId>> printsOf = new HashMap<>();
    private final Map<PracticeId, Practice> practiceById = new LinkedHashMap<>();
    private final Map<ArticleId, List<PracticeId>> practicesOf;
    private final Map<ArticleId, List<Related>> relatedCases;
    private final List<Lexicon.Synonym> synonyms;
    private final Map<String, PracticeId> idByKey = new ConcurrentHashMap<>();

    /** Made by {@link KnowledgeBaseBuilder} only. */
    KnowledgeBase(
            SiteConfig config,
            List<Case> cases,
            Map<String, PlaceNode> places,
            PracticeMerger.Merged merged,
            Map<ArticleId, List<Related>> relatedCases,
            List<Lexicon.Synonym> synonyms) {
        this.config = config;
        this.cases = List.copyOf(cases);
        this.practices = List.copyOf(merged.practices());
        this.places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        this.practicesOf = merged.practicesOf();
        idByKey.putAll(merged.idByKey());
        this.relatedCases = relatedCases;
        this.synonyms = List.copyOf(synonyms);
        for (Case c : this.cases) caseById.put(c.id(), c);
        this.originals =
                this.cases.stream().filter(c -> c.duplicateOf() == null).toList();
        for (Case c : this.cases)
            if (c.duplicateOf() != null)
                printsOf.computeIfAbsent(c.duplicateOf(), id -> new ArrayList<>())
                        .add(0, c.id());
        for (Practice p : this.practices) practiceById.put(p.id(), p);
    }

    public SiteConfig config() {
        return config;
    }

    /** Every article, re-publications too. */
    public List<Case> cases() {
        return cases;
    }

    /** Without re-publications: what is counted and listed. */
    public List<Case> originals() {
        return originals;
    }

    /** The re-publications of a case, undated ones first, then by date; none for most. */
    public List<ArticleId> printsOf(ArticleId id) {
        return Collections.unmodifiableList(printsOf.getOrDefault(id, List.of()));
    }

    /** Published practices: confirmed ones, and candidates too where the configuration says so. */
    public List<Practice> practices() {
        return practices;
    }

    /** Every administrative unit with a case, by code, provinces first. */
    public Map<String, PlaceNode> places() {
        return places;
    }

    /** What people say for what articles write, as the lexicon has it. */
    public List<Lexicon.Synonym> synonyms() {
        return synonyms;
    }

    public Optional<Case> findCase(ArticleId id) {
        return Optional.ofNullable(caseById.get(id));
    }

    public Optional<Practice> findPractice(PracticeId id) {
        return Optional.ofNullable(practiceById.get(id));
    }

    /**
     * The published practices of a case, in the order of {@link Case#practices()}: for the finding at index i of those that
     * are published, the practice it was merged into.
     */
    public List<PracticeId> practicesOf(ArticleId id) {
        return practicesOf.getOrDefault(id, List.of());
    }

    /**
     * The id that a practice of this name has or would have: that of the published practice, else one made from the name.
     */
    public PracticeId idOf(String name) {
        return idByKey.computeIfAbsent(PracticeKey.of(name), key -> PracticeMerger.makeId(name, key));
    }

    /** Cases that share practices with this one or are about the same, closest first, at most six. */
    public List<Related> relatedTo(ArticleId id) {
        return relatedCases.getOrDefault(id, List.of());
    }

    /** The text of a case that may be published, searched and quoted: the body, or nothing for an excerpt. */
    public String publishedBody(Case c) {
        return c.article().rights() == Rights.FULL ? c.article().body() : "";
    }

    /** The characters of a case's body under {@code span}; for an excerpt cut to the configured number, with “…”. */
    public String quote(Case c, Span span) {
        String text = span.of(c.article().body());
        int most = config.publishing().excerptChars();
        if (c.article().rights() == Rights.FULL || text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
