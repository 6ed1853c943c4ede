/**
 * The knowledge base as pages: the only package that imports JBake, FreeMarker and flexmark. Start at
 * {@link org.cunjian.site.SiteBaker}, which writes into an {@link org.cunjian.io.OutputSink};
 * {@link org.cunjian.site.LinkCheck} verifies what was written before it is published.
 *
 * <pre>
 * Outcome&lt;BakeReport&gt; baked = SiteBaker.bake(kb, Path.of("mysite"), sink, Progress.NONE);
 * baked.value().map(report -&gt; LinkCheck.check(report, otherFiles));
 * </pre>
 *
 * <p>Templates see text, numbers and lists of {@code View} and nothing else; what a page's view holds decides whether the page
 * of the previous build is kept. Offsets of marks are UTF-16 code units into the article's body.
 */
@NullMarked
package org.cunjian.site;

import org.jspecify.annotations.NullMarked;
