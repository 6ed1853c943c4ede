package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cunjian.content.ArticleId;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.knowledge.PracticeId;
import org.cunjian.text.SearchFold;
import org.jspecify.annotations.Nullable;

/**
 * For the name of a practice that many cases have: what results show of those that a query for it most likely brings. It
 * stands beside the lists of the name, so that one file spares a dozen. Which documents these are is guessed from what is known
 * of each by itself, not from scores, which one more article anywhere would change: a result that is not among them is shown
 * from its block of summaries, so a wrong guess costs a request and nothing else.
 */
final class Shortlists {
    /** With fewer cases, ten blocks of summaries are not needed. */
    private static final int LEAST_CASES = 8;

    /** A name of more practices is no name; so short a list never stands apart. */
    private static final int MOST_NAMED = 16;

    private static final int CASES = 12;
    private static final int PRACTICES = 4;

    /** What a name in the title is worth, beside one in the text. */
    private static final double IN_TITLE = 3;

    /** What BM25 adds to a frequency, for a text of no length and for one of usual length. */
    private static final double TEXT = 0.3;

    private static final double USUAL_TEXT = 0.9;
    private static final double USUAL_LENGTH = 3096;

    private final PostingsSource source;
    private final KnowledgeBase kb;
    private final ResultBlocks results;
    private final Map<String, Integer> practiceNumbers = new HashMap<>();
    private final Map<String, Integer> caseNumbers = new HashMap<>();
    private final Map<ArticleId, String> foldedTitles = new HashMap<>();
    /** By the practice's number: all its names ask for the same. */
    private final Map<Integer, List<Shown>> casesOf = new HashMap<>();

    /** A case of a practice, and what its text is worth for it. */
    private record Shown(int number, String foldedTitle, double score, Practice.Occurrence occurrence) {}

    /** A practice, or a case with what it says of the practice. */
    private record Candidate(int number, double score, Practice.@Nullable Occurrence occurrence) {
        static final Comparator<Candidate> ORDER =
                Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::number);

