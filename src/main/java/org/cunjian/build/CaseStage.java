package org.cunjian.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cunjian.content.Article;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseCurator;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.KnowledgeBaseBuilder;

/** Articles to cases, from the cache where the article is unchanged, and cases to the knowledge base. */
final class CaseStage {
    private final SiteContent content;
    private final FactsCache cache;
    private final CaseReader reader;

    CaseStage(SiteContent content, FactsCache cache) {
        this.content = content;
        this.cache = cache;
        this.reader = new CaseReader(content.config());
    }

    /** What facts depend on besides the article: the program, and the themes of the configuration. */
    static String fingerprint(SiteContent content) {
        return ProgramVersion.fingerprint() + "\n"
                + content.config().themes().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** All that could be understood, in the order of the articles. */
    Outcome<List<Case>> read(Progress progress) {
        AtomicInteger done = new AtomicInteger();
        int total = content.articles().size();
        List<Outcome<Case>> outcomes = content.articles().parallelStream()
                .map(article -> {
                    Outcome<Case> outcome = read(article);
                    progress.report("build/stage-understand", done.incrementAndGet(), total);
                    return outcome;
                })
                .toList();
        List<Case> cases = new ArrayList<>(total);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Outcome<Case> outcome : outcomes) {
            outcome.value().ifPresent(cases::add);
            diagnostics.addAll(outcome.diagnostics());
        }
        return Outcome.of(cases, diagnostics);
    }

    /**
     * A rule that stumbles over one article is our bug, but the clerk's other ten thousand articles are not to blame: that one is
     * left out and named. The only place beside the command line that catches every exception.
     */
    private Outcome<Case> read(Article article) {
        try {
            Optional<Case> known = cache.find(article);
            if (known.isPresent()) return Outcome.of(known.get());
            return Outcome.of(cache.put(reader.read(article)));
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Outcome.failed(Diagnostic.error(
                    "build/article-crash",
                    SourceRange.file(article.path().value()),
                    e.toString(),
                    trace.length == 0 ? "" : trace[0].toString()));
        }
    }

    KnowledgeBase assemble(List<Case> cases) {
        CaseCurator curator = new CaseCurator(content.lexicon());
        return new KnowledgeBaseBuilder(content.config())
                .addCases(cases.parallelStream().map(curator::curate).toList())
                .addEntries(content.entries())
                .addSynonyms(content.lexicon().synonyms())
                .build();
    }
}
