/**
 * The index that browsers search, from {@code file://} as from {@code http://}: layout, writer, token rule. Start at
 * {@link org.cunjian.webindex.WebIndexWriter}; layout, rules and scoring are written in {@code FORMAT.md} beside it. The reader is
 * {@code templates/assets/search.js}.
 *
 * <pre>{@code
 * WebIndexWriter.write(index.postings(), kb, sink);   // search-index/root.js, t/…, p/…, s/…, x/…, f/…, y/…, r/…, fold.js
 * }</pre>
 *
 * <p>A build with nothing new keeps the files as they are: {@link org.cunjian.webindex.WebIndexRecord}.
 *
 * <p>Knows nothing of Lucene: postings come through {@link org.cunjian.webindex.PostingsSource}. Offsets are UTF-16 units.
 */
@NullMarked
package org.cunjian.webindex;

import org.jspecify.annotations.NullMarked;
