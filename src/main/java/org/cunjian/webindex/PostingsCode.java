package org.cunjian.webindex;

import org.cunjian.webindex.PostingsSource.Postings;

/**
 * Posting lists as symbols. Within a list documents stand in groups of equal frequency and norm, highest frequency and shortest
 * text first, so that neither is repeated and a reader may stop early.
 */
final class PostingsCode {
    private static final int MOST_FREQUENCY = (1 << 20) - 1;

    private long[] packed = new long[64];

    /** Appends the postings {@code from} to {@code to} (exclusive) of a list. Sorts; cost n log n. */
    void append(StringBuilder out, IndexField field, Postings list, int from, int to, PostingsSource source) {
        if (!field.hasNorms()) {
            appendDocuments(out, list, from, to);
            return;
        }
        int count = to - from;
        if (packed.length < count) packed = new long[count * 2];
        for (int i = 0; i < count; i++) {
            int document = list.documents[from + i];
            long frequency = Math.min(list.frequencies[from + i], MOST_FREQUENCY);
            packed[i] = (MOST_FREQUENCY - frequency) << 40 | (long) source.norm(field, document) << 32 | document;
        }
        java.util.Arrays.sort(packed, 0, count);
        for (int i = 0; i < count; ) {
            long group = packed[i] >>> 32;
            int end = i + 1;
            while (end < count && packed[end] >>> 32 == group) end++;
            appendGroup(out, field, i, end);
            i = end;
        }
    }

    private void appendGroup(StringBuilder out, IndexField field, int from, int to) {
        int frequency = MOST_FREQUENCY - (int) (packed[from] >>> 40);
        int norm = (int) (packed[from] >>> 32) & 0xFF;
        int count = to - from;
        Symbols.append(out, (frequency - 1) * 2 + (count > 1 ? 1 : 0));
        Symbols.appendSigned(out, norm - field.usualNorm());
        if (count > 1) Symbols.append(out, count - 2);
        int next = 0;
        for (int i = from; i < to; i++) {
            int document = (int) packed[i];
            Symbols.append(out, document - next);
            next = document + 1;
        }
    }

    private static void appendDocuments(StringBuilder out, Postings list, int from, int to) {
        int next = 0;
        for (int i = from; i < to; i++) {
            Symbols.append(out, list.documents[i] - next);
            next = list.documents[i] + 1;
        }
    }
}
