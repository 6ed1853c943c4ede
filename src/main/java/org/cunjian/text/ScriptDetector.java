package org.cunjian.text;

/**
 * Tells Simplified from Traditional text by the characters that only one of the two scripts writes. Most characters are
 * common to both and say nothing; so do 乾, 於 and the like, which Simplified text keeps in names.
 */
public final class ScriptDetector {
    /**
     * The smaller side may hold up to this share of the telling characters before a text counts as mixed: a Simplified
     * article that cites a calligrapher's signboard, or a Traditional one pasted through a converter that missed a word, stays
     * what it is. The articles we measured lie under 0.02 or over 0.98.
     */
    private static final double TOLERATED = 0.10;

    private ScriptDetector() {}

    /** One pass. A text without any telling character (Latin, or 村民) counts as Simplified. */
    public static Script detect(CharSequence chars) {
        char[] text = chars.toString().toCharArray();
        byte[] flags = ScriptTables.get().flags;
        int hans = 0;
        int hant = 0;
        for (char c : text) {
            byte flag = flags[c];
            if ((flag & ScriptTables.HANT_ONLY) != 0) hant++;
            if ((flag & ScriptTables.HANS_ONLY) != 0) hans++;
        }
        double tolerated = (hans + hant) * TOLERATED;
        if (hant <= tolerated) return Script.HANS;
        return hans <= tolerated ? Script.HANT : Script.MIXED;
    }
}
