package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The norms of the texts, one for each number: their distance from the usual one, 0 where there is no text. */
final class NormBlocks {
    static final int NUMBERS_PER_BLOCK = 1 << 16;

    /** The norm of an article of 3,000 characters: files keep the distance from it, which is small. */
    private static final int USUAL = 100;

    private NormBlocks() {}

    static String blockOf(int document) {
        return "n/" + document / NUMBERS_PER_BLOCK;
    }

    static List<Block> of(PostingsSource source) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < source.numberCount(); from += NUMBERS_PER_BLOCK) {
            int[] norms = new int[Math.min(NUMBERS_PER_BLOCK, source.numberCount() - from)];
            for (int i = 0; i < norms.length; i++) norms[i] = normOf(source, from + i);
            blocks.add(block(blockOf(from), norms));
        }
        return blocks;
    }

    static int normOf(PostingsSource source, int document) {
        return source.id(document) == null ? 0 : source.norm(document);
    }

    /** @param norms by the numbers within the block */
    static Block update(Block before, Map<Integer, Integer> norms) {
        Symbols.Reader reader = new Symbols.Reader(before.data());
        List<Integer> all = new ArrayList<>();
        while (!reader.isAtEnd()) {
            int stored = reader.next();
            all.add(stored == 0 ? 0 : USUAL + Symbols.unfolded(stored - 1));
        }
        norms.forEach(all::set);
        return block(before.name(), all.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Block block(String name, int[] norms) {
        Symbols data = new Symbols();
        for (int norm : norms) data.append(norm == 0 ? 0 : 1 + Symbols.folded(norm - USUAL));
        return new Block(name, "", data.toString());
    }
}
