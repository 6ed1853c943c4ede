/** Gazetteer and the resolver of place chains. Start at {@code PlaceResolver}. */
@NullMarked
package org.cunjian.place;

import org.jspecify.annotations.NullMarked;
