package org.cunjian.ingest;

import java.util.List;

/** The rules in the order in which they run: characters first, then the page around the article, then its paragraphs. */
final class Cleaner {
    private static final List<CleaningRule> RULES = List.of(
            new DebrisRule(),
            new ShiftedBytesRule(),
            new PinyinRule(),
            new HeaderRule(),
            new TailRule(),
            new RepeatedTitleRule(),
            new CaptionRule(),
            new BrokenParagraphRule(),
            new LostPlusRule(),
            new HeadingRule());

    private Cleaner() {}

    static void clean(Draft draft) {
        for (CleaningRule rule : RULES) rule.apply(draft);
    }
}
