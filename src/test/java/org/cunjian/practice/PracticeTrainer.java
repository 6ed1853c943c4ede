package org.cunjian.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cunjian.practice.LogisticRegression.Example;

/**
 * Learns {@code model.tsv} from the annotated articles and prints cross-validated figures (each article is judged by weights that
 * never saw it). {@code java … PracticeTrainer [--write]}; see src/main/data/practice/README.md.
 */
final class PracticeTrainer {
    /** Pull towards zero; the cross-validated curve is flat between 0.5 and 4. */
    static final double L2 = 2.0;

    /** A sign seen in fewer names than this is not learnt. */
    static final int RAREST = 3;

    /** A practice that need not be found weighs less than one that must. */
    static final double OPTIONAL = 0.25;

    private static final int FOLDS = 43;

    private PracticeTrainer() {}

    public static void main(String[] args) throws IOException {
        List<Annotated> articles = Annotated.all();
        Map<Annotated, List<Example>> examples = new LinkedHashMap<>();
        for (Annotated article : articles)
            examples.put(
                    article,
                    examples(
                            article,
                            args.length > 1 && args[0].equals("--opt") ? Double.parseDouble(args[1]) : OPTIONAL));
        double l2 = args.length > 3 ? Double.parseDouble(args[3]) : L2;
        Map<Annotated, PracticeModel> models = crossValidated(articles, examples, l2);
        for (double threshold = 0.5; threshold < 0.7; threshold += 0.02) {
            Scoring scoring = new Scoring();
            for (Annotated article : articles)
                scoring.add(
                        article,
                        new PracticeExtractor(models.get(article), threshold).extract(article.title(), article.body()));
            System.out.println(scoring.line(String.format(Locale.ROOT, "cross-validated at %.2f", threshold)));
        }
        Scoring scoring = new Scoring();
        for (Annotated article : articles)
            scoring.add(
                    article,
                    new PracticeExtractor(models.get(article), PracticeModel.CONFIRMED)
                            .extract(article.title(), article.body()));
        if (List.of(args).contains("--show")) scoring.log.forEach(System.out::println);
        Map<String, Double> weights = LogisticRegression.train(flat(articles, examples, null), l2, RAREST);
        PracticeModel fitted = new PracticeModel(weights);
        Scoring fit = new Scoring();
        for (Annotated article : articles)
            fit.add(
                    article,
                    new PracticeExtractor(fitted, PracticeModel.CONFIRMED).extract(article.title(), article.body()));
        System.out.println(fit.line("fitted"));
        if (List.of(args).contains("--write")) write(weights);
        if (List.of(args).contains("--weights"))
            weights.forEach((k, v) -> System.out.printf(Locale.ROOT, "%s\t%.2f%n", k, v));
    }

    static Map<Annotated, PracticeModel> crossValidated(
            List<Annotated> articles, Map<Annotated, List<Example>> examples, double l2) {
        Map<Annotated, PracticeModel> models = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Annotated> held = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) if (i % FOLDS == fold) held.add(articles.get(i));
            if (held.isEmpty()) continue;
            PracticeModel model =
                    new PracticeModel(LogisticRegression.train(flat(articles, examples, held), l2, RAREST));
            for (Annotated article : held) models.put(article, model);
        }
        return models;
    }

    private static List<Example> flat(
            List<Annotated> articles,
            Map<Annotated, List<Example>> examples,
            @org.jspecify.annotations.Nullable List<Annotated> without) {
        List<Example> all = new ArrayList<>();
        for (Annotated article : articles)
            if (without == null || !without.contains(article)) all.addAll(examples.getOrDefault(article, List.of()));
        return all;
    }

    static List<Example> examples(Annotated article, double optional) {
        List<Example> examples = new ArrayList<>();
        for (PracticeExtractor.Weighed group :
                PracticeExtractor.weigh(new ArticleText(article.title(), article.body()))) {
            boolean core = article.practices().stream()
                    .anyMatch(g -> g.isCore() && Scoring.matches(group.group().forms(), g));
            boolean any = article.practices().stream()
                    .anyMatch(g -> Scoring.matches(group.group().forms(), g));
            if (core) examples.add(new Example(group.signs(), true, 1));
            else if (any && article.isCase()) examples.add(new Example(group.signs(), true, optional));
            else if (any) examples.add(new Example(group.signs(), false, optional));
            else examples.add(new Example(group.signs(), false, 1));
        }
        return examples;
    }

    private static void write(Map<String, Double> weights) throws IOException {
        StringBuilder table =
                new StringBuilder("# Weights of the signs, learnt by PracticeTrainer. Columns: sign, weight.\n");
        new TreeMap<>(weights)
                .forEach((sign, weight) -> table.append(String.format(Locale.ROOT, "%s\t%.3f%n", sign, weight)));
        Files.writeString(Path.of("src/main/resources/org/cunjian/practice/model.tsv"), table);
    }
}
