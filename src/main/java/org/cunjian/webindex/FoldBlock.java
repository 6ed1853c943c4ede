package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cunjian.text.SearchFold;

/**
 * The part of the fold that this index needs: every code point that folds to characters of its terms, and to something else than
 * itself. What browsers do by rule (ASCII capitals, full-width ASCII, characters without a glyph) is left out. A line for each:
 * the character, and what it becomes; in a block by the hash of the character, for folding a query, and in one for each
 * character of what it becomes, for finding a folded query in a text as printed.
 */
final class FoldBlock {
    /** Each about half a kilobyte after gzip; a query loads those of its few characters instead of 17 KB. */
    static final int BUCKETS = 32;

    private static final int FIRST_HAN = 0x2E80;
    private static final int LAST = 0x2FA1F;

    private FoldBlock() {}

    static List<Block> all(IntPredicate isUsed) {
        List<StringBuilder> bySource = buckets();
        List<StringBuilder> byTarget = buckets();
        for (int c = 0x80; c <= LAST; c++) {
            // Between these lie scripts that do not fold to anything Chinese text holds, and to which newer versions of
            // Unicode add: without them the block is the same on every JDK.
            if (c == 0x2C00) c = 0x2E80;
            if (c == 0xA000) c = 0xF900; // surrogates and private use among them
            if (c == 0x10000) c = 0x20000;
            if (c >= 0xFF01 && c <= 0xFF5E) continue;
            String folded = SearchFold.fold(c);
            if (folded.isEmpty() || isSame(folded, c) || !folded.codePoints().anyMatch(isUsed)) continue;
            String source = Character.toString(c);
            add(bySource, Fnv.bucket(source, BUCKETS), source + folded);
            folded.codePoints()
                    .map(target -> Fnv.bucket(Character.toString(target), BUCKETS))
                    .distinct()
                    .forEach(bucket -> add(byTarget, bucket, source + folded));
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            blocks.add(new Block("fold/s" + i, bySource.get(i).toString(), ""));
            blocks.add(new Block("fold/t" + i, byTarget.get(i).toString(), ""));
        }
        return blocks;
    }

    /** What folds to the Han characters of a name: pairs of a character and what it becomes, one behind the other. */
    static String foldingTo(String name) {
        StringBuilder pairs = new StringBuilder();
        name.codePoints().distinct().forEach(c -> {
            for (int source : Sources.BY_TARGET.getOrDefault(c, List.of()))
                pairs.appendCodePoint(source).appendCodePoint(c);
        });
        return pairs.toString();
    }

    /** Made when first needed: a look at each character of the planes of Han. */
    private static final class Sources {
        static final Map<Integer, List<Integer>> BY_TARGET = new HashMap<>();

        static {
            for (int c = FIRST_HAN; c <= LAST; c++) {
                if (c == 0xA000) c = 0xF900;
                if (c == 0xFB00) c = 0x20000;
                String folded = SearchFold.fold(c);
                if (folded.isEmpty() || isSame(folded, c)) continue;
                int target = folded.codePointAt(0);
                if (target >= FIRST_HAN && folded.length() == Character.charCount(target))
                    BY_TARGET.computeIfAbsent(target, t -> new ArrayList<>()).add(c);
            }
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
