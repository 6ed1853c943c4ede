package org.cunjian.practice;

import java.util.List;
import org.cunjian.figure.FigureExtractor;

/** Prints what the extractor makes of the annotated articles: {@code java … TryOut [id…]}. */
final class TryOut {
    private TryOut() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("speed")) {
            speed();
            return;
        }
        if (args.length == 2 && args[0].matches("\\d{3}") && !args[1].matches("\\d{3}")) {
            explain(args[0], args[1]);
            return;
        }
        Scoring scoring = new Scoring();
        PracticeExtractor extractor = new PracticeExtractor();
        List<String> wanted = List.of(args);
        int coreCandidates = 0;
        int cores = 0;
        for (Annotated article : Annotated.all()) {
            if (!wanted.isEmpty() && !wanted.contains(article.id())) continue;
            scoring.add(article, extractor.extract(article.title(), article.body()));
            scoring.addFigures(article, FigureExtractor.extract(article.body()));
            ArticleText text = new ArticleText(article.title(), article.body());
            List<NameGroup> groups = NameGroup.of(text, PracticeExtractor.candidates(text));
            for (Annotated.Gold gold : article.practices()) {
                if (!gold.isCore()) continue;
                cores++;
                if (groups.stream().anyMatch(g -> Scoring.matches(g.forms(), gold))) coreCandidates++;
                else System.out.println(article.id() + " no candidate for " + gold.name() + " " + gold.names());
            }
        }
        scoring.log.forEach(System.out::println);
        System.out.println(scoring.line("all"));
        System.out.printf(
                "core among candidates %d of %d; figures %.3f flags %.3f%n",
                coreCandidates, cores, scoring.figureRecall(), scoring.flagRate());
    }

    /** Articles of 3,300 characters a second, one thread, after warming up. */
    private static void speed() {
        StringBuilder all = new StringBuilder();
        for (Annotated article : Annotated.all()) all.append(article.body());
        PracticeExtractor extractor = new PracticeExtractor();
        for (int round = 0; round < 8; round++) {
            long start = cpu();
            int articles = 0;
            for (int repeat = 0; repeat < 10; repeat++)
                for (int at = 0; at + 3300 <= all.length(); at += 3300) {
                    String body = all.substring(at, at + 3300);
                    extractor.extract("", body);
                    FigureExtractor.extract(body);
                    articles++;
                }
            System.out.printf("%.0f articles a CPU second%n", articles * 1e9 / (cpu() - start));
        }
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void explain(String id, String name) {
        for (Annotated article : Annotated.all())
            if (article.id().equals(id))
                new PracticeExtractor()
                        .explain(article.title(), article.body()).stream()
                                .filter(e -> e.forms().stream().anyMatch(f -> f.contains(name)))
                                .forEach(e -> System.out.printf(
                                        "%.2f %s %s%n   %s%n   %s%n",
                                        e.probability(),
                                        e.name(),
                                        e.forms(),
                                        e.signs().stream()
                                                .map(s -> s.code() + String.format(" %.2f", s.weight()))
                                                .toList(),
                                        e.finding().mentions().stream()
                                                .map(m -> m.surface())
                                                .toList()));
    }
}
