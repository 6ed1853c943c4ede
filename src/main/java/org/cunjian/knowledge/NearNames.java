package org.cunjian.knowledge;

import java.util.List;

/**
 * Names that differ only in a word for running things: 网格化管理 and 网格化治理. Articles use such names for one arrangement or for two, and the
 * names alone do not tell: so they are related and stay apart, until a line in {@code content/lexicon/aliases.tsv} says that they are one.
 */
public final class NearNames {
    private static final List<String> ENDINGS = List.of("服务管理", "管理服务", "管理", "治理", "制");

    private static final int SHORTEST_STEM = 2;

    private NearNames() {}

    /** True for two different practices' names with one stem. */
    public static boolean areNear(String a, String b) {
        return !PracticeKey.of(a).equals(PracticeKey.of(b)) && stem(a).equals(stem(b));
    }

    /** The name's key without its last word for running things, if two characters stay: 网格化. */
    static String stem(String name) {
        String key = PracticeKey.of(name);
        for (String ending : ENDINGS)
            if (key.endsWith(ending) && key.length() - ending.length() >= SHORTEST_STEM)
                return key.substring(0, key.length() - ending.length());
        return key;
    }
}
