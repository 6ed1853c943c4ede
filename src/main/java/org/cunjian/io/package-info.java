/** Files at the edge: decoding, walking, hashing, atomic writing. Start at {@code SitePath}. */
@NullMarked
package org.cunjian.io;

import org.jspecify.annotations.NullMarked;
