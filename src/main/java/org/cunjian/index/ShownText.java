package org.cunjian.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * What a result shows of its document beside the snippet, as one value of the index.
 *
 * @param aliases of a practice, divided by 、
 */
record ShownText(String title, String aliases, IndexedText.Display display) {
    private static final char MARK = '\u001F';

    static ShownText of(IndexedText text) {
        boolean isPractice = text.key().type() == SearchHit.Type.PRACTICE;
        return new ShownText(text.title(), isPractice ? String.join("、", aliases(text)) : "", text.display());
    }

    /** All its names but the first, which is the title. */
    private static List<String> aliases(IndexedText text) {
        List<String> names = text.words().names();
        return names.subList(Math.min(1, names.size()), names.size());
    }

    byte[] toBytes() {
        StringBuilder all = new StringBuilder();
        for (String part :
                new String[] {title, aliases, display.date(), display.source(), display.place(), display.practices()})
            all.append(part.replace(MARK, ' ')).append(MARK);
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ShownText of(BytesRef bytes) {
        String[] parts = bytes.utf8ToString().split(String.valueOf(MARK), -1);
        return new ShownText(parts[0], parts[1], new IndexedText.Display(parts[2], parts[3], parts[4], parts[5]));
    }
}
