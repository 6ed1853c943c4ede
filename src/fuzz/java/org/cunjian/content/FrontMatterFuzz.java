package org.cunjian.content;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.cunjian.io.SitePath;

/** Any bytes as a content file: an article, or diagnostics that point into it. */
class FrontMatterFuzz {
    private static final SitePath PATH = new SitePath("content/cases/a.md");

    @FuzzTest(maxDuration = "60s")
    void anyBytesAreAnArticleOrTold(byte[] bytes) {
        var article = ArticleParser.parse(PATH, bytes, Rights.FULL);
        if (article.value().isEmpty() && article.diagnostics().isEmpty())
            throw new IllegalStateException("neither an article nor a word about it");
        PracticeEntryParser.parse(new SitePath("content/practices/a.md"), bytes);
    }
}
