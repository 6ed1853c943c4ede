/**
 * Spans, lines, widths, scripts: what every other package says about a text. Start at {@link org.cunjian.text.Span}.
 *
 * <p>For Chinese: {@link org.cunjian.text.Simplifier} (Traditional to Simplified, length kept, so spans stay valid), {@link
 * org.cunjian.text.ScriptDetector}, {@link org.cunjian.text.Pinyin} (all readings, tone checks, slugs). Their tables are derived
 * by the scripts in {@code src/main/data}.
 *
 * <pre>{@code
 * Simplifier.toSimplified("鄉村振興"); // 乡村振兴
 * Pinyin.isReading('聯', "lián"); // true
 * Pinyin.slug("五长制"); // wuzhangzhi
 * }</pre>
 *
 * <p>Offsets are UTF-16 code units, 0-based, end exclusive; lines and columns are for people, 1-based, columns in code points.
 * Depends on nothing but the JDK.
 */
@NullMarked
package org.cunjian.text;

import org.jspecify.annotations.NullMarked;
