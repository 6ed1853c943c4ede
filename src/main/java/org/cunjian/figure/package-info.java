/** Figures that articles claim. Start at {@code FigureExtractor}. */
@NullMarked
package org.cunjian.figure;

import org.jspecify.annotations.NullMarked;
