package org.cunjian.webindex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cunjian.content.PlainText;
import org.cunjian.webindex.PostingsSource.Input;

/**
 * Finds the list of {@link DictionaryShape}: {@code AnchorOrder SECONDS OUTPUT FOLDER…}. OUTPUT is that of a built site of some thousand articles, whose
 * lists have their weights; each FOLDER has articles as text, as different as can be. Sentences of them are replaced by others of the same folder, and of two listed
 * characters the places are swapped where that leaves fewer blocks to write, or not many more (simulated annealing: Kirkpatrick et al., 1983), the
 * expected size of a block being what it was. Every other article of a folder is kept out, to see whether what is found holds for others.
 *
 * <p>The list that is shipped comes from a program of the same rules, in half an hour, from 1,500 generated articles and 44 from the web, none kept
 * out, with the lists of 10,000 articles. {@code bench/README.md} has what it saves, and what one saves that was made without half of the 44.
 */
public final class AnchorOrder {
    private static final int LONGEST = 50, SHORTEST = 30, EDITS_PER_FOLDER = 2_000;
    private static final double FIRST_HEAT = 0.02;
    /** What twice the expected size of a block costs, in blocks of an edit. */
    private static final double COST_OF_SIZE = 30;

    /** Sizes of blocks, as parts of an index of this size, and how much each counts: smaller sites have fewer blocks for the same characters. */
    private static final Map<Integer, Double> SIZES =
            new TreeMap<>(Map.of(9 << 10, 0.4, 27 << 10, 0.2, 90 << 10, 0.15, 288 << 10, 0.25));

    private final List<String> terms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> weights = new ArrayList<>();
    private final Random random = new Random(1);

    private AnchorOrder() {}

    public static void main(String[] args) throws IOException {
        AnchorOrder search = new AnchorOrder();
        search.readTerms(Path.of(args[1], "search-index", "t"));
        List<List<int[]>> known = new ArrayList<>(), others = new ArrayList<>();
        for (String folder : Arrays.asList(args).subList(2, args.length))
            search.readEdits(Path.of(folder), known, others);
        String found = search.anneal(Double.parseDouble(args[0]), known, others);
        System.out.println(found);
    }

    private int number(String term) {
        return numbers.computeIfAbsent(term, t -> {
            terms.add(t);
            weights.add(0);
            return terms.size() - 1;
        });
    }

    private void readTerms(Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = "t/" + file.getFileName().toString().replace(".js", "");
            Block block = Block.parse(name, Files.readAllBytes(file));
            Symbols.Reader data = new Symbols.Reader(block.data());
            for (String line : block.text().split("\n")) {
                if (line.isEmpty() || new TermEntry(line, "").isBare()) continue;
                int length = data.next();
                data.moveTo(data.position() + length);
                weights.set(number(line), new TermEntry(line, "").weight() + length);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void readEdits(Path folder, List<List<int[]>> known, List<List<int[]>> others) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(folder)) texts.add(PlainText.of(Files.readString(file, StandardCharsets.UTF_8)));
        List<String> sentences = new ArrayList<>();
        for (String text : texts) sentences.addAll(sentences(text));
        List<int[]> even = new ArrayList<>(), odd = new ArrayList<>();
        while (even.size() + odd.size() < EDITS_PER_FOLDER) {
            int at = random.nextInt(texts.size());
            List<String> own = sentences(texts.get(at));
            if (own.isEmpty()) continue;
            String old = own.get(random.nextInt(own.size()));
            String other = sentences.get(random.nextInt(sentences.size()));
            (at % 2 == 0 ? even : odd).add(changed(texts.get(at), texts.get(at).replace(old, other)));
        }
        known.add(even);
        others.add(odd);
    }

    private static List<String> sentences(String text) {
        return Stream.of(text.split("(?<=[。！？])|\n"))
                .filter(s -> s.length() >= SHORTEST && s.length() <= LONGEST)
                .toList();
    }

    private int[] changed(String before, String after) {
        DocumentTerms old = DocumentTerms.of(new Input(List.of(), List.of(), "", ""), before);
        DocumentTerms now = DocumentTerms.of(new Input(List.of(), List.of(), "", ""), after);
        Set<String> all = new TreeSet<>(old.terms());
        all.addAll(now.terms());
        all.removeIf(term -> old.frequency(term, IndexField.BODY) == now.frequency(term, IndexField.BODY));
        return all.stream().mapToInt(this::number).toArray();
    }

