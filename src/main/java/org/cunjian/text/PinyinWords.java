package org.cunjian.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words whose reading is not that of their characters alone: 路长, 重建, 成都. Read on first use, 1,600 words. */
final class PinyinWords {
    private final Map<String, String[]> words = new HashMap<>();
    private int longest = 1;

    private PinyinWords(String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int tab = line.indexOf('\t');
            words.put(line.substring(0, tab), line.substring(tab + 1).split(" "));
            longest = Math.max(longest, tab);
        });
    }

    static PinyinWords get() {
        return Holder.WORDS;
    }

    /** By UTF-16 unit of {@code text}: the reading of the character that begins there, null elsewhere. */
    @Nullable
    String[] read(String text) {
        @Nullable String[] readings = new @Nullable String[text.length()];
        for (int i = 0; i < text.length(); ) {
            int taken = readWord(text, i, readings);
            if (taken == 0) {
                int codePoint = text.codePointAt(i);
                List<String> all = Pinyin.readings(codePoint);
                if (!all.isEmpty()) readings[i] = all.get(0);
                taken = Character.charCount(codePoint);
            }
            i += taken;
        }
        return readings;
    }

    private int readWord(String text, int start, @Nullable String[] readings) {
        for (int length = Math.min(longest, text.length() - start); length > 1; length--) {
            String[] word = words.get(text.substring(start, start + length));
            if (word == null) continue;
            System.arraycopy(word, 0, readings, start, length);
            return length;
        }
        return 0;
    }

    private static final class Holder {
        static final PinyinWords WORDS = new PinyinWords(Pinyin.read("pinyin-words.txt"));
    }
}
