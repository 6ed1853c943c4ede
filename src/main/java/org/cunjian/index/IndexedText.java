package org.cunjian.index;

import java.util.List;

/**
 * What is indexed of one practice or case, before Lucene sees it. Made by {@link IndexedTextMaker}.
 *
 * @param order see {@link DocumentKey#order}
 * @param facets in the order in which they were found, which is the same in every build
 */
record IndexedText(
        DocumentKey key,
        String order,
        String title,
        Display display,
        Words words,
        String body,
        List<FacetValue> facets) {

    /**
     * Names, and texts that are cut into tokens.
     *
     * @param names what it is called itself, whole; {@code tags}: other names in full
     */
    record Words(List<String> names, List<String> tags, String title, String key) {}

    /** What a result shows beside title and snippet. */
    record Display(String date, String source, String place, String practices) {}
}
