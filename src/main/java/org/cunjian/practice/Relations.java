package org.cunjian.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.practice.PracticeExtractor.Weighed;

/** Signs that come from the other names of the article: a part of one of them, or never standing outside a longer one. */
final class Relations {
    private Relations() {}

    static void mark(ArticleText article, List<Weighed> all) {
        Map<String, NameGroup> partOf = new HashMap<>();
        for (Weighed weighed : all)
            weighed.parts().forEach(part -> partOf.putIfAbsent(NameForm.key(part.of(article.text)), weighed.group()));
        int[] longest = longestAt(article, all);
        for (Weighed weighed : all) {
            if (!weighed.parts().isEmpty()) weighed.signs().on(Features.HAS_PARTS);
            for (String form : weighed.group().forms()) {
                NameGroup whole = partOf.get(NameForm.key(form));
                if (whole == null || whole == weighed.group()) continue;
                boolean numbered = KindReader.declaredCount(whole, whole.name()) != null;
                weighed.signs().on(numbered ? Features.IS_PART_OF_NUMBER : Features.IS_PART);
            }
            boolean inside = weighed.group().mentions().stream()
                    .allMatch(m -> longest[m.surface().start()] > m.surface().length());
            weighed.signs().on(Features.INSIDE_LONGER, inside);
        }
    }

    /** For each place the length of the longest surface that covers it. */
    private static int[] longestAt(ArticleText article, List<Weighed> all) {
        int[] longest = new int[article.length()];
        for (Weighed weighed : all)
            for (Candidate candidate : weighed.group().candidates)
                for (int i = candidate.surface().start();
                        i < candidate.surface().end();
                        i++)
                    longest[i] = Math.max(longest[i], candidate.surface().length());
        return longest;
    }
}