    private String anneal(double seconds, List<List<int[]>> known, List<List<int[]>> others) {
        Layout layout = new Layout(DictionaryShape.LISTED.codePoints().toArray());
        layout.print("others, before", others);
        layout.count(known);
        double cost = layout.cost();
        long start = System.nanoTime();
        for (double done = 0; done < 1; done = (System.nanoTime() - start) / 1e9 / seconds) {
            double heat = FIRST_HEAT * Math.pow(1 - done, 1.5) + 1e-5;
            int one = random.nextInt(layout.listed.length), other = random.nextInt(layout.listed.length);
            layout.swap(one, other);
            double next = layout.cost();
            if (next <= cost || Math.exp((cost - next) / heat) > random.nextDouble()) cost = next;
            else layout.swap(one, other);
        }
        layout.print("known, after", known);
        layout.print("others, after", others);
        return new String(layout.listed, 0, layout.listed.length);
    }

    /** Where terms lie by a list, at each size of blocks. */
    private final class Layout {
        final int[] listed;
        final Map<Integer, Integer> places = new HashMap<>();
        final int[] first = new int[terms.size()], second = new int[terms.size()], more = new int[terms.size()];
        final int[] anchor = new int[terms.size()];
        final Map<Integer, int[]> termsOf = new HashMap<>();
        final Map<Integer, Long> weightOf = new HashMap<>();
        final List<Scale> scales = new ArrayList<>();
        List<List<int[]>> edits = List.of();

        Layout(int[] listed) {
            this.listed = listed.clone();
            for (int i = 0; i < listed.length; i++) places.put(listed[i], i);
            Map<Integer, List<Integer>> of = new HashMap<>();
            for (int t = 0; t < terms.size(); t++) {
                int[] characters = terms.get(t).codePoints().limit(4).toArray();
                first[t] = characters[0];
                second[t] = characters.length > 1 ? characters[1] : 0;
                if (second[t] > 0 && second[t] < 0x80) more[t] = Arrays.hashCode(Arrays.copyOfRange(characters, 2, 4));
                of.computeIfAbsent(first[t], c -> new ArrayList<>()).add(t);
                if (second[t] != first[t])
                    of.computeIfAbsent(second[t], c -> new ArrayList<>()).add(t);
            }
            of.forEach((c, own) ->
                    termsOf.put(c, own.stream().mapToInt(Integer::intValue).toArray()));
            for (int t = 0; t < terms.size(); t++) {
                anchor[t] = anchorOf(t);
                weightOf.merge(anchor[t], (long) weights.get(t), Long::sum);
            }
            SIZES.forEach((size, share) -> scales.add(new Scale(size, share)));
        }

        int place(int character) {
            return places.getOrDefault(character, listed.length);
        }

        int spread(int character) {
            return Fnv.spread(Character.toString(character));
        }

        int anchorOf(int t) {
            if (second[t] == 0) return first[t];
            int one = place(first[t]), other = place(second[t]);
            boolean isFirst = one == other ? spread(first[t]) <= spread(second[t]) : one > other;
            return isFirst ? first[t] : second[t];
        }

        void count(List<List<int[]>> folders) {
            edits = folders;
            for (Scale scale : scales) scale.count();
        }

        double cost() {
            return scales.stream().mapToDouble(Scale::cost).sum();
        }

        void print(String what, List<List<int[]>> folders) {
            count(folders);
            for (Scale s : scales)
                System.out.printf(
                        Locale.ROOT,
                        "%s: blocks of %d Ki, expected %.0f; blocks to write %s%n",
                        what,
                        s.size >> 10,
                        s.squares / s.total,
                        Arrays.toString(s.means()));
        }

        void swap(int one, int other) {
            if (one == other) return;
            Set<Integer> moved = new HashSet<>();
            for (int t : termsOf.getOrDefault(listed[one], new int[0])) moved.add(t);
            for (int t : termsOf.getOrDefault(listed[other], new int[0])) moved.add(t);
            Set<Integer> anchors = new HashSet<>();
            int kept = listed[one];
            listed[one] = listed[other];
            listed[other] = kept;
            places.put(listed[one], one);
            places.put(listed[other], other);
            for (int t : moved) {
                int now = anchorOf(t);
                if (now == anchor[t]) continue;
                weightOf.merge(anchor[t], (long) -weights.get(t), Long::sum);
                weightOf.merge(now, (long) weights.get(t), Long::sum);
                anchors.add(anchor[t]);
                anchors.add(now);
                anchor[t] = now;
            }
            for (Scale scale : scales) scale.update(moved, anchors);
        }

