package org.cunjian.cli;

import java.util.List;
import java.util.Locale;
import org.cunjian.build.CaseExplainer;
import org.cunjian.build.SiteFolder;
import org.cunjian.content.Article;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeExplanation;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.DisplayWidth;
import picocli.CommandLine;

/** {@code cunjian explain CASE [PRACTICE]}: rule, cue and evidence for each name that was weighed. */
@CommandLine.Command(name = "explain")
final class ExplainCommand extends SiteCommand {
    /** More signs than these say little. */
    private static final int MOST_SIGNS = 8;

    private static final int EVIDENCE_CELLS = 160;

    @CommandLine.Parameters(index = "0", paramLabel = "CASE", descriptionKey = "case")
    private String id = "";

    @CommandLine.Parameters(index = "1", arity = "0..1", paramLabel = "PRACTICE", descriptionKey = "practice")
    private String name = "";

    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, null);
        if (site == null) return ExitCode.WRONG_USAGE;
        Outcome<CaseExplainer.Explained> outcome = CaseExplainer.explain(site, id, name);
        if (outcome.value().isEmpty()) return exitCode(console, outcome.diagnostics());
        CaseExplainer.Explained explained = outcome.value().get();
        console.out().println(explained.article().metadata().title());
        if (explained.names().isEmpty())
            console.out().println(console.messages().text("cli/explain-nothing", name));
        for (PracticeExplanation e : explained.names()) show(console, explained.article(), e);
        return ExitCode.DONE;
    }

    private static void show(Console console, Article article, PracticeExplanation e) {
        Messages messages = console.messages();
        var out = console.out();
        String verdict = e.status() == null
                ? "cli/explain-dropped"
                : e.status() == PracticeStatus.CONFIRMED ? "cli/explain-confirmed" : "cli/explain-candidate";
        out.println();
        out.println(messages.text(verdict, e.name(), String.format(Locale.ROOT, "%.2f", e.probability())));
        line(console, "cli/explain-forms", String.join("、", e.forms()));
        line(console, "cli/explain-rules", String.join("、", e.rules()));
        List<Component> parts = e.finding().components();
        if (!parts.isEmpty())
            line(
                    console,
                    "cli/explain-parts",
                    String.join("、", parts.stream().map(Component::name).toList()));
        e.signs().stream()
                .limit(MOST_SIGNS)
                .forEach(sign ->
                        out.println(String.format(Locale.ROOT, "    %+5.2f  %s", sign.weight(), sign.meaning())));
        for (Mention mention : e.finding().mentions())
            line(
                    console,
                    "cli/explain-evidence",
                    DisplayWidth.cut(mention.evidence().of(article.body()).replace('\n', ' '), EVIDENCE_CELLS));
    }

    private static void line(Console console, String key, String text) {
        if (!text.isEmpty()) console.out().println("  " + console.messages().text(key) + text);
    }
}
