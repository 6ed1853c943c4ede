/**
 * Content files: a JBake header, then Markdown. Start at {@link org.cunjian.content.ArticleParser} for cases and
 * {@link org.cunjian.content.PracticeEntryParser} for curated practices; {@link org.cunjian.content.FrontMatter} is the header
 * alone, for other types.
 *
 * <pre>
 * title=石鼓区建设村：“五长制”管好一条街
 * date=2022-12-28
 * type=case
 * status=published
 * ~~~~~~
 * 建设村推行“五长制”……
 * </pre>
 *
 * <p>Everything is checked here before JBake sees a file, because JBake drops or misreads without a word. Offsets into a body
 * are UTF-16 code units after the line end of {@code ~~~~~~}, with LF line ends.
 */
@NullMarked
package org.cunjian.content;

import org.jspecify.annotations.NullMarked;
