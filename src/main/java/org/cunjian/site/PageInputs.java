package org.cunjian.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CasePrint;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.PlaceNode;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.knowledge.Related;
import org.cunjian.place.PlaceFinding;

/**
 * Fingerprints of what pages are made from, so that a page that the last build made need not be put together to learn that
 * nothing of it changed: a site of 10,000 cases has 58,000 pages, and an edit touches some hundred. Whatever a view takes from
 * a case is a function of the article's bytes, of program and configuration (both in the stamp of the bake) and of what other
 * articles and the curator change, which is named here. {@code RandomEditsTest} holds it to a clean build. Thread-safe.
 */
final class PageInputs {
    private final Catalogue catalogue;
    private final KnowledgeBase kb;
    private final Map<ArticleId, Long> cases = new ConcurrentHashMap<>();
    private final Map<ArticleId, Long> cards = new ConcurrentHashMap<>();
    private final Map<PracticeId, Long> practiceCards = new ConcurrentHashMap<>();

    PageInputs(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.kb = catalogue.kb;
    }

    /** What a page shows of a case from its own article: title, date, place, evidence, figures. */
    long ofCase(ArticleId id) {
        return cases.computeIfAbsent(id, key -> makeCase(catalogue.caseOf(key)));
    }

    /** The article, what lexicon, front matter and rights make of it, and the county that lists count it for. */
    private long makeCase(Case c) {
        Fingerprint print = new Fingerprint().add(CasePrint.of(c));
        catalogue.countyOf(c.id()).ifPresent(county -> print.add(county.code()).add(county.name()));
        return print.number();
    }

    /** A case in a list: the case, and what its practices are called. */
    long ofCard(ArticleId id) {
        return cards.computeIfAbsent(id, this::makeCard);
    }

    private long makeCard(ArticleId id) {
        Fingerprint print = new Fingerprint().add(ofCase(id));
        for (PracticeId practice : kb.practicesOf(id)) {
            print.add(practice.value());
            kb.findPractice(practice).ifPresent(p -> print.add(p.name()));
        }
        return print.number();
    }

    long ofCards(List<ArticleId> ids) {
        Fingerprint print = new Fingerprint();
        for (ArticleId id : ids) print.add(ofCard(id));
        return print.number();
    }

    /** Cases from which a page takes what their own articles say, in order. */
    long ofCases(List<ArticleId> ids) {
        Fingerprint print = new Fingerprint();
        for (ArticleId id : ids) print.add(ofCase(id));
        return print.number();
    }

    /** A practice in a list. */
    long ofCard(Practice practice) {
        return practiceCards.computeIfAbsent(practice.id(), id -> makeCard(practice));
    }

    private static long makeCard(Practice p) {
        return new Fingerprint()
                .add(p.id().value())
                .add(p.name())
                .add(p.kind())
                .add(p.status())
                .add(p.components())
                .add(Catalogue.occurrences(p).size())
                .number();
    }

    /** A practice itself, whatever its cases say of it. */
    long ofPractice(Practice p) {
        Fingerprint print = new Fingerprint().add(ofCard(p));
        print.add(p.aliases()).add(p.declaredCount()).add(p.definition()).add(p.themes());
        print.add(p.senses().size());
        for (Practice.Sense sense : p.senses())
            print.add(sense.components()).add(sense.articles().size());
        for (PracticeId id : p.related())
            kb.findPractice(id).ifPresent(related -> print.add(ofCard(related)).add(PracticePages.why(p, related)));
        return print.number();
    }

    /** The page of a case: its card, those beside it, where its places lead, the practices it shows. */
    long ofCasePage(Case c) {
        Fingerprint print = new Fingerprint().add(ofCard(c.id()));
        for (PlaceFinding found : c.places()) for (View.Link crumb : catalogue.crumbs(found.place())) print.add(crumb);
        for (Catalogue.Shown shown : catalogue.shown(c))
            print.add(shown.practice().id().value());
        if (c.duplicateOf() != null) print.add(ofCase(c.duplicateOf()));
        print.add(ofCases(kb.printsOf(c.id())));
        List<Related> related = kb.relatedTo(c.id());
        print.add(ofCards(related.stream().map(Related::id).toList()));
        for (Related other : related) print.add(catalogue.why(other));
        return print.number();
    }

    /** A place without its cases: what it is called, what it is in, what is in it. */
    long ofPlace(PlaceNode node) {
        Fingerprint print = new Fingerprint()
                .add(node.code())
                .add(node.name())
                .add(node.cases().size());
        for (View.Link above : catalogue.above(node)) print.add(above);
        for (String code : node.children()) {
            PlaceNode child = kb.places().get(code);
            if (child != null) print.add(Catalogue.count(child));
        }
        return print.number();
    }
}
