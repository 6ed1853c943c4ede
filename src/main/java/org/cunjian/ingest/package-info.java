/** Raw files to clean articles. Start at {@code Ingester}. */
@NullMarked
package org.cunjian.ingest;

import org.jspecify.annotations.NullMarked;
