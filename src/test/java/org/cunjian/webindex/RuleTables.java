package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.List;

/** What the browser's rule is tested with: the whole table of the fold, and the hash of its blocks. */
public final class RuleTables {
    public static final int SEED = Fnv.SEED;

    private RuleTables() {}

    /** A line for each character: itself, and what it becomes. */
    public static List<String> fold() {
        List<String> lines = new ArrayList<>();
        for (Block block : FoldBlock.all(TokenRule::isTokenCharacter))
            if (!block.text().isEmpty()) lines.addAll(List.of(block.text().split("\n")));
        return lines;
    }

    public static int hash(String text, int seed) {
        return Fnv.checksum(seed, text);
    }
}
