package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cunjian.config.Theme;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which of the configured themes an article is about, and the sentences that say so. Of words that overlap the longest counts:
 * 总书记 is no 书记 where the configuration lists it, 红白理事会 no 理事会. A word weighs 1 + ln(sentences with it), more where the
 * title, a heading or the beginning has it; a supporting word four tenths of that. A theme counts where two of its own words stand in
 * two sentences, or one in a prominent place and two sentences, or one in many; in long articles in one of thirty sentences.
 * Of those within half of the best three are kept. One pass over the text.
 */
public final class ThemeTagger {
    private static final int MOST_THEMES = 3;
    private static final double TITLE_WEIGHT = 4;
    private static final double PROMINENT_WEIGHT = 1;
    private static final double SUPPORT = 0.4;

    /** The share of the best theme's weight that another needs. */
    private static final double BESIDE_BEST = 0.5;

    /** Two words once each are 2, and said in passing. */
    private static final double LEAST_SCORE = 2.5;

    /** A word in so many sentences speaks without a second one. */
    private static final int OFTEN = 4;

    /** One sentence in so many has to speak for a theme. */
    private static final int SPARSEST = 30;

    /** An article of so few sentences may say it in one. */
    private static final int BRIEF = 6;

    /** What comes first says what it is about. */
    private static final int BEGINNING = 2;

    private static final int MOST_EVIDENCE = 8;

    private final List<Theme> themes;
    private final List<Word> words = new ArrayList<>();

    /** For each UTF-16 unit the words that begin with it, longest first, as a number of {@code byFirst} from 1; 0 for none. */
    private final char[] firsts = new char[0x10000];

    private final List<Word[]> byFirst = new ArrayList<>();

    /** A cue as a word of the text; {@code uses} are pairs of theme and role. */
    private static final class Word {
        final String text;
        final int number;
        final List<Use> uses = new ArrayList<>();

        Word(String text, int number) {
            this.text = text;
            this.number = number;
        }
    }

    private record Use(int theme, boolean isOwn) {}

    public ThemeTagger(List<Theme> themes) {
        this.themes = List.copyOf(themes);
        Map<String, Word> byText = new HashMap<>();
        for (int t = 0; t < this.themes.size(); t++)
            for (Theme.Cue cue : this.themes.get(t).parsedCues()) {
                String text = Simplifier.toSimplified(cue.word());
                if (text.isEmpty()) continue;
                Word word = byText.computeIfAbsent(text, k -> new Word(k, byText.size()));
                if (cue.role() != Theme.Role.EXCLUDED) word.uses.add(new Use(t, cue.role() == Theme.Role.OWN));
            }
        words.addAll(byText.values());
        words.sort(Comparator.comparingInt((Word w) -> -w.text.length()).thenComparing(w -> w.text));
        Map<Character, List<Word>> lists = new HashMap<>();
        for (Word word : words)
            lists.computeIfAbsent(word.text.charAt(0), k -> new ArrayList<>()).add(word);
        lists.forEach((first, list) -> {
            byFirst.add(list.toArray(Word[]::new));
            firsts[first] = (char) byFirst.size();
        });
    }

    /** Best first; empty where nothing speaks clearly. Spans are sentences of the body. */
    public List<ThemeFinding> tag(String title, String body) {
        return tag(title, body, List.of());
    }

    /**
     * The same, but where the curator's {@code tags} name themes, those and no others, in that order, with whatever sentences
     * speak for them.
     */
    public List<ThemeFinding> tag(String title, String body, List<String> tags) {
        if (themes.isEmpty()) return List.of();
        Reading reading = new Reading();
        reading.read(Simplifier.toSimplified(title), Simplifier.toSimplified(body));
        List<Integer> wanted = named(tags);
        return wanted.isEmpty()
                ? reading.findings()
                : wanted.stream().map(reading::finding).toList();
    }

    private List<Integer> named(List<String> tags) {
        List<Integer> named = new ArrayList<>();
        for (String tag : tags)
            for (int t = 0; t < themes.size(); t++)
                if (Simplifier.toSimplified(tag)
                        .equals(Simplifier.toSimplified(themes.get(t).name()))) named.add(t);
        return named;
    }

