package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.config.SiteConfig;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Lexicon;
import org.cunjian.content.PracticeEntry;
import org.cunjian.content.Status;

/**
 * Joins the cases of one build into a {@link KnowledgeBase}: order, duplicates, practices over all articles, places, relations.
 * Takes cases as {@link CaseCurator} leaves them, in any order; the result depends on the set only. Linear in the number of cases
 * but for sorting.
 */
public final class KnowledgeBaseBuilder {
    /** By date, newest first, undated last, then by id. */
    static final Comparator<Case> CASE_ORDER = Comparator.comparing(
                    (Case c) -> c.article().metadata().date(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Case::id);

    private final SiteConfig config;
    private final List<Case> cases = new ArrayList<>();
    private final List<PracticeEntry> entries = new ArrayList<>();
    private final List<Lexicon.Synonym> synonyms = new ArrayList<>();

    public KnowledgeBaseBuilder(SiteConfig config) {
        this.config = config;
    }

    /** Adds cases; drafts are left out. @throws IllegalArgumentException at {@link #build()} for an id given twice */
    public KnowledgeBaseBuilder addCases(Collection<Case> more) {
        for (Case c : more) if (c.article().status() == Status.PUBLISHED) cases.add(c);
        return this;
    }

    /** Adds curated practices; drafts are left out. */
    public KnowledgeBaseBuilder addEntries(Collection<PracticeEntry> more) {
        for (PracticeEntry e : more) if (e.status() == Status.PUBLISHED) entries.add(e);
        return this;
    }

    /** Adds what people say for what articles write. */
    public KnowledgeBaseBuilder addSynonyms(Collection<Lexicon.Synonym> more) {
        synonyms.addAll(more);
        return this;
    }

    public KnowledgeBase build() {
        List<Case> ordered = new ArrayList<>(cases);
        ordered.sort(CASE_ORDER);
        Map<ArticleId, Case> seen = new HashMap<>();
        for (Case c : ordered)
            if (seen.put(c.id(), c) != null) throw new IllegalArgumentException("two cases with id " + c.id());
        ordered = markDuplicates(ordered);
        PracticeMerger merger =
                new PracticeMerger(config.publishing().showsCandidates(), new ThemeTagger(config.themes()));
        entries.stream().sorted(Comparator.comparing(PracticeEntry::id)).forEach(merger::curate);
        ordered.forEach(merger::add);
        PracticeMerger.Merged merged = merger.merge();
        return new KnowledgeBase(
                config, ordered, PlaceTree.of(ordered), merged, Relations.between(ordered, merged), synonyms);
    }

    private static List<Case> markDuplicates(List<Case> ordered) {
        Map<ArticleId, ArticleId> originalOf = Reprints.find(ordered).originalOf();
        List<Case> marked = new ArrayList<>(ordered.size());
        for (Case c : ordered) {
            ArticleId original = originalOf.get(c.id());
            marked.add(original == null ? c : c.asDuplicateOf(original));
        }
        return marked;
    }
}
