package org.cunjian.webindex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the browser files are made from it, without a word about Lucene. Documents have numbers by {@link
 * DocumentNumbers}, practices first; some numbers are free. For one thread.
 */
public interface PostingsSource {
    /** How many documents there are. */
    int documentCount();

    /** Every number is below this one. */
    int numberCount();

    /** Numbers below this one are for practices, the others for cases. */
    int practiceNumbers();

    /** The id of a practice or a case; null where the number is free. */
    @Nullable
    String id(int document);

    /** Changes when anything that is indexed or shown of a document changes. */
    String hash(int document);

    /** What was indexed of a document besides its text. Cost: making it anew from the knowledge base. */
    Input input(int document);

    Statistics statistics(IndexField field);

    /** The values that a document is narrowed by, in an order of their own. */
    List<Facet> facets(int document);

    /** {@code kind} as in the address of the search page; {@code parent} is the value above, empty where there is none. */
    record Facet(String kind, String value, String label, String parent) {}

    /** The length of the text as Lucene keeps it: one byte, 0 to 255. */
    int norm(int document);

    /** The day of a case, as {@link DayNumber}; 0 for a practice, a free number and where no date is known. */
    int day(int document);

    /** Visits every index term once, in order of its UTF-8 bytes. */
    void forEachTerm(TermVisitor visitor);

    /** What is asked often, each query once, in the order of the queries; with what it brings first. */
    List<Answer> answers();

    /**
     * Documents that have the field, and about how many tokens they hold together: no more than there are, but one a document.
     */
    record Statistics(int documents, long tokens) {
        private static final int DIGITS = 6;

        /**
         * Rounds the tokens down to six binary digits: lengths on average are off by a thirty-second at most, and a sentence that changes
         * hardly ever changes what a browser must load first.
         */
        public static Statistics of(int documents, long tokens) {
            int lost = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(tokens) - DIGITS);
            return new Statistics(documents, Math.max(documents, tokens >>> lost << lost));
        }
    }

    /** Names and tags as whole tokens, title and key as texts before they are folded and cut. */
    record Input(List<String> names, List<String> tags, String title, String key) {}

    /** Takes a term and for each field, by its ordinal, the postings; the arrays are used again after the call. */
    @FunctionalInterface
    interface TermVisitor {
        void term(String text, Postings[] byField);
    }
}
