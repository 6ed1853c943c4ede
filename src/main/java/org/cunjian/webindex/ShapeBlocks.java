package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.cunjian.text.Shapes;

/**
 * For the browser: what someone may have meant who typed a character that looks like it ({@code g/}), cut to the characters of this index, in buckets
 * by hash. A line for each: the character, then those that it may stand for.
 */
final class ShapeBlocks {
    /** About two kilobytes each after gzip, for an index of 3,000 characters. A query loads those of one or two characters. */
    static final int BUCKETS = 16;

    private ShapeBlocks() {}

    static List<Block> of(IntPredicate isUsed) {
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) texts.add(new StringBuilder());
        Shapes.forEach((character, alike) -> {
            StringBuilder text = texts.get(Fnv.bucket(character, BUCKETS));
            int start = text.length();
            if (start > 0) text.append('\n');
            text.append(character).append('\t');
            int bare = text.length();
            alike.codePoints().filter(isUsed).forEach(text::appendCodePoint);
            if (text.length() == bare) text.setLength(start);
        });
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++)
            blocks.add(new Block("g/" + i, texts.get(i).toString(), ""));
        return blocks;
    }
}
