package org.cunjian.webindex;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cunjian.io.OutputSink;
import org.cunjian.text.Pinyin;

/**
 * Pinyin for the browser, in buckets by hash: what a spelling means ({@code y/}), and for words with a slip how characters
 * are read ({@code r/}). Loaded only where a query finds nothing as it stands.
 */
final class SoundBlocks {
    /** About what a bucket holds, UTF-16 units. */
    private static final int BUCKET = 8 * 1024;

    private SoundBlocks() {}

    /** A line for each spelling: it, then its meanings, divided by tabs. @return the number of buckets */
    static int write(SoundTable table, OutputSink sink) {
        List<String> spellings = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        table.forEach((spelling, meanings) -> {
            spellings.add(spelling);
            lines.add(spelling + "\t" + String.join("\t", meanings));
        });
        return write("y/", spellings, lines, sink);
    }

    /** A line for each character that someone may type: it, then its readings. @return the number of buckets */
    static int writeReadings(BitSet characters, OutputSink sink) {
        List<String> keys = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        // The 6,763 characters that simple input methods offer.
        CharsetEncoder common = Charset.forName("GB2312").newEncoder();
        for (int c = 0x4E00; c < 0xA000; c++) {
            List<String> readings = Pinyin.readings(c);
            if (readings.isEmpty() || !(characters.get(c) || common.canEncode((char) c))) continue;
            keys.add(Character.toString(c));
            lines.add(Character.toString(c) + "\t" + String.join("\t", readings));
        }
        return write("r/", keys, lines, sink);
    }

    private static int write(String prefix, List<String> keys, List<String> lines, OutputSink sink) {
        int weight = lines.stream().mapToInt(String::length).sum();
        int buckets = Integer.highestOneBit(Math.max(1, weight / BUCKET));
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) texts.add(new StringBuilder());
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder text = texts.get(Fnv.bucket(keys.get(i), buckets));
            text.append(text.isEmpty() ? "" : "\n").append(lines.get(i));
        }
        for (int i = 0; i < buckets; i++)
            new Block(prefix + Integer.toHexString(i), texts.get(i).toString(), "").write(sink);
        return buckets;
    }
}
