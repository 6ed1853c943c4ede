/**
 * Stage order, caches, publishing. {@link org.cunjian.build.Publisher} is where finished files go: the site is replaced as a
 * whole or not at all.
 */
@NullMarked
package org.cunjian.build;

import org.jspecify.annotations.NullMarked;
