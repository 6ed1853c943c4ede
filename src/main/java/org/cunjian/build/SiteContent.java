package org.cunjian.build;

import java.util.List;
import org.cunjian.config.SiteConfig;
import org.cunjian.content.Article;
import org.cunjian.content.Lexicon;
import org.cunjian.content.PracticeEntry;

/** All that a person wrote for a site, checked: articles and entries in path order. */
public record SiteContent(SiteConfig config, List<Article> articles, List<PracticeEntry> entries, Lexicon lexicon) {
    public SiteContent {
        articles = List.copyOf(articles);
        entries = List.copyOf(entries);
    }
}
