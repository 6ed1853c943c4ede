package org.cunjian.webindex;

import java.util.Arrays;

/**
 * Posting lists as symbols. Within a list documents stand in groups of equal frequency, highest first, so that it is not repeated
 * and a reader may stop early.
 */
final class PostingsCode {
    private int[] documents = new int[64];
    private final int[] counts = new int[Frequency.MOST + 1];

    /** Appends a list, whose documents rise, with frequencies in steps. */
    void append(Symbols out, IndexField field, Postings list) {
        if (!field.isText()) appendDocuments(out, list.documents, 0, list.count);
        else if (list.count == 1) appendGroup(out, list.frequencies[0], list.documents, 0, 1);
        else appendDealt(out, list);
    }

    /** Deals the documents out to their groups, which takes linear time. */
    private void appendDealt(Symbols out, Postings list) {
        int most = 0;
        for (int i = 0; i < list.count; i++) most = Math.max(most, list.frequencies[i]);
        // counts[f]: first how many have frequency f, then where the next of them goes
        Arrays.fill(counts, 0, most + 1, 0);
        for (int i = 0; i < list.count; i++) counts[list.frequencies[i]]++;
        int next = 0;
        for (int f = most; f > 0; f--) {
            int count = counts[f];
            counts[f] = next;
            next += count;
        }
        if (documents.length < next) documents = new int[next * 2];
        for (int i = 0; i < list.count; i++) documents[counts[list.frequencies[i]]++] = list.documents[i];
        for (int f = most, start = 0; f > 0; f--) {
            if (counts[f] > start) appendGroup(out, f, documents, start, counts[f]);
            start = counts[f];
        }
    }

    private static void appendGroup(Symbols out, int frequency, int[] documents, int from, int to) {
        int count = to - from;
        out.append((frequency - 1) * 2 + (count > 1 ? 1 : 0));
        if (count > 1) out.append(count - 2);
        appendDocuments(out, documents, from, to);
    }

    private static void appendDocuments(Symbols out, int[] documents, int from, int to) {
        int next = 0;
        for (int i = from; i < to; i++) {
            out.append(documents[i] - next);
            next = documents[i] + 1;
        }
    }

    /** Reads {@code count} postings behind those that {@code to} has; sort it after the last. */
    static void read(Symbols.Reader from, IndexField field, int count, Postings to) {
        int end = to.count + count;
        if (!field.isText()) {
            for (int next = 0; to.count < end; ) {
                int document = next + from.next();
                to.add(document, 1);
                next = document + 1;
            }
            return;
        }
        while (to.count < end) {
            int head = from.next();
            int size = (head & 1) == 1 ? from.next() + 2 : 1;
            for (int i = 0, next = 0; i < size; i++) {
                int document = next + from.next();
                to.add(document, (head >> 1) + 1);
                next = document + 1;
            }
        }
    }
}
