/**
 * Search over cases and practices, with Lucene; the only package that imports it. Start at
 * {@link org.cunjian.index.SearchIndex}:
 *
 * <pre>{@code
 * SearchIndex.update(folder, kb, Progress.NONE);
 * SearchResult found = SearchIndex.open(folder).value().orElseThrow().search(SearchRequest.of("網格"));
 * found.cases().get(0).snippet();   // …以網格為單位…, marks on 網格
 * }</pre>
 *
 * <p>An update asks {@link org.cunjian.index.IndexedTextMaker} for a hash of each document, gathers those that changed in {@link
 * org.cunjian.index.SegmentBuffer}s, and Lucene writes these as {@link org.cunjian.index.MemorySegment}s.
 *
 * <p>How text is folded, cut and scored is said once, in {@code FORMAT.md} of {@code webindex}, and the browser does the same.
 * Offsets are UTF-16 units. Text of excerpts is neither indexed nor kept.
 */
@NullMarked
package org.cunjian.index;

import org.jspecify.annotations.NullMarked;
