/**
 * What is told to the person who keeps the articles. Start at {@link org.cunjian.diagnostic.Diagnostic}; a stage returns an
 * {@link org.cunjian.diagnostic.Outcome}, and only the command line renders.
 */
@NullMarked
package org.cunjian.diagnostic;

import org.jspecify.annotations.NullMarked;
