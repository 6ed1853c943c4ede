/** The loopback preview server. */
@NullMarked
package org.cunjian.preview;

import org.jspecify.annotations.NullMarked;
