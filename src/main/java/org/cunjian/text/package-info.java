/**
 * Spans, lines, widths, scripts: what every other package says about a text. Start at {@link org.cunjian.text.Span}.
 *
 * <p>Offsets are UTF-16 code units, 0-based, end exclusive; lines and columns are for people, 1-based, columns in code points.
 * Depends on nothing but the JDK.
 */
@NullMarked
package org.cunjian.text;

import org.jspecify.annotations.NullMarked;