        boolean isBehind(double otherScore, int otherNumber) {
            return score < otherScore || (score == otherScore && number > otherNumber);
        }
    }

    Shortlists(PostingsSource source, KnowledgeBase kb, ResultBlocks results) {
        this.source = source;
        this.kb = kb;
        this.results = results;
        for (int d = 0; d < source.numberCount(); d++) {
            String id = source.id(d);
            if (id != null) (d < source.practiceNumbers() ? practiceNumbers : caseNumbers).put(id, d);
        }
    }

    /** Whether a term has one: the browser asks the same. */
    static boolean isFor(Postings[] byField, int practiceNumbers) {
        Postings names = byField[IndexField.NAME.position()];
        return names.count > 0
                && names.count <= MOST_NAMED
                && names.documents[0] < practiceNumbers
                && byField[IndexField.TAG.position()].count >= LEAST_CASES;
    }

    /** Finds which of some names are parts of others. */
    static final class Parts {
        private final Set<String> wanted;
        private final Set<Integer> beginnings = new HashSet<>();
        private int longest;

        Parts(Set<String> wanted) {
            this.wanted = wanted;
            for (String name : wanted) {
                if (name.length() > 1) beginnings.add(beginning(name, 0));
                longest = Math.max(longest, name.length());
            }
        }

        private static int beginning(String name, int at) {
            return name.charAt(at) << 16 | name.charAt(at + 1);
        }

        /** Adds the wanted parts of a name, itself among them. */
        void add(String name, Set<String> to) {
            for (int from = 0; from + 1 < name.length(); from++) {
                if (!beginnings.contains(beginning(name, from))) continue;
                int last = Math.min(name.length(), from + longest);
                for (int end = from + 2; end <= last; end++) {
                    String part = name.substring(from, end);
                    if (wanted.contains(part)) to.add(part);
                }
            }
        }
    }

    /**
     * The texts for some names.
     *
     * @param named the numbers of the practices that have each name
     */
    Map<String, String> texts(Map<String, List<Integer>> named) {
        Map<String, Set<Integer>> containing = containing(named);
        Map<String, String> texts = new LinkedHashMap<>();
        named.forEach((name, practices) ->
                texts.put(name, text(name, practices, containing.getOrDefault(name, Set.of()))));
        return texts;
    }

    /** Practices one of whose names holds one of these: a query for it brings them too. */
    private Map<String, Set<Integer>> containing(Map<String, List<Integer>> named) {
        Map<String, Set<Integer>> containing = new HashMap<>();
        named.forEach((name, practices) -> {
            Set<Integer> own = new TreeSet<>();
            for (int number : practices) if (number < source.practiceNumbers()) own.add(number);
            containing.put(name, own);
        });
        Parts wanted = new Parts(named.keySet());
        Set<String> parts = new TreeSet<>();
        for (Practice p : kb.practices()) {
            Integer number = practiceNumbers.get(p.id().value());
            if (number == null) continue;
            parts.clear();
            wanted.add(p.name(), parts);
            for (String alias : p.aliases()) wanted.add(alias, parts);
            for (String part : parts)
                containing.computeIfAbsent(part, k -> new TreeSet<>()).add(number);
        }
        return containing;
    }

    /** A line for each document: its number, and its summary. */
    private String text(String name, List<Integer> practices, Set<Integer> containing) {
        StringBuilder text = new StringBuilder();
        List<Candidate> ofPractices = new ArrayList<>();
        for (int number : containing) ofPractices.add(new Candidate(number, score(name, practiceOf(number)), null));
        ofPractices.sort(Candidate.ORDER);
        append(text, name, ofPractices.subList(0, Math.min(PRACTICES, ofPractices.size())));
        append(text, name, cases(name, practices));
        return text.toString();
    }

    /** The best cases, kept in order while all are looked at. */
    private List<Candidate> cases(String name, List<Integer> practices) {
        List<Candidate> best = new ArrayList<>();
        for (int practice : practices) {
            if (practice >= source.practiceNumbers()) continue;
            for (Shown c : casesOf.computeIfAbsent(practice, this::casesOf)) {
                double score = c.score() + (c.foldedTitle().contains(name) ? IN_TITLE : 0);
                boolean isFull = best.size() == CASES;
                if (isFull && !best.get(CASES - 1).isBehind(score, c.number())) continue;
                if (best.stream().anyMatch(b -> b.number() == c.number())) continue;
                if (isFull) best.remove(CASES - 1);
                int at = best.size();
                while (at > 0 && best.get(at - 1).isBehind(score, c.number())) at--;
                best.add(at, new Candidate(c.number(), score, c.occurrence()));
            }
        }
        return best;
    }

    private List<Shown> casesOf(int practice) {
        List<Shown> cases = new ArrayList<>();
        for (Practice.Occurrence o : practiceOf(practice).occurrences()) {
            Integer number = caseNumbers.get(o.article().value());
            if (number == null) continue;
            String title = foldedTitles.computeIfAbsent(o.article(), this::foldedTitle);
            int inText = Frequency.step(IndexField.BODY, o.finding().mentions().size());
            double length = USUAL_TEXT * lengthOf(source.norm(number)) / USUAL_LENGTH;
            cases.add(new Shown(number, title, inText / (inText + TEXT + length), o));
        }
        return cases;
    }

    private String foldedTitle(ArticleId id) {
        return kb.findCase(id)
                .map(c -> SearchFold.fold(c.article().metadata().title()))
                .orElse("");
    }

    /** The whole name first, then those that hold it most often. */
    private static double score(String name, Practice p) {
        int score = p.name().equals(name) ? 1000 : 0;
        if (p.name().contains(name)) score++;
        for (String alias : p.aliases()) {
            if (alias.equals(name)) score += 500;
            if (alias.contains(name)) score++;
        }
        return score;
    }

    /** The length that a norm stands for: Lucene's table. */
    private static double lengthOf(int norm) {
        if (norm < 24) return norm;
        int i = norm - 24;
        int shift = (i >>> 3) - 1;
        return 24 + (shift < 0 ? i & 7 : ((i & 7) | 8) * Math.pow(2, shift));
    }

    private void append(StringBuilder text, String name, List<Candidate> candidates) {
        for (Candidate c : candidates) {
            Practice.Occurrence o = c.occurrence();
            if (!text.isEmpty()) text.append('\n');
            text.append(c.number()).append('\t');
            text.append(o == null ? results.summary(c.number()) : results.summary(o, name));
        }
    }

    private Practice practiceOf(int number) {
        String id = source.id(number);
        return kb.findPractice(new PracticeId(id == null ? "" : id))
                .orElseThrow(() -> new IllegalStateException("index and knowledge differ: " + id));
    }
}
