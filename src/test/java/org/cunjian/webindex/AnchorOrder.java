package org.cunjian.webindex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cunjian.content.PlainText;
import org.cunjian.webindex.PostingsSource.Input;

/**
 * Finds the list of {@link DictionaryShape}: {@code AnchorOrder SECONDS CHARACTERS OUTPUT FOLDER…}. OUTPUT is that of a built site of some thousand
 * articles, whose lists have their weights; each FOLDER has articles as text, as different as can be. Sentences of them are replaced by others of the same folder. It begins with the
 * list that there is, and the characters that most of these edits touch behind it; of two listed characters the places are swapped where that leaves fewer blocks to write, or not many
 * more (simulated annealing: Kirkpatrick et al., 1983), the expected size of a block being what it was. Every other article of a folder is kept out, to see whether what is found holds for
 * others. {@code bench/README.md} has how the shipped list was made, and what it saves.
 */
public final class AnchorOrder {
    private static final int LONGEST = 50, SHORTEST = 30, EDITS_PER_FOLDER = 2_000;
    private static final double FIRST_HEAT = 0.003, LAST_HEAT = 1e-6;

    private final List<String> terms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> weights = new ArrayList<>();
    /** Of each folder: what an edit of it changes. Half of the articles are learned from. */
    private final List<List<int[]>> known = new ArrayList<>(), others = new ArrayList<>();

    private final Random random = new Random(1);

    private AnchorOrder() {}

    public static void main(String[] args) throws IOException {
        AnchorOrder search = new AnchorOrder();
        search.readTerms(Path.of(args[2], "search-index", "t"));
        for (String folder : Arrays.asList(args).subList(3, args.length)) search.readEdits(Path.of(folder));
        System.out.println(search.anneal(Double.parseDouble(args[0]), search.longest(Integer.parseInt(args[1]))));
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

    private void readEdits(Path folder) throws IOException {
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

    /** The list that there is, and the Han characters of what edits change most often, each folder counting alike. */
    private int[] longest(int characters) {
        Map<Integer, Double> uses = new HashMap<>();
        for (List<int[]> folder : known)
            for (int[] edit : folder)
                for (int t : edit)
                    terms.get(t)
                            .codePoints()
                            .limit(2)
                            .filter(Character::isIdeographic)
                            .forEach(c -> uses.merge(c, 1.0 / folder.size(), Double::sum));
        Set<Integer> listed =
                new LinkedHashSet<>(DictionaryShape.LISTED.codePoints().boxed().toList());
        uses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(use -> listed.add(use.getKey()));
        return listed.stream().mapToInt(Integer::intValue).limit(characters).toArray();
    }

    private String anneal(double seconds, int[] listed) {
        AnchorLayout layout = new AnchorLayout(terms, weights, listed);
        layout.print("others, before", others);
        layout.count(known);
        double cost = layout.cost();
        long start = System.nanoTime();
        for (double done = 0; done < 1; done = (System.nanoTime() - start) / 1e9 / seconds) {
            double heat = FIRST_HEAT * Math.pow(1 - done, 1.5) + LAST_HEAT;
            int one = random.nextInt(layout.size()), other = random.nextInt(layout.size());
            layout.swap(one, other);
            double next = layout.cost();
            if (next <= cost || Math.exp((cost - next) / heat) > random.nextDouble()) cost = next;
            else layout.swap(one, other);
        }
        layout.print("known, after", known);
        layout.print("others, after", others);
        return layout.list();
    }
}
