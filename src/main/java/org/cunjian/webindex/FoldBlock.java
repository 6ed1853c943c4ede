package org.cunjian.webindex;

import java.util.function.IntPredicate;
import org.cunjian.text.SearchFold;

/**
 * The part of the fold that this index needs: every code point that folds to characters of its terms, and to something else than
 * itself. What browsers do by rule (ASCII capitals, full-width ASCII, characters without a glyph) is left out. Text: pairs of
 * one character and one it becomes; then a line for each that becomes several.
 */
final class FoldBlock {
    private static final int LAST = 0x2FA1F;

    private FoldBlock() {}

    static Block of(IntPredicate isUsed) {
        StringBuilder single = new StringBuilder();
        StringBuilder several = new StringBuilder();
        for (int c = 0x80; c <= LAST; c++) {
            // Between these lie scripts that do not fold to anything Chinese text holds, and to which newer versions of
            // Unicode add:
            // without them the block is the same on every JDK.
            if (c == 0x2C00) c = 0x2E80;
            if (c == 0xA000) c = 0xF900; // surrogates and private use among them
            if (c == 0x10000) c = 0x20000;
            if (c >= 0xFF01 && c <= 0xFF5E) continue;
            String folded = SearchFold.fold(c);
            if (folded.isEmpty() || isSame(folded, c) || !folded.codePoints().anyMatch(isUsed)) continue;
            if (folded.codePointCount(0, folded.length()) == 1)
                single.appendCodePoint(c).append(folded);
            else several.append('\n').appendCodePoint(c).append(folded);
        }
        return new Block("fold", single.append(several).toString(), "");
    }

    private static boolean isSame(String folded, int codePoint) {
        return folded.codePointAt(0) == codePoint && folded.length() == Character.charCount(codePoint);
    }
}
