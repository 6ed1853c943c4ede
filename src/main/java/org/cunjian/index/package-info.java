/** The only package that imports Lucene. */
@NullMarked
package org.cunjian.index;

import org.jspecify.annotations.NullMarked;
