package org.cunjian.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.practice.PracticeExtractor.Weighed;
import org.cunjian.text.Span;

/** Signs that come from the other names of the article: a part of one of them, or never standing outside a longer one. */
final class Relations {
    private Relations() {}

    static void mark(ArticleText article, List<Weighed> all) {
        Map<String, NameGroup> partOf = new HashMap<>();
        for (Weighed weighed : all)
            for (Span part : weighed.parts().spans())
                partOf.putIfAbsent(NameForm.key(part.of(article.text)), weighed.group());
        int[] longest = longestAt(article, all);
        for (Weighed weighed : all) {
            if (!weighed.parts().isEmpty()) {
                weighed.signs().on(Features.HAS_PARTS);
                Integer declared = weighed.group().declaredCount();
                weighed.signs()
                        .on(
                                Features.PARTS_AS_DECLARED,
                                declared != null
                                        && declared == weighed.parts().spans().size());
            }
            for (String form : weighed.group().forms()) {
                NameGroup whole = partOf.get(NameForm.key(form));
                if (whole == null || whole == weighed.group()) continue;
                boolean numbered = whole.declaredCount() != null;
                weighed.signs().on(numbered ? Features.IS_PART_OF_NUMBER : Features.IS_PART);
            }
            boolean inside = true;
            for (Candidate mention : weighed.group().mentions())
                inside &= longest[mention.surface().start()] > mention.surface().length();
            weighed.signs().on(Features.INSIDE_LONGER, inside);
        }
    }

    /** For each place the length of the longest surface that covers it. */
    private static int[] longestAt(ArticleText article, List<Weighed> all) {
        int[] longest = new int[article.length()];
        for (Weighed weighed : all)
            for (Candidate candidate : weighed.group().candidates) {
                Span surface = candidate.surface();
                int length = surface.length();
                for (int i = surface.start(); i < surface.end(); i++) if (longest[i] < length) longest[i] = length;
            }
        return longest;
    }
}
