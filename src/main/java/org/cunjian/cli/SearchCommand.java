package org.cunjian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cunjian.build.SiteFolder;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Messages;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.index.SearchHit;
import org.cunjian.index.SearchIndex;
import org.cunjian.index.SearchJson;
import org.cunjian.index.SearchOrder;
import org.cunjian.index.SearchRequest;
import org.cunjian.index.SearchResult;
import org.cunjian.io.TextDecoder;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code cunjian search}: the site's search in the terminal, for a person or (JSON) for a program. */
@CommandLine.Command(name = "search")
final class SearchCommand extends SiteCommand {
    @CommandLine.Parameters(paramLabel = "QUERY", arity = "0..*", descriptionKey = "query")
    private List<String> words = List.of();

    @CommandLine.Mixin
    private SiteOptions options = new SiteOptions();

    @CommandLine.Option(names = "--top", paramLabel = "N", descriptionKey = "top", defaultValue = "10")
    private int top = SearchRequest.USUAL_TOP;

    @CommandLine.Option(names = "--sort", paramLabel = "ORDER", descriptionKey = "sort", defaultValue = "relevance")
    private String sort = SearchOrder.RELEVANCE.code();

    @CommandLine.Option(names = "--json", descriptionKey = "json")
    private boolean isJson;

    @CommandLine.Option(names = "--explain", descriptionKey = "explainScore")
    private boolean isExplained;

    @CommandLine.Option(names = "--queries", paramLabel = "FILE", descriptionKey = "queries")
    private @Nullable String queries;

    @Override
    int run(Console console) {
        SiteFolder site = options.folder(console, null);
        if (site == null) return ExitCode.WRONG_USAGE;
        if (top < 1 || top > 1000) {
            console.complain(console.messages().text("cli/bad-top"));
            return ExitCode.WRONG_USAGE;
        }
        SearchOrder order = SearchOrder.of(sort).orElse(null);
        if (order == null) {
            console.complain(console.messages().text("cli/bad-sort", sort));
            return ExitCode.WRONG_USAGE;
        }
        if (words.isEmpty() == (queries == null)) {
            console.complain(console.messages().text("cli/search-what"));
            return ExitCode.WRONG_USAGE;
        }
        Outcome<SearchIndex> opened = SearchIndex.open(site.index());
        if (opened.value().isEmpty()) return exitCode(console, opened.diagnostics());
        try (SearchIndex index = opened.value().get()) {
            if (queries != null) return searchAll(console, index, queries, order);
            SearchResult result = index.search(asked(String.join(" ", words), order));
            if (isJson) console.out().println(SearchJson.render(result, console.messages()));
            else show(console, result);
            return ExitCode.DONE;
        }
    }

    private SearchRequest asked(String query, SearchOrder order) {
        return SearchRequest.of(query).withTop(top).withOrder(order).withParts(isExplained);
    }

    private int searchAll(Console console, SearchIndex index, String file, SearchOrder order) {
        Path path = path(console, file);
        if (path == null) return ExitCode.WRONG_USAGE;
        try {
            String text = TextDecoder.decode(Files.readAllBytes(path)).text();
            text.lines()
                    .forEach(line -> console.out()
                            .println(SearchJson.render(index.search(asked(line, order)), console.messages())));
            return ExitCode.DONE;
        } catch (IOException e) {
            return exitCode(
                    console,
                    List.of(Diagnostic.error(
                            "build/unreadable", SourceRange.file(file), String.valueOf(e.getMessage()))));
        }
    }

    private static void show(Console console, SearchResult result) {
        var messages = console.messages();
        var out = console.out();
        result.interpretation()
                .ifPresent(i -> out.println(messages.text(i.code(), i.typed(), String.join("、", i.read()))));
        result.suggestion()
                .ifPresent(i -> out.println(messages.text(
                        "cli/search-meant",
                        i.read().get(0),
                        messages.text(i.code(), i.typed(), i.read().get(0)))));
        if (result.total() == 0) {
            out.println(messages.text("cli/search-nothing", result.query()));
            return;
        }
        show(
                console,
                messages.text("cli/search-practices", Integer.toString(result.practiceTotal())),
                result.practices());
        String cases = switch (result.order()) {
            case RELEVANCE -> "cli/search-cases";
            case NEW -> "cli/search-cases-new";
            case OLD -> "cli/search-cases-old";
        };
        String heading = messages.text(cases, Integer.toString(result.caseTotal()));
        String near = result.nearTotal() == 0 ? "" : messages.text("cli/search-near", result.nearTotal());
        show(console, near.isEmpty() ? heading : heading + "　" + near, result.cases());
    }

    private static void show(Console console, String heading, List<SearchHit> hits) {
        if (hits.isEmpty()) return;
        var out = console.out();
        out.println(paint(console, "1", heading));
        int n = 0;
        for (SearchHit hit : hits) {
            out.println("  " + ++n + ". " + paint(console, "1;36", hit.title()));
            String facts = String.join(
                    "  ",
                    java.util.stream.Stream.of(
                                    hit.place().replace("//", "/").replace("/", " › "), hit.date(), hit.source())
                            .filter(s -> !s.isEmpty())
                            .toList());
            if (!facts.isEmpty()) out.println("     " + facts);
            if (!hit.snippet().text().isEmpty()) out.println("     " + marked(console, hit.snippet()));
            String why = SearchJson.why(hit, console.messages());
            if (!why.isEmpty()) out.println("     " + paint(console, "2", why));
            if (!hit.parts().isEmpty()) out.println("     " + paint(console, "2", parts(console, hit)));
        }
    }

    /** What the score is the sum of, on one line: a field's tokens together, the field that gives most first. */
    private static String parts(Console console, SearchHit hit) {
        Messages messages = console.messages();
        Map<String, List<SearchHit.Part>> byField =
                hit.parts().stream().collect(Collectors.groupingBy(SearchHit.Part::field));
        String sum = byField.entrySet().stream()
                .sorted(Comparator.comparingDouble(field -> -total(field.getValue())))
                .map(field -> messages.text(
                        "cli/search-part",
                        messages.text("cli/search-part-" + field.getKey()),
                        number(total(field.getValue())),
                        field.getValue().stream()
                                .map(part -> part.text() + " " + number(part.score()))
                                .collect(Collectors.joining("、"))))
                .collect(Collectors.joining(" + "));
        return messages.text("cli/search-score", number(hit.score()), sum);
    }

    private static double total(List<SearchHit.Part> parts) {
        return parts.stream().mapToDouble(SearchHit.Part::score).sum();
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }

    private static String marked(Console console, SearchHit.Snippet snippet) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Span mark : snippet.marks()) {
            shown.append(snippet.text(), at, mark.start()).append(paint(console, "1;33", mark.of(snippet.text())));
            at = mark.end();
        }
        return shown.append(snippet.text().substring(at)).toString().replace('\n', ' ');
    }

    private static String paint(Console console, String code, String text) {
        return console.isColoured() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
