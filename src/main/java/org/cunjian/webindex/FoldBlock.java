package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.cunjian.text.SearchFold;

/**
 * The part of the fold that this index needs: every code point that folds to characters of its terms, and to something else than
 * itself. What browsers do by rule (ASCII capitals, full-width ASCII, characters without a glyph) is left out. A line for each:
 * the character, and what it becomes; in a block by the hash of the character, for folding a query. What is shown brings what folds
 * its own characters with it: {@link #pairsOf}.
 */
final class FoldBlock {
    /** Each about half a kilobyte after gzip; a query loads those of its few unknown characters instead of 17 KB. */
    static final int BUCKETS = 32;

    private static final int LAST = 0x2FA1F;

    private FoldBlock() {}

    static List<Block> all(IntPredicate isUsed) {
        List<StringBuilder> bySource = buckets();
        for (int c = 0x80; c <= LAST; c++) {
            if (!isTabled(c)) continue;
            String folded = SearchFold.fold(c);
            if (!folded.codePoints().anyMatch(isUsed)) continue;
            String source = Character.toString(c);
            add(bySource, Fnv.bucket(source, BUCKETS), source + folded);
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++)
            blocks.add(new Block("fold/" + i, bySource.get(i).toString(), ""));
        return blocks;
    }

    /** Whether a table must say what a character becomes. */
    private static boolean isTabled(int c) {
        // Between these lie scripts that do not fold to anything Chinese text holds, and to which newer versions of
        // Unicode add: without them the blocks are the same on every JDK.
        boolean isStable = c < 0x2C00
                || (c >= 0x2E80 && c < 0xA000)
                || (c >= 0xF900 && c < 0x10000) // surrogates and private use lie before
                || (c >= 0x20000 && c <= LAST);
        if (c < 0x80 || !isStable || (c >= 0xFF01 && c <= 0xFF5E)) return false;
        String folded = SearchFold.fold(c);
        return !folded.isEmpty() && !isSame(folded, c);
    }

    /**
     * What folds the characters of a text, as far as a table must say so: pairs of a character and what it becomes, one behind the other; after
     * a space those that become several, each with the number of UTF-16 units in base 36. Empty for most Simplified texts.
     */
    static String pairsOf(String text) {
        StringBuilder pairs = new StringBuilder();
        StringBuilder longer = new StringBuilder();
        BitSet seen = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c < 0x80) continue;
            if (Character.isHighSurrogate((char) c)) {
                c = text.codePointAt(i);
                if (c > 0xFFFF) i++;
            }
            boolean isKnown = c > 0xFFFF ? !isTabled(c) : !Tabled.PLANE.get(c);
            if (isKnown || seen.get(c)) continue;
            seen.set(c);
            String folded = SearchFold.fold(c);
            if (folded.codePointCount(0, folded.length()) == 1)
                pairs.appendCodePoint(c).append(folded);
            else
                longer.appendCodePoint(c)
                        .append(Character.forDigit(folded.length(), Character.MAX_RADIX))
                        .append(folded);
        }
        return longer.isEmpty()
                ? pairs.toString()
                : pairs.append(' ').append(longer).toString();
    }

    /** The answers for the first 65536: a site has a hundred million characters. */
    private static final class Tabled {
        static final BitSet PLANE = new BitSet();

        static {
            for (int c = 0; c < 0x10000; c++) if (isTabled(c)) PLANE.set(c);
        }
    }

    private static List<StringBuilder> buckets() {
        List<StringBuilder> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) buckets.add(new StringBuilder());
        return buckets;
    }

    private static void add(List<StringBuilder> buckets, int bucket, String line) {
        StringBuilder text = buckets.get(bucket);
        if (!text.isEmpty()) text.append('\n');
        text.append(line);
    }

    private static boolean isSame(String folded, int codePoint) {
        return folded.codePointAt(0) == codePoint && folded.length() == Character.charCount(codePoint);
    }
}
