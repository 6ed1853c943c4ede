package org.cunjian.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that a match of a form may begin with, learned from the form as they come up: where one character alone neither
 * has the form nor leaves the matcher asking for more ({@link Matcher#hitEnd}), nothing behind it can mend that. Looking for a
 * form of many branches at each place of a line costs ten times this. For forms that ask for nothing before them. Safe for any
 * thread: a character learned twice is learned the same.
 */
final class FirstCharacters {
    private static final byte MAY_BEGIN = 1;
    private static final byte NEVER = 2;

    private final Pattern form;
    private final byte[] known = new byte[Character.MAX_VALUE + 1];

    FirstCharacters(Pattern form) {
        this.form = form;
    }

    boolean has(char first) {
        if (known[first] == 0) {
            Matcher alone = form.matcher(String.valueOf(first));
            known[first] = alone.lookingAt() || alone.hitEnd() ? MAY_BEGIN : NEVER;
        }
        return known[first] == MAY_BEGIN;
    }

    /**
     * As {@link Matcher#find(int)}, with a matcher of the form over the whole of {@code text}; its groups are those of the match.
     *
     * @return where the match begins; -1 where there is none
     */
    int find(Matcher matcher, CharSequence text, int from) {
        matcher.reset().useTransparentBounds(true);
        for (int i = from; i < text.length(); i++)
            if (has(text.charAt(i)) && matcher.region(i, text.length()).lookingAt()) return i;
        return -1;
    }
}
