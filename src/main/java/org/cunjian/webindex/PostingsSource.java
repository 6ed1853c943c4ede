package org.cunjian.webindex;

/**
 * An index as the browser files are made from it, without a word about Lucene. Documents are numbered from 0, practices
 * first; the numbers follow from what the documents are, not from when they were indexed. For one thread.
 */
public interface PostingsSource {
    int documentCount();

    /** Documents below this number are practices, the others cases. */
    int practiceCount();

    /** The id of a practice or a case. */
    String id(int document);

    Statistics statistics(IndexField field);

    /** The values that a document is narrowed by, in an order of their own. */
    java.util.List<Facet> facets(int document);

    /** {@code kind} as in the address of the search page; {@code parent} is the value above, empty where there is none. */
    record Facet(String kind, String value, String label, String parent) {}

    /** The length of a field as Lucene keeps it: one byte, 0 to 255. 1 for a field without norms. */
    int norm(IndexField field, int document);

    /** Visits every index term once, in order of its UTF-8 bytes. */
    void forEachTerm(TermVisitor visitor);

    /** Documents that have the field, and the number of tokens they hold together. */
    record Statistics(int documents, long tokens) {}

    /** Takes a term and for each field, by its ordinal, the postings; the arrays are used again after the call. */
    @FunctionalInterface
    interface TermVisitor {
        void term(String text, Postings[] byField);
    }

    /** Documents in rising order with their frequencies. */
    final class Postings {
        public int count;
        public int[] documents = new int[16];
        public int[] frequencies = new int[16];

        public void add(int document, int frequency) {
            if (count == documents.length) {
                documents = java.util.Arrays.copyOf(documents, count * 2);
                frequencies = java.util.Arrays.copyOf(frequencies, count * 2);
            }
            documents[count] = document;
            frequencies[count++] = frequency;
        }

        /** Puts the documents in rising order. */
        public void sort() {
            long[] packed = new long[count];
            for (int i = 0; i < count; i++) packed[i] = (long) documents[i] << 32 | frequencies[i];
            java.util.Arrays.sort(packed);
            for (int i = 0; i < count; i++) {
                documents[i] = (int) (packed[i] >> 32);
                frequencies[i] = (int) packed[i];
            }
        }
    }
}
