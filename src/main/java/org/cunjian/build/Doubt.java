package org.cunjian.build;

import java.util.List;
import org.cunjian.diagnostic.SourceRange;

/**
 * One thing that a curator should look at, and how to settle it.
 *
 * @param code the key of the sentence that says it, {@code build/doubt-…}
 * @param args for that sentence
 * @param articles how many articles it is about
 * @param worth orders the doubts of one kind: what is worth more comes first
 * @param where the place of the evidence
 * @param evidence the sentence that raised it; empty where nothing in the text did
 * @param remedies what settles it, one or the other
 */
public record Doubt(
        Kind kind,
        String code,
        List<String> args,
        int articles,
        double worth,
        SourceRange where,
        String evidence,
        List<Remedy> remedies) {

    /** In the order of their worth: what misleads readers of the published site first. */
    public enum Kind {
        CONFLICT,
        PLACE,
        PRACTICE,
        MISSING,
        COPY;

        /** The key of the heading under which doubts of this kind are listed. */
        public String key() {
            return "build/doubts-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What to write where.
     *
     * @param code the key of the sentence before it, with the file as its argument
     * @param file relative to the site
     * @param replaces the line of that file which {@code line} stands for; empty where it is a new one
     * @param line the line itself, several for a new file; empty where the text must be mended by eye
     */
    public record Remedy(String code, String file, String replaces, String line) {}

    public Doubt {
        args = List.copyOf(args);
        remedies = List.copyOf(remedies);
    }
}
