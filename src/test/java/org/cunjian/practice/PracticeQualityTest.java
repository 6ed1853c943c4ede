package org.cunjian.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.figure.FigureExtractor;
import org.cunjian.practice.LogisticRegression.Example;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The score table on the annotated articles; floors stand just under what was reached. */
class PracticeQualityTest {
    @BeforeEach
    void annotatedArticlesArePresent() {
        Assumptions.assumeTrue(Annotated.isPresent(), "../shared/eval is absent");
    }

    @Test
    void judgedByWeightsThatNeverSawTheArticle() {
        List<Annotated> articles = Annotated.all();
        Map<Annotated, List<Example>> examples = new LinkedHashMap<>();
        for (Annotated article : articles)
            examples.put(article, PracticeTrainer.examples(article, PracticeTrainer.OPTIONAL));
        Map<Annotated, PracticeModel> models = PracticeTrainer.crossValidated(articles, examples, PracticeTrainer.L2);
        Scoring all = new Scoring();
        for (Annotated article : articles) {
            PracticeModel unseen = models.getOrDefault(article, PracticeModel.shared());
            all.add(
                    article,
                    new PracticeExtractor(unseen, PracticeModel.CONFIRMED).extract(article.title(), article.body()));
        }
        System.out.println(all.line("practices, cross-validated"));
        RuleTable table = new RuleTable();
        for (Annotated article : articles) table.add(article, models.getOrDefault(article, PracticeModel.shared()));
        table.lines().forEach(System.out::println);
        assertThat(all.precision()).as("precision").isGreaterThan(0.94);
        assertThat(all.recall()).as("recall of core").isGreaterThan(0.90);
        assertThat(all.componentRate()).as("components exact").isGreaterThan(0.83);
        assertThat(all.invented).as("components invented").isLessThanOrEqualTo(5);
    }

    @Test
    void shippedWeightsOnTheSeedsAndOnAllArticles() {
        Scoring seeds = new Scoring();
        Scoring all = new Scoring();
        for (Annotated article : Annotated.all()) {
            List<PracticeFinding> findings = new PracticeExtractor().extract(article.title(), article.body());
            all.add(article, findings);
            if (article.id().startsWith("00")) seeds.add(article, findings);
        }
        System.out.println(seeds.line("practices, five seeds"));
        System.out.println(all.line("practices, fitted"));
        assertThat(seeds.precision()).as("precision on the seeds").isGreaterThan(0.90);
        assertThat(seeds.recall()).as("recall on the seeds").isGreaterThan(0.85);
        assertThat(all.componentRate()).as("components exact").isGreaterThan(0.84);
    }

    @Test
    void figuresAreFoundAndTheirFlagsAreRight() {
        Scoring all = new Scoring();
        for (Annotated article : Annotated.all()) all.addFigures(article, FigureExtractor.extract(article.body()));
        System.out.printf("figures: recall %.3f, projected flag %.3f%n", all.figureRecall(), all.flagRate());
        assertThat(all.figureRecall()).isGreaterThan(0.97);
        assertThat(all.flagRate()).isGreaterThan(0.97);
    }
}
