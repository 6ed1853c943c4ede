package org.cunjian.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the ASCII names of {@link Pinyin#slug}. */
final class Slug {
    private static final int LONGEST = 40;
    private static final String FALLBACK = "p";
    /** A file or folder may not bear these names on Windows. */
    private static final Set<String> RESERVED = Set.of(
            "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9"
                    .split(" "));

    private final StringBuilder slug = new StringBuilder();
    private boolean hyphenDue;

    private Slug() {}

    static String of(String text) {
        // No more can be seen in the result, whatever the rest says.
        String seen = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String simplified = Simplifier.toSimplified(Normalizer.normalize(seen, Normalizer.Form.NFKC));
        Slug made = new Slug();
        made.appendAll(simplified, Pinyin.readingsInWords(simplified));
        String slug = made.slug.toString();
        if (slug.isEmpty()) return FALLBACK;
        return RESERVED.contains(slug) ? FALLBACK + "-" + slug : slug;
    }

    private void appendAll(String text, @Nullable String[] readings) {
        for (int i = 0; i < text.length(); i++) {
            String reading = readings[i];
            if (reading != null) {
                if (!append(reading)) return;
            } else if (!appendLatin(text.charAt(i))) return;
        }
    }

    private boolean appendLatin(char c) {
        String base =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        char letter = base.charAt(0);
        boolean kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept) return append(String.valueOf(letter));
        hyphenDue = true;
        return true;
    }

    /** False when {@code part} no longer fits. */
    private boolean append(String part) {
        boolean hyphen = hyphenDue && !slug.isEmpty();
        if (slug.length() + (hyphen ? 1 : 0) + part.length() > LONGEST) return false;
        if (hyphen) slug.append('-');
        slug.append(part);
        hyphenDue = false;
        return true;
    }
}
