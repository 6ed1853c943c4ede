/** Stage order, caches, publishing. */
@NullMarked
package org.cunjian.build;

import org.jspecify.annotations.NullMarked;
