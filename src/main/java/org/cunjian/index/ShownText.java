package org.cunjian.index;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** What a result shows of its document beside the snippet, as one value of the index. */
record ShownText(String title, IndexedText.Display display) {
    private static final char MARK = '\u001F';

    static ShownText of(IndexedText text) {
        return new ShownText(text.title(), text.display());
    }

    byte[] toBytes() {
        StringBuilder all = new StringBuilder();
        for (String part : new String[] {title, display.date(), display.source(), display.place(), display.practices()})
            all.append(part.replace(MARK, ' ')).append(MARK);
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ShownText of(BytesRef bytes) {
        String[] parts = bytes.utf8ToString().split(String.valueOf(MARK), -1);
        return new ShownText(parts[0], new IndexedText.Display(parts[1], parts[2], parts[3], parts[4]));
    }
}
