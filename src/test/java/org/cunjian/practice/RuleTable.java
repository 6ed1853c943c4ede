package org.cunjian.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cunjian.practice.Annotated.Gold;
import org.cunjian.practice.PracticeExtractor.Weighed;

/**
 * Which rule found what on the annotated articles, right and wrong: the rules that notice names, and those that read parts. A
 * name that two rules noticed counts for both.
 */
final class RuleTable {
    private static final class Row {
        int core;
        int optional;
        int neither;
        int published;
        int wrong;
    }

    private static final class PartsRow {
        int exact;
        int differs;
        int unstated;
        int others;
    }

    private final Map<String, Row> rules = new TreeMap<>();
    private final Map<String, PartsRow> parts = new TreeMap<>();

    void add(Annotated article, PracticeModel model) {
        ArticleText text = new ArticleText(article.title(), article.body());
        Set<String> published = new PracticeExtractor(model, PracticeModel.CONFIRMED)
                .extract(article.title(), article.body()).stream()
                        .filter(f -> f.status() == PracticeStatus.CONFIRMED)
                        .map(PracticeFinding::name)
                        .collect(Collectors.toCollection(HashSet::new));
        for (Weighed weighed : PracticeExtractor.weigh(text)) {
            List<Gold> golds = article.practices().stream()
                    .filter(g -> Scoring.matches(weighed.group().forms(), g))
                    .toList();
            boolean isPublished = published.contains(weighed.group().name());
            weighed.group().candidates.stream()
                    .map(Candidate::rule)
                    .distinct()
                    .forEach(rule -> count(rules.computeIfAbsent(rule, r -> new Row()), golds, isPublished));
            if (isPublished && !weighed.parts().isEmpty()) countParts(text, weighed, golds);
        }
    }

    private static void count(Row row, List<Gold> golds, boolean isPublished) {
        if (golds.stream().anyMatch(Gold::isCore)) row.core++;
        else if (golds.isEmpty()) row.neither++;
        else row.optional++;
        if (isPublished) row.published++;
        if (isPublished && golds.isEmpty()) row.wrong++;
    }

    private void countParts(ArticleText text, Weighed weighed, List<Gold> golds) {
        PartsRow row = parts.computeIfAbsent(weighed.parts().rule(), r -> new PartsRow());
        List<String> got = weighed.parts().spans().stream()
                .map(span -> NameForm.shown(span.of(text.text)))
                .toList();
        if (golds.stream().noneMatch(Gold::isCore)) row.others++;
        else if (golds.stream().anyMatch(g -> Scoring.exact(g.components(), got))) row.exact++;
        else if (golds.stream().allMatch(g -> g.components().isEmpty())) row.unstated++;
        else row.differs++;
    }

    /** Two tables, ready to print. */
    List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("rule          core  optional  neither | published  wrong");
        rules.forEach((rule, r) -> lines.add(String.format(
                Locale.ROOT,
                "%-12s %5d %9d %8d | %9d %6d",
                rule,
                r.core,
                r.optional,
                r.neither,
                r.published,
                r.wrong)));
        lines.add("parts by     exact  differ  unstated | of names that are not core");
        parts.forEach((rule, r) -> lines.add(
                String.format(Locale.ROOT, "%-12s %5d %7d %9d | %6d", rule, r.exact, r.differs, r.unstated, r.others)));
        return lines;
    }
}
