package org.cunjian.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The units of {@code units.tsv} and their classes. */
final class Units {
    private static final Map<String, String> CLASS = read();
    private static final int LONGEST =
            CLASS.keySet().stream().mapToInt(String::length).max().orElse(1);

    private static final BitSet BEGINNINGS = new BitSet();

    static {
        for (String unit : CLASS.keySet()) BEGINNINGS.set(unit.charAt(0));
    }

    private Units() {}

    private static Map<String, String> read() {
        try (InputStream in = Units.class.getResourceAsStream("units.tsv")) {
            if (in == null) throw new IllegalStateException("resource missing: units.tsv");
            Map<String, String> units = new HashMap<>();
            for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
                if (line.isBlank() || line.charAt(0) == '#') continue;
                String[] row = line.strip().split("\t");
                for (String unit : row[1].split(" ")) units.put(unit, row[0]);
            }
            return Map.copyOf(units);
        } catch (IOException e) {
            throw new UncheckedIOException("units.tsv", e);
        }
    }

    /** Length of the longest unit at {@code at}; 0 where there is none. */
    static int length(String text, int at, int to) {
        if (at >= to || !BEGINNINGS.get(text.charAt(at))) return 0;
        for (int length = Math.min(LONGEST, to - at); length > 0; length--)
            if (CLASS.containsKey(text.substring(at, at + length)) && !isVillager(text, at + length)) return length;
        return 0;
    }

    /** 五个|村民小组: 村 is no unit there, but half of a word. */
    private static boolean isVillager(String text, int end) {
        return text.charAt(end - 1) == '村' && text.startsWith("民", end);
    }

    static String classOf(String unit) {
        return CLASS.getOrDefault(unit, "");
    }
}
