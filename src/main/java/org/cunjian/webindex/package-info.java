/** The browser's search index. Start at {@code FORMAT.md}. */
@NullMarked
package org.cunjian.webindex;

import org.jspecify.annotations.NullMarked;
