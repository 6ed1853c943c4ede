/** picocli commands, streams, exit codes. Start at {@code Main}. */
@NullMarked
package org.cunjian.cli;

import org.jspecify.annotations.NullMarked;
