package org.cunjian.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Characters that look alike: 理 and 埋, 己 and 已. For the 6,763 characters of GB 2312 those of them that look like it, most alike
 * first, at most 14 (derived from Unihan and from how the characters are printed by {@code src/main/data/Shapes.java}). Read once on first
 * use, in about 10 ms.
 */
public final class Shapes {
    private Shapes() {}

    /** The characters that look like one, most alike first, as one string; empty where none is known. */
    public static String like(int codePoint) {
        return Holder.ALIKE.getOrDefault(codePoint, "");
    }

    /** Every character that looks like others, in the order of Unicode, with those. */
    public static void forEach(BiConsumer<String, String> consumer) {
        for (String line : Holder.LINES) consumer.accept(line.substring(0, 1), line.substring(1));
    }

    /** All of the table are in the basic plane. */
    private static final class Holder {
        static final String[] LINES = Pinyin.read("shapes.txt").split("\n");
        static final Map<Integer, String> ALIKE = new HashMap<>(2 * LINES.length);

        static {
            for (String line : LINES) ALIKE.put((int) line.charAt(0), line.substring(1));
        }
    }
}