        /** One size of blocks. */
        private final class Scale {
            final int size;
            final double share;
            final int light;
            final double squaresAtFirst;
            final int[] block = new int[terms.size()];
            final Map<Integer, Long> sizes = new HashMap<>();
            final Map<Integer, Integer> partsOf = new HashMap<>();
            double squares;
            double total;
            Map<Integer, int[]> editsOf = new HashMap<>();
            private List<int[]> flat = List.of();
            int[] counts = {};
            int[] folderOf = {};
            long[] sums = {};

            Scale(int size, double share) {
                this.size = size;
                this.share = share;
                long rest = 0;
                for (long w : weightOf.values()) if (w <= size) rest += w;
                light = parts(rest);
                for (int t = 0; t < block.length; t++) {
                    block[t] = blockOf(t);
                    add(block[t], weights.get(t));
                    total += weights.get(t);
                }
                squaresAtFirst = squares;
                for (int by : weightOf.keySet()) partsOf.put(by, ownParts(by));
            }

            private int parts(long weight) {
                int parts = 1;
                while (parts < weight / size + 1) parts *= 2;
                return parts;
            }

            private int ownParts(int anchor) {
                long weight = weightOf.getOrDefault(anchor, 0L);
                return weight <= size ? 0 : parts(weight);
            }

            int blockOf(int t) {
                int by = anchor[t];
                int parts = ownParts(by);
                if (parts == 0) return lightPart(by);
                int other = first[t] == by ? second[t] : first[t];
                int place = more[t] == 0 ? place(other) : listed.length;
                int hash = place == listed.length ? spread(other) ^ more[t] : place;
                return (by << 9) | (hash & (parts - 1));
            }

            private int lightPart(int by) {
                int place = place(by);
                int hash = place == listed.length
                        ? spread(by)
                        : (spread(by) & -DictionaryShape.LIGHT_CLASSES) | place % DictionaryShape.LIGHT_CLASSES;
                return -1 - (hash & (light - 1));
            }

            private void add(int name, long weight) {
                long before = sizes.getOrDefault(name, 0L), after = before + weight;
                sizes.put(name, after);
                squares += (double) after * after - (double) before * before;
            }

            void count() {
                Map<Integer, List<Integer>> of = new HashMap<>();
                List<int[]> all = edits.stream().flatMap(List::stream).toList();
                for (int e = 0; e < all.size(); e++)
                    for (int t : all.get(e))
                        of.computeIfAbsent(t, x -> new ArrayList<>()).add(e);
                editsOf = new HashMap<>();
                of.forEach((t, own) ->
                        editsOf.put(t, own.stream().mapToInt(Integer::intValue).toArray()));
                folderOf = new int[all.size()];
                for (int f = 0, e = 0; f < edits.size(); f++)
                    for (int i = 0; i < edits.get(f).size(); i++) folderOf[e++] = f;
                flat = all;
                counts = new int[all.size()];
                sums = new long[edits.size()];
                for (int e = 0; e < counts.length; e++) recount(e);
            }

            private void recount(int e) {
                Set<Integer> blocks = new HashSet<>();
                for (int t : flat.get(e)) blocks.add(block[t]);
                sums[folderOf[e]] += blocks.size() - counts[e];
                counts[e] = blocks.size();
            }

            double[] means() {
                double[] means = new double[sums.length];
                for (int f = 0; f < means.length; f++)
                    means[f] = Math.round(100.0 * sums[f] / edits.get(f).size()) / 100.0;
                return means;
            }

            double cost() {
                double mean = 0;
                for (int f = 0; f < sums.length; f++)
                    mean += (double) sums[f] / edits.get(f).size() / sums.length;
                return share * (mean + COST_OF_SIZE * Math.max(0, squares / squaresAtFirst - 1));
            }

            /** @param anchors whose weight is another, so that all their terms may move */
            void update(Set<Integer> moved, Set<Integer> anchors) {
                BitSet touched = new BitSet();
                for (int t : moved) move(t, touched);
                for (int c : anchors) {
                    int now = ownParts(c);
                    Integer was = partsOf.put(c, now);
                    if (was == null || was != now)
                        for (int t : termsOf.getOrDefault(c, new int[0])) if (anchor[t] == c) move(t, touched);
                }
                touched.stream().forEach(this::recount);
            }

            private void move(int t, BitSet touched) {
                int now = blockOf(t);
                if (now == block[t]) return;
                add(block[t], -weights.get(t));
                add(now, weights.get(t));
                block[t] = now;
                for (int e : editsOf.getOrDefault(t, new int[0])) touched.set(e);
            }
        }
    }
}
