/** Named arrangements, found and taken apart. Start at {@code PracticeExtractor}. */
@NullMarked
package org.cunjian.practice;

import org.jspecify.annotations.NullMarked;
