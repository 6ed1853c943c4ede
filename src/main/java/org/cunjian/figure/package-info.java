/**
 * Figures that articles claim. Start at {@link org.cunjian.figure.FigureExtractor}:
 *
 * <pre>{@code
 * FigureExtractor.extract("村集体已到账36万元，预计可达59万元。");
 * // 36万元 (360000 元, reached), 59万元 (590000 元, projected)
 * }</pre>
 *
 * <p>{@link org.cunjian.figure.Figure#from()} is what a figure is compared with, {@link org.cunjian.figure.FigureConflict} finds two
 * figures for one thing.
 *
 * <p>Text, number and unit stay as printed; spans are UTF-16 offsets into the body.
 */
@NullMarked
package org.cunjian.figure;

import org.jspecify.annotations.NullMarked;
