/**
 * Raw files to clean content files. Start at {@link org.cunjian.ingest.Ingester}; what it did is an
 * {@link org.cunjian.ingest.IngestReport}.
 *
 * <pre>
 * 山前村：“五长制”管好一条街                  title=山前村：“五长制”管好一条街
 * 来源：山前日报  时间：2022-12-28 08:21   →  date=2022-12-28
 * 分享到 0                                  source=山前日报 …
 * 山前村推行“五长制”……                      ~~~~~~
 * 相关新闻                                  山前村推行“五长制”……
 * </pre>
 *
 * <p>A reader per format ({@code PlainReader}, {@code HtmlReader}, {@code DocxReader}, {@code PdfReader}) makes a {@code Draft} (a web page is told by
 * {@code HtmlDeclared}, {@code HtmlHeader}, {@code HtmlSurroundings}, {@code HtmlBody});
 * {@code Cleaner} runs the rules over it in order, each a small class or a row of {@code Boilerplate}; {@code MarkdownText} and
 * {@code ContentFile} write. Every change is logged with its rule, its grade and the line of the raw file. The raw file is
 * never touched, nor a content file that was edited by hand.
 */
@NullMarked
package org.cunjian.ingest;

import org.jspecify.annotations.NullMarked;
