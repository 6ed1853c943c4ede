package org.cunjian.webindex;

import java.util.Arrays;

/** Documents in rising order with their frequencies. Grows, and is used again. */
public final class Postings {
    public int count;
    public int[] documents = new int[16];
    public int[] frequencies = new int[16];

    public void add(int document, int frequency) {
        if (count == documents.length) {
            documents = Arrays.copyOf(documents, count * 2);
            frequencies = Arrays.copyOf(frequencies, count * 2);
        }
        documents[count] = document;
        frequencies[count++] = frequency;
    }

    /** Puts the documents in rising order. */
    public void sort() {
        boolean isSorted = true;
        for (int i = 1; i < count; i++) isSorted &= documents[i - 1] < documents[i];
        if (isSorted) return;
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) packed[i] = (long) documents[i] << 32 | frequencies[i];
        Arrays.sort(packed);
        for (int i = 0; i < count; i++) {
            documents[i] = (int) (packed[i] >> 32);
            frequencies[i] = (int) packed[i];
        }
    }

    /** Takes a document out, if it is there. */
    void remove(int document) {
        int at = Arrays.binarySearch(documents, 0, count, document);
        if (at < 0) return;
        int rest = count - at - 1;
        System.arraycopy(documents, at + 1, documents, at, rest);
        System.arraycopy(frequencies, at + 1, frequencies, at, rest);
        count--;
    }
}
