/**
 * Files at the edge. {@link org.cunjian.io.FileWalker} finds, {@link org.cunjian.io.TextDecoder} reads bytes as text,
 * {@link org.cunjian.io.AtomicFile} writes whole or not at all; {@link org.cunjian.io.SitePath} names a file of a site,
 * {@link org.cunjian.io.OutputSink} takes finished ones.
 */
@NullMarked
package org.cunjian.io;

import org.jspecify.annotations.NullMarked;