    /** Ids of the themes of which a word stands in a name: 村规民约 is of 乡风文明, whatever it is named beside. */
    List<String> themesIn(String name) {
        char[] text = name.toCharArray();
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < text.length; ) {
            int list = firsts[text[i]];
            Word word = list == 0 ? null : longest(byFirst.get(list - 1), text, i, text.length);
            i += word == null ? 1 : word.text.length();
            if (word == null) continue;
            for (Use use : word.uses) if (use.isOwn()) found.add(use.theme());
        }
        return found.stream().map(t -> themes.get(t).id()).toList();
    }

    /** A sentence that speaks for a theme. */
    private record Speaking(ThemeFinding.Evidence evidence, double weight) {}

    private final class Reading {
        private final int[] sentencesWith = new int[words.size()];
        private final double[] bonus = new double[words.size()];
        private final int[] lastSeenIn = new int[words.size()];
        private final double[] ofSentence = new double[themes.size()];
        private final boolean[] hasOwn = new boolean[themes.size()];
        private final Span[] cues = new Span[themes.size()];
        private final int[] ownSentences = new int[themes.size()];
        private final List<List<Speaking>> speaking = new ArrayList<>();
        private int sentences;

        void read(String title, String body) {
            for (int t = 0; t < themes.size(); t++) speaking.add(new ArrayList<>());
            char[] text = title.toCharArray();
            scan(text, 0, text.length, TITLE_WEIGHT);
            Arrays.fill(sentencesWith, 0);
            Arrays.fill(ownSentences, 0);
            text = body.toCharArray();
            sentences = 0;
            for (Span sentence : SentenceSplitter.split(text)) {
                boolean isHeading = text[sentence.start()] == '#';
                scan(text, sentence.start(), sentence.end(), isHeading || sentences < BEGINNING ? PROMINENT_WEIGHT : 0);
                if (isHeading) continue;
                for (int t = 0; t < ofSentence.length; t++)
                    if (hasOwn[t])
                        speaking.get(t).add(new Speaking(new ThemeFinding.Evidence(sentence, cues[t]), ofSentence[t]));
            }
        }

        private ThemeFinding finding(int theme) {
            return new ThemeFinding(themes.get(theme).id(), evidence(theme));
        }

        private void scan(char[] text, int from, int end, double weight) {
            sentences++;
            Arrays.fill(ofSentence, 0);
            Arrays.fill(hasOwn, false);
            for (int i = from; i < end; ) {
                int list = firsts[text[i]];
                Word word = list == 0 ? null : longest(byFirst.get(list - 1), text, i, end);
                if (word == null) {
                    i++;
                    continue;
                }
                i += word.text.length();
                bonus[word.number] = Math.max(bonus[word.number], weight);
                if (lastSeenIn[word.number] == sentences) continue;
                lastSeenIn[word.number] = sentences;
                sentencesWith[word.number]++;
                for (Use use : word.uses) {
                    if (use.isOwn() && !hasOwn[use.theme()]) {
                        hasOwn[use.theme()] = true;
                        ownSentences[use.theme()]++;
                        cues[use.theme()] = Span.at(i - word.text.length(), word.text.length());
                    }
                    ofSentence[use.theme()] += use.isOwn() ? 1 : SUPPORT / 2;
                }
            }
        }

        private List<ThemeFinding> findings() {
            double[] scores = new double[themes.size()];
            int[] own = new int[themes.size()];
            int[] most = new int[themes.size()];
            boolean[] isProminent = new boolean[themes.size()];
            for (Word word : words) {
                int times = sentencesWith[word.number];
                if (times == 0 && bonus[word.number] == 0) continue;
                double weight = 1 + Math.log(Math.max(1, times)) + bonus[word.number];
                for (Use use : word.uses) {
                    scores[use.theme()] += use.isOwn() ? weight : SUPPORT * weight;
                    if (!use.isOwn()) continue;
                    own[use.theme()]++;
                    most[use.theme()] = Math.max(most[use.theme()], times);
                    isProminent[use.theme()] |= bonus[word.number] > 0;
                }
            }
            List<Integer> ranked = new ArrayList<>();
            for (int t = 0; t < scores.length; t++)
                if (counts(t, scores[t], own[t], most[t], isProminent[t])) ranked.add(t);
            ranked.sort(Comparator.comparingDouble((Integer t) -> -scores[t]));
            List<ThemeFinding> found = new ArrayList<>();
            for (int t : ranked)
                if (found.size() < MOST_THEMES && scores[t] >= BESIDE_BEST * scores[ranked.get(0)])
                    found.add(finding(t));
            return found;
        }

        private boolean counts(int theme, double score, int own, int most, boolean isProminent) {
            int saying = speaking.get(theme).size();
            if (saying == 0 || ownSentences[theme] * SPARSEST < sentences) return false;
            if (own >= 2) return sentences <= BRIEF || (saying >= 2 && score >= LEAST_SCORE);
            return (isProminent && saying >= 2) || most >= OFTEN;
        }

        /** The sentences with the most of the theme's words, then the first. */
        private List<ThemeFinding.Evidence> evidence(int theme) {
            List<Speaking> all = speaking.get(theme);
            all.sort(Comparator.comparingDouble(Speaking::weight)
                    .reversed()
                    .thenComparingInt(s -> s.evidence().sentence().start()));
            return all.stream().limit(MOST_EVIDENCE).map(Speaking::evidence).toList();
        }
    }

    private static @Nullable Word longest(Word[] of, char[] text, int at, int end) {
        for (Word word : of) if (stands(word.text, text, at, end)) return word;
        return null;
    }

    private static boolean stands(String word, char[] text, int at, int end) {
        if (word.length() > end - at) return false;
        for (int i = 1; i < word.length(); i++) if (text[at + i] != word.charAt(i)) return false;
        return true;
    }
}
