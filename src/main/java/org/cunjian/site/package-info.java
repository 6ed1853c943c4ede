/** The only package that imports JBake and FreeMarker. */
@NullMarked
package org.cunjian.site;

import org.jspecify.annotations.NullMarked;
