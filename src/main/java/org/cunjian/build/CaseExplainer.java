package org.cunjian.build;

import java.util.List;
import java.util.Optional;
import org.cunjian.content.Article;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Nearest;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.practice.PracticeExplanation;
import org.cunjian.practice.PracticeExtractor;
import org.cunjian.text.Simplifier;

/** Why names of one case were taken for practices or not. Reads the site's content, writes nothing. */
public final class CaseExplainer {
    /** The article, and what was weighed in it, likeliest first. */
    public record Explained(Article article, List<PracticeExplanation> names) {
        public Explained {
            names = List.copyOf(names);
        }
    }

    private CaseExplainer() {}

    /**
     * Explains a case.
     *
     * @param id the case's id, or the path or name of its file
     * @param name part of a name to look at, in either script; empty for all
     */
    public static Outcome<Explained> explain(SiteFolder site, String id, String name) {
        Outcome<SiteContent> content = ContentLoader.load(site, Progress.NONE);
        if (content.value().isEmpty()) return Outcome.failed(content.diagnostics());
        List<Article> articles = content.value().get().articles();
        String stem = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('\\')) + 1);
        String wanted = stem.endsWith(".md") ? stem.substring(0, stem.length() - 3) : stem;
        Optional<Article> found =
                articles.stream().filter(a -> a.id().value().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            String near = Nearest.to(
                            wanted, articles.stream().map(a -> a.id().value()).toList())
                    .orElse("content/cases");
            return Outcome.failed(Diagnostic.error("build/no-such-case", SourceRange.file(wanted), near));
        }
        Article article = found.get();
        String part = Simplifier.toSimplified(name);
        List<PracticeExplanation> names = new PracticeExtractor()
                .explain(article.metadata().title(), article.body()).stream()
                        .filter(e -> part.isEmpty()
                                || e.name().contains(part)
                                || e.forms().stream().anyMatch(f -> f.contains(part)))
                        .toList();
        return Outcome.of(new Explained(article, names));
    }
}
