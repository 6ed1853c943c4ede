package org.cunjian.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.text.Span;

/**
 * Finds the practices that one article names. Rules notice strings generously ({@link CandidateGenerator}); strings that are
 * surfaces of one name are taken together; a small model weighs the signs of each name; what the article states about its parts
 * is read beside it. Knows nothing of other articles; safe for use by many threads; linear in the length of the text.
 */
public final class PracticeExtractor {
    private static final List<CandidateGenerator> RULES = List.of(
            new QuotedNames(),
            new FormulaNames(),
            new NumberedNames(),
            new HeadNounNames(),
            new KnownNames(),
            new AppositiveNames());

    /** Past this many surfaces an article is no article; the rest of them is not read. */
    private static final int MOST_CANDIDATES = 20_000;

    private final PracticeModel model;
    private final double confirmed;

    public PracticeExtractor() {
        this(PracticeModel.shared(), PracticeModel.CONFIRMED);
    }

    PracticeExtractor(PracticeModel model, double confirmed) {
        this.model = model;
        this.confirmed = confirmed;
    }

    /** A name with everything noticed about it. */
    record Weighed(NameGroup group, ComponentReader.Parts parts, Signs signs) {}

    /**
     * Confirmed and candidate findings, the weightiest first.
     *
     * @param title counts as evidence; a name that stands in the title alone has no mention
     * @param body text of a content file; spans are offsets into it
     */
    public List<PracticeFinding> extract(String title, String body) {
        ArticleText article = new ArticleText(title, body);
        List<PracticeFinding> findings = new ArrayList<>();
        for (Weighed weighed : weigh(article)) {
            double probability = model.probability(weighed.signs());
            if (probability >= PracticeModel.CANDIDATE) findings.add(finding(article, weighed, probability));
        }
        demoteParts(findings);
        findings.sort(Comparator.comparingDouble(PracticeFinding::confidence)
                .reversed()
                .thenComparing(PracticeFinding::name));
        return findings;
    }

    /**
     * “渠长” beside 三长制, of which it is a part, and 两化 beside 三线两化一平台 wait for the curator: parts and pieces of a numbered
     * name are rarely practices themselves.
     */
    private static void demoteParts(List<PracticeFinding> findings) {
        Set<String> parts = new HashSet<>();
        for (PracticeFinding finding : findings) {
            if (finding.status() != PracticeStatus.CONFIRMED || finding.declaredCount() == null) continue;
            for (Component part : finding.components()) if (part.name().length() <= 3) parts.add(part.name());
            parts.addAll(Counted.pieces(finding.name()));
        }
        findings.replaceAll(f -> parts.contains(f.name()) ? f.withStatus(PracticeStatus.CANDIDATE) : f);
    }

    /** Every name that was weighed, the weightiest first, also those that were dropped, with what spoke for and against it. */
    public List<PracticeExplanation> explain(String title, String body) {
        ArticleText article = new ArticleText(title, body);
        List<PracticeExplanation> explanations = new ArrayList<>();
        for (Weighed weighed : weigh(article)) explanations.add(explanation(article, weighed));
        explanations.sort(Comparator.comparingDouble(PracticeExplanation::score)
                .reversed()
                .thenComparing(PracticeExplanation::name));
        return explanations;
    }

    private PracticeExplanation explanation(ArticleText article, Weighed weighed) {
        double probability = model.probability(weighed.signs());
        PracticeFinding finding = finding(article, weighed, probability);
        List<PracticeExplanation.Sign> signs = new ArrayList<>();
        signs.add(new PracticeExplanation.Sign(Signs.BASE, model.base(), SignMeanings.of(Signs.BASE)));
        weighed.signs().forEach(sign -> {
            String code = Signs.code(sign);
            signs.add(new PracticeExplanation.Sign(code, model.weight(sign), SignMeanings.of(code)));
        });
        signs.sort(Comparator.comparingDouble((PracticeExplanation.Sign s) -> -Math.abs(s.weight()))
                .thenComparing(PracticeExplanation.Sign::code));
        return new PracticeExplanation(
                finding.name(),
                weighed.group().forms(),
                weighed.group().candidates.stream()
                        .map(Candidate::rule)
                        .distinct()
                        .sorted()
                        .toList(),
                signs,
                model.score(weighed.signs()),
                probability,
                probability >= PracticeModel.CANDIDATE ? finding.status() : null,
                finding);
    }

    static List<Weighed> weigh(ArticleText article) {
        ComponentReader reader = new ComponentReader(article);
        List<Weighed> weighed = new ArrayList<>();
        for (NameGroup group : NameGroup.of(article, candidates(article)))
            weighed.add(new Weighed(group, reader.read(group), Features.of(article, group)));
        Relations.mark(article, weighed);
        return weighed;
    }

    static List<Candidate> candidates(ArticleText article) {
        List<Candidate> found = new ArrayList<>();
        for (CandidateGenerator rule : RULES)
            rule.generate(article, c -> {
                if (found.size() < MOST_CANDIDATES
                        && !article.isInCitation(c.surface().start())) found.add(c);
            });
        found.sort(Comparator.comparing(Candidate::surface).thenComparing(Candidate::rule));
        return found;
    }

    /** What a directive names, a nation-wide policy, an organisation that every village has wait for the curator. */
    private boolean isPublished(ArticleText article, String name, double probability) {
        return probability >= confirmed
                && !article.isDirective()
                && !Lexicon.shared().policies.contains(name);
    }

    private PracticeFinding finding(ArticleText article, Weighed weighed, double probability) {
        NameGroup group = weighed.group();
        String name = group.name();
        List<Component> components = new ArrayList<>(weighed.parts().spans().size());
        for (Span span : weighed.parts().spans()) {
            String shown = NameForm.shown(span.of(article.text));
            if (!shown.isBlank()) components.add(new Component(shown, article.toBody(span)));
        }
        return new PracticeFinding(
                name,
                group.aliases(name),
                KindReader.kind(name, group),
                isPublished(article, name, probability) ? PracticeStatus.CONFIRMED : PracticeStatus.CANDIDATE,
                Math.round(probability * 1000) / 1000.0,
                components,
                group.declaredCount(),
                mentions(article, group),
                List.of());
    }

    private static List<Mention> mentions(ArticleText article, NameGroup group) {
        List<Mention> mentions = new ArrayList<>();
        for (Candidate candidate : group.mentions()) {
            Span span = candidate.surface();
            if (!article.isInBody(span)) continue;
            Span sentence = article.sentenceAt(span.start());
            Span evidence = article.toBody(
                    new Span(Math.min(sentence.start(), span.start()), Math.max(sentence.end(), span.end())));
            mentions.add(new Mention(article.toBody(span), article.printed(span), evidence));
        }
        return mentions;
    }
}
