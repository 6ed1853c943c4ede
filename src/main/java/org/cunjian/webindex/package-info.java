/**
 * The index that browsers search, from {@code file://} as from {@code http://}: layout, writer, token rule. Start at
 * {@link org.cunjian.webindex.WebIndexBuild}; layout, rules and scoring are written in {@code FORMAT.md} beside it. The reader is
 * {@code templates/assets/search.js}.
 *
 * <pre>{@code
 * WebIndexBuild build = WebIndexBuild.of(file, program, content, sink);
 * if (!build.keep()) build.write(index.postings(kb), kb);   // search-index/root.js, t/…, a/…, d/…, n/…, s/…, x/…, f/…, y/…, r/…, fold/…
 * }</pre>
 *
 * <p>A build writes only what changed: {@link org.cunjian.webindex.WebIndexUpdate}; {@link org.cunjian.webindex.WebIndexWriter}
 * writes all. The bytes are the same.
 *
 * <p>Knows nothing of Lucene: postings come through {@link org.cunjian.webindex.PostingsSource}. Offsets are UTF-16 units.
 */
@NullMarked
package org.cunjian.webindex;

import org.jspecify.annotations.NullMarked;
