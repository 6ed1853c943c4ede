package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.cunjian.config.Theme;
import org.cunjian.content.Lexicon;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.text.SearchFold;
import org.cunjian.webindex.Answer;
import org.cunjian.webindex.IndexField;
import org.cunjian.webindex.NameToken;
import org.cunjian.webindex.Synonyms;

/**
 * Queries that are asked often, answered when the site is built: whole names that many documents have, words of two characters
 * that many titles have, or many keys at an edge of a name, four that many titles have, set phrases of the texts, names and cue words of themes, everyday
 * words and what they mean. Two thousand queries of 10,000 articles take 1.5 seconds ({@link ListRanking}).
 */
final class FrequentQueries {
    /** A name is that of one document in so many. Of 100,000 articles, 13,000 names have eight. */
    private static final int NAME_SHARE = 2048;

    /** A word stands in the titles, or the names and themes, of one document in so many; and of so many at least. */
    private static final int WORD_SHARE = 128;

    private static final int LEAST_WORD = 16;

    private static final int PHRASE = 4;

    private final LucenePostings postings;
    private final LiveSearcher searcher;
    private final KnowledgeBase kb;
    private final ListRanking ranking;

    FrequentQueries(LucenePostings postings, LiveSearcher searcher, KnowledgeBase kb) {
        this.postings = postings;
        this.searcher = searcher;
        this.kb = kb;
        ranking = new ListRanking(postings, searcher);
    }

    /** In the order of the queries. Cost: the lists of their tokens, one query after the other. */
    List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        Synonyms synonyms = Synonyms.of(kb.synonyms());
        for (String query : queries()) {
            Optional<Synonyms.Found> meant = synonyms.in(query).filter(Synonyms.Found::isWhole);
            (meant.isEmpty()
                            ? ranking.answer(query)
                            : ranking.everyday(query, meant.get().terms()))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    private Set<String> queries() throws IOException {
        Set<String> all = new TreeSet<>();
        addFrequent(IndexField.TAG, Math.max(ListRanking.LEAST_HITS, postings.documentCount() / NAME_SHARE), all);
        int leastWord = Math.max(LEAST_WORD, postings.documentCount() / WORD_SHARE);
        addFrequent(IndexField.TITLE, leastWord, all);
        Set<String> ofKeys = new TreeSet<>();
        addFrequent(IndexField.KEY, leastWord, ofKeys);
        Map<String, Integer> edges = edges();
        ofKeys.removeIf(word -> edges.getOrDefault(word, 0) < leastWord);
        all.addAll(ofKeys);
        addTitlePhrases(leastWord, all);
        all.addAll(SetPhrases.of(sample()));
        for (Theme theme : kb.config().themes()) {
            addTopic(theme.name(), all);
            for (Theme.Cue cue : theme.parsedCues()) addTopic(cue.word(), all);
        }
        Set<String> everyday = new HashSet<>();
        for (Lexicon.Synonym one : kb.synonyms()) {
            boolean isFirst = everyday.add(NameToken.of(one.everyday()));
            if (isFirst) addTopic(one.official(), all); // the most exact of its terms
        }
        all.addAll(everyday);
        return all;
    }

    /** Published texts; numbers follow hashes, so the first cases are any, and mostly the same from build to build. */
    private List<String> sample() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int d = postings.practiceNumbers();
                d < postings.numberCount() && texts.size() < SetPhrases.MOST_TEXTS;
                d++) {
            String text = postings.text(d);
            if (!text.isEmpty()) texts.add(text);
        }
        return texts;
    }

    /** Four characters that many titles have: as long as most terms of the field. */
    private void addTitlePhrases(int least, Set<String> to) {
        Map<String, Integer> counts = new HashMap<>();
        for (Case c : kb.cases()) {
            if (c.duplicateOf() != null) continue;
            String title = SearchFold.fold(c.article().metadata().title());
            Set<String> own = new HashSet<>();
            for (int at = 0; at + PHRASE <= title.length(); at++) {
                String phrase = title.substring(at, at + PHRASE);
                if (phrase.chars().allMatch(Character::isIdeographic)) own.add(phrase);
            }
            for (String phrase : own) counts.merge(phrase, 1, Integer::sum);
        }
        counts.forEach((phrase, count) -> {
            if (count >= least) to.add(phrase);
        });
    }

    /**
     * Of two characters that practices and components begin or end with, as most words do, how many cases have one: of 网格化管理 网格 and 管理,
     * but not 格化 and 化管. Two in three of the bigrams that keys often have are neither.
     */
    private Map<String, Integer> edges() {
        Map<String, Integer> counts = new HashMap<>();
        for (Practice practice : kb.practices()) {
            Set<String> own = new HashSet<>();
            Stream.concat(Stream.of(practice.name()), practice.components().stream())
                    .map(NameToken::of)
                    .filter(name -> name.length() >= 2)
                    .forEach(name -> {
                        own.add(name.substring(0, 2));
                        own.add(name.substring(name.length() - 2));
                    });
            for (String edge : own) counts.merge(edge, practice.occurrences().size(), Integer::sum);
        }
        return counts;
    }

    /** A topic, and what people leave of a long one: 环境整治 of 人居环境整治. */
    private static void addTopic(String name, Set<String> to) {
        String topic = NameToken.of(name);
        to.add(topic);
        int length = topic.codePointCount(0, topic.length());
        if (length > PHRASE) to.add(topic.substring(topic.offsetByCodePoints(0, length - PHRASE)));
    }

    /** Of names all, of tokens those of two characters: longer ones are formulas, which are names. */
    private void addFrequent(IndexField field, int least, Set<String> to) throws IOException {
        Terms terms = postings.terms(field);
        if (terms == null) return;
        TermsEnum cursor = terms.iterator();
        for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
            if (cursor.docFreq() < least) continue;
            String text = term.utf8ToString();
            if (field.isText() && text.codePointCount(0, text.length()) != 2) continue;
            if (!searcher.getIndexReader().hasDeletions() || ranking.list(field, text).count >= least) to.add(text);
        }
    }
}
