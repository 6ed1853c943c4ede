package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.jspecify.annotations.Nullable;

/**
 * What queries that are asked often bring first, with all that results show of it: one small file, whatever the size of the index.
 * In the bucket of a query a line of {@code =} and the query, then a line for each document, best first: its number, and its
 * summary. Behind an everyday word stand its terms, behind a number {@code l} where the document has the word, {@code m} where
 * it has a term. Only the order is kept, no score and no count, which one more article anywhere would change.
 */
final class AnswerBlocks {
    private static final int LEAST_BUCKETS = 16;

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final ResultBlocks results;
    private final List<List<Answer>> buckets = new ArrayList<>();
    private final Map<Integer, String> summaries = new HashMap<>();
    private @Nullable Map<String, List<Practice>> named;

    AnswerBlocks(PostingsSource source, KnowledgeBase kb, ResultBlocks results) {
        this.source = source;
        this.kb = kb;
        this.results = results;
        List<Answer> answers = source.answers();
        int count = LEAST_BUCKETS;
        while (count < answers.size()) count *= 2;
        for (int i = 0; i < count; i++) buckets.add(new ArrayList<>());
        for (Answer answer : answers)
            buckets.get(Fnv.bucket(answer.query(), count)).add(answer);
    }

    /** A power of two: about half of them hold an answer, few more than two. */
    int buckets() {
        return buckets.size();
    }

    static String nameOf(int bucket) {
        return "a/" + Integer.toHexString(bucket);
    }

    /** For each bucket what changes when the bucket does. Far cheaper than the bucket. */
    long[] keys() {
        long[] keys = new long[buckets.size()];
        for (int i = 0; i < keys.length; i++) {
            ChangeNumber key = new ChangeNumber();
            for (Answer answer : buckets.get(i)) {
                key.add(head(answer));
                for (int d : answer.practices()) key.add(mark(answer, d)).add(results.summaryKey(d));
                for (int d : answer.cases()) key.add(mark(answer, d)).add(results.summaryKey(d));
            }
            keys[i] = key.value();
        }
        return keys;
    }

    Block block(int bucket) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : buckets.get(bucket)) {
            if (!text.isEmpty()) text.append('\n');
            text.append(head(answer));
            for (int d : answer.practices()) line(text, mark(answer, d), summary(d));
            Map<String, Practice.Occurrence> stated = stated(answer);
            for (int d : answer.cases()) {
                Practice.Occurrence occurrence = stated.get(source.id(d));
                line(
                        text,
                        mark(answer, d),
                        occurrence == null
                                ? results.summary(d, answer.query())
                                : results.summary(occurrence, answer.query()));
            }
        }
        return new Block(nameOf(bucket), text.toString(), "");
    }

    private static String head(Answer answer) {
        return "=" + answer.query() + (answer.terms().isEmpty() ? "" : "\t" + String.join("\t", answer.terms()));
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

    private String summary(int document) {
        return summaries.computeIfAbsent(document, results::summary);
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
