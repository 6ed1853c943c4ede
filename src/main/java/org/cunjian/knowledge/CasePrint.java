package org.cunjian.knowledge;

import org.cunjian.content.Article;
import org.cunjian.io.ChangeHash;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.PracticeFinding;

/**
 * A number that changes when anything changes that is published of a case: the article's bytes, of which program and
 * configuration make the facts, and what lexicon, front matter and other articles make of those. It lets a build keep what the
 * last one wrote of a case without making it again.
 */
public final class CasePrint {
    private CasePrint() {}

    /** 64 bits; some microseconds. Program and configuration are not in it. */
    public static long of(Case c) {
        Article article = c.article();
        ChangeHash hash = new ChangeHash();
        hash.add(article.sha256()).add(article.rights().name()).add(c.script().code());
        hash.add(c.themes()).add(c.duplicateOf() == null ? "" : c.duplicateOf().value());
        hash.add(c.places().size());
        for (PlaceFinding found : c.places()) {
            String code = found.place().code();
            hash.add(found.place().chain()).add(code == null ? "" : code);
        }
        hash.add(c.practices().size());
        for (PracticeFinding finding : c.practices()) {
            Integer declared = finding.declaredCount();
            hash.add(finding.name()).add(finding.aliases());
            hash.add(finding.kind().code()).add(finding.status().code());
            hash.add(declared == null ? -1 : declared);
            for (Component part : finding.components()) hash.add(part.name());
        }
        return hash.toLong();
    }
}
