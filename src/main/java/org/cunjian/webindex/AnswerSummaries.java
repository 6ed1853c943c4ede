package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cunjian.content.PlainText;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.text.SearchFold;
import org.jspecify.annotations.Nullable;

/**
 * Summaries made for the words of an answer: of what an article or a practice says as little as the result shows, so that most changes leave
 * the answer as it was. The fields are those of {@link ResultBlocks}. Cost: what is folded of a document is kept for its other answers.
 */
final class AnswerSummaries {
    /** So many aliases and practices a summary has: as many as the page shows. */
    private static final int FEW_ALIASES = 3, FEW_PRACTICES = 2;

    private static final org.cunjian.text.Script SIMPLIFIED = org.cunjian.text.Script.HANS;
    private static final String SENTENCE_ENDS = "。！？\n";

    private final KnowledgeBase kb;
    private final ResultBlocks results;
    private final Map<Integer, Shown> shown = new HashMap<>();
    private final Map<Integer, ShownPractice> shownPractices = new HashMap<>();

    AnswerSummaries(KnowledgeBase kb, ResultBlocks results) {
        this.kb = kb;
        this.results = results;
    }

    /**
     * The summary of a case as one that some words found. Of its practices it has a few, first those that have the words; behind them an
     * empty name where there are more. It has one sentence: the one that states the practice of this name, else a quote that has the words, else,
     * where the title has them not, another sentence that has. So what is changed elsewhere in the article mostly leaves it as it was.
     *
     * @param words folded, the most wanted first
     * @param stated where the practice of this name is stated, for a name
     */
    String ofCase(int number, List<String> words, Practice.@Nullable Occurrence stated) {
        Shown known = shown.computeIfAbsent(number, this::shownOf);
        List<String> fields = new ArrayList<>(known.fields());
        fields.set(ResultBlocks.PRACTICES, practices(known.of(), words));
        stating(known.of(), words.get(0), stated)
                .or(() -> known.quoteOf(words))
                .or(() -> known.isTitledBy(words) ? Optional.empty() : sentence(known.of(), words))
                .or(() -> known.quotes().stream().findFirst())
                .ifPresent(fields::add);
        return ResultBlocks.line(fields);
    }

    private Optional<String> stating(Case c, String name, Practice.@Nullable Occurrence stated) {
        if (stated == null) return Optional.empty();
        return results.quote(c, stated.finding()).stream()
                .filter(quote -> holds(quote, name))
                .findFirst();
    }

    /** What every summary of a case has, its quotes, and title and quotes folded. */
    private record Shown(Case of, List<String> fields, List<String> quotes, String title, List<String> folded) {
        boolean isTitledBy(List<String> words) {
            return words.stream().anyMatch(title::contains);
        }

        Optional<String> quoteOf(List<String> words) {
            for (String word : words)
                for (int i = 0; i < quotes.size(); i++)
                    if (folded.get(i).contains(word)) return Optional.of(quotes.get(i));
            return Optional.empty();
        }
    }

    private Shown shownOf(int number) {
        Case c = results.foundCase(results.id(number));
        List<String> quotes = results.quotes(c);
        return new Shown(
                c,
                results.fields(c),
                quotes,
                SearchFold.fold(c.article().metadata().title()),
                quotes.stream().map(SearchFold::fold).toList());
    }

    private String practices(Case c, List<String> words) {
        List<String> names = results.practices(c);
        return few(names, names.stream().map(SearchFold::fold).toList(), words, FEW_PRACTICES);
    }

    /** The summary of a practice as one that some words found: of its aliases, of which there may be thousands, a few as of a case its practices. */
    String ofPractice(int number, List<String> words) {
        ShownPractice known = shownPractices.computeIfAbsent(number, this::shownPracticeOf);
        List<String> fields = new ArrayList<>(known.fields());
        fields.set(ResultBlocks.ALIASES, few(known.aliases(), known.folded(), words, FEW_ALIASES));
        return ResultBlocks.line(fields);
    }

    /** What every summary of a practice has, and its aliases, the usual ones first. */
    private record ShownPractice(List<String> fields, List<String> aliases, List<String> folded) {}

    private ShownPractice shownPracticeOf(int number) {
        Practice p = results.foundPractice(results.id(number));
        Set<String> usualFirst = new LinkedHashSet<>();
        for (String alias : p.usualAliases()) usualFirst.add(ResultBlocks.line(alias));
        for (String alias : p.aliases()) usualFirst.add(ResultBlocks.line(alias));
        List<String> aliases = List.copyOf(usualFirst);
        return new ShownPractice(
                results.practice(results.id(number)),
                aliases,
                aliases.stream().map(SearchFold::fold).toList());
    }

    /** Some of many names: first those that have the words; an empty one behind them stands for the others. */
    static String few(List<String> names, List<String> folded, List<String> words, int most) {
        if (names.size() <= most) return String.join("、", names);
        Set<String> few = new LinkedHashSet<>();
        for (int i = 0; i < names.size() && few.size() < most; i++) {
            String name = folded.get(i);
            if (words.stream().anyMatch(name::contains)) few.add(names.get(i));
        }
        few.addAll(names);
        return String.join("、", List.copyOf(few).subList(0, most)) + "、";
    }

    private static boolean holds(String text, String query) {
        return SearchFold.fold(text).contains(query);
    }

    private Optional<String> sentence(Case c, List<String> words) {
        return words.stream().flatMap(word -> sentence(c, word).stream()).findFirst();
    }

    /** The first sentence that has the words. Folded is only what may hold them in other characters. */
    private Optional<String> sentence(Case c, String query) {
        String body = kb.publishedBody(c);
        int at = body.indexOf(query);
        boolean mayDiffer = c.script() != SIMPLIFIED || query.charAt(0) < 0x80 || query.charAt(1) < 0x80;
        if (at < 0 && mayDiffer) at = SearchFold.fold(body).indexOf(query); // folding hardly ever moves a character
        if (at < 0) return Optional.empty();
        at = Math.min(at, body.length() - 1);
        int start = at;
        while (start > 0 && SENTENCE_ENDS.indexOf(body.charAt(start - 1)) < 0) start--;
        int end = at;
        while (end < body.length() && SENTENCE_ENDS.indexOf(body.charAt(end)) < 0) end++;
        if (end - start > ResultBlocks.QUOTE_CHARS) start = Math.max(start, at - ResultBlocks.QUOTE_CHARS / 3);
        if (start > 0 && Character.isLowSurrogate(body.charAt(start))) start--;
        String quote = ResultBlocks.cut(
                ResultBlocks.line(PlainText.of(body.substring(start, Math.min(body.length(), end + 1)))));
        return holds(quote, query) ? Optional.of(quote) : Optional.empty();
    }
}
