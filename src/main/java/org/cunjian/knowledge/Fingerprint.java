package org.cunjian.knowledge;

import org.cunjian.io.ChangeHash;
import org.cunjian.text.Simplifier;

/** What two prints of one article have in common: the hash of its letters and digits in Simplified. */
public final class Fingerprint {
    /** Shorter texts say too little to be called the same. */
    private static final int FEWEST_CHARS = 30;

    private Fingerprint() {}

    /** 32 hexadecimal digits, or nothing for a text of fewer than 30 letters and digits. One pass over the text. */
    public static String of(String body) {
        StringBuilder kept = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean isHan = c >= '\u4e00' && c <= '\u9fff';
            if (isHan || Character.isLetterOrDigit(c) || Character.isSurrogate(c)) kept.append(Simplifier.simplify(c));
        }
        return kept.length() < FEWEST_CHARS
                ? ""
                : new ChangeHash().add(kept.toString()).toString();
    }
}
