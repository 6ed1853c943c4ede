package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.jspecify.annotations.Nullable;

/**
 * What queries that are asked often bring first, with all that results show of it: one small file, whatever the size of the index.
 * In the file of a query a line of {@code =} and the query, then a line for each document, best first: its number, and its
 * summary. Behind an everyday word stand its terms, behind a number {@code l} where the document has the word, {@code m} where
 * it has a term, and behind the word {@code ~} where partial matches stand beside. Only the order is kept, no score and no count, which one more article anywhere would change.
 *
 * <p>The file is the query's slot, of which root lists those that are taken: of other queries one in four to eight is asked for
 * in vain, and pays a file and a step for it.
 */
final class AnswerBlocks {
    private static final int LEAST_SLOTS = 64;
    private static final int SLOTS_PER_ANSWER = 4;

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final ResultBlocks results;
    private final AnswerSummaries summaries;
    private final int slots;
    private final SortedMap<Integer, List<Answer>> taken = new TreeMap<>();
    private @Nullable Map<String, List<Practice>> named;

    AnswerBlocks(PostingsSource source, KnowledgeBase kb, ResultBlocks results) {
        this.source = source;
        this.kb = kb;
        this.results = results;
        summaries = new AnswerSummaries(kb, results);
        List<Answer> answers = source.answers();
        int count = LEAST_SLOTS;
        while (count < answers.size() * SLOTS_PER_ANSWER) count *= 2;
        slots = count;
        for (Answer answer : answers)
            taken.computeIfAbsent(Fnv.bucket(answer.query(), slots), slot -> new ArrayList<>())
                    .add(answer);
    }

    /** A power of two. */
    int slots() {
        return slots;
    }

    static String nameOf(int slot) {
        return "a/" + Integer.toHexString(slot);
    }

    /** For each slot that is taken what changes when its file does. Far cheaper than the file. */
    SortedMap<Integer, Long> keys() {
        SortedMap<Integer, Long> keys = new TreeMap<>();
        taken.forEach((slot, answers) -> {
            ChangeNumber key = new ChangeNumber();
            for (Answer answer : answers) {
                key.add(head(answer));
                for (int d : answer.practices()) key.add(mark(answer, d)).add(results.summaryKey(d));
                for (int d : answer.cases()) key.add(mark(answer, d)).add(results.summaryKey(d));
            }
            keys.put(slot, key.value());
        });
        return keys;
    }

    void write(OutputSink sink) {
        for (int slot : taken.keySet()) block(slot).write(sink);
    }

    Block block(int slot) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : taken.getOrDefault(slot, List.of())) {
            if (!text.isEmpty()) text.append('\n');
            text.append(head(answer));
            List<String> words = new ArrayList<>(List.of(answer.query()));
            words.addAll(answer.terms());
            for (int d : answer.practices()) line(text, mark(answer, d), summaries.ofPractice(d, words));
            Map<String, Practice.Occurrence> stated = stated(answer);
            for (int d : answer.cases()) {
                String id = Objects.requireNonNull(source.id(d));
                line(text, mark(answer, d), summaries.ofCase(d, words, stated.get(id)));
            }
        }
        return new Block(nameOf(slot), text.toString(), "");
    }

    private static String head(Answer answer) {
        return "=" + answer.query() + (answer.isPartial() ? "~" : "")
                + (answer.terms().isEmpty() ? "" : "\t" + String.join("\t", answer.terms()));
    }

    /** The number; behind it how an everyday word is found there. */
    private static String mark(Answer answer, int document) {
        return document
                + (answer.literal().contains(document) ? "l" : "")
                + (answer.meant().contains(document) ? "m" : "");
    }

    private static void line(StringBuilder text, String mark, String summary) {
        text.append('\n').append(mark).append('\t').append(summary);
    }

    /** For a name: where the cases of the answer state it, by the id of the case. */
    private Map<String, Practice.Occurrence> stated(Answer answer) {
        Set<String> wanted = new HashSet<>();
        for (int d : answer.cases()) wanted.add(source.id(d));
        Map<String, Practice.Occurrence> stated = new HashMap<>();
        for (Practice p : named().getOrDefault(answer.query(), List.of()))
            for (Practice.Occurrence o : p.occurrences())
                if (wanted.contains(o.article().value()))
                    stated.putIfAbsent(o.article().value(), o);
        return stated;
    }

    private Map<String, List<Practice>> named() {
        if (named == null) {
            Map<String, List<Practice>> all = new TreeMap<>();
            for (Practice p : kb.practices()) {
                add(all, p.name(), p);
                for (String alias : p.aliases()) add(all, alias, p);
            }
            named = all;
        }
        return named;
    }

    private static void add(Map<String, List<Practice>> all, String name, Practice practice) {
        all.computeIfAbsent(NameToken.of(name), n -> new ArrayList<>()).add(practice);
    }
}
