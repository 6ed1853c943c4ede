/** The one immutable value that every output reads. Start at {@code KnowledgeBase}. */
@NullMarked
package org.cunjian.knowledge;

import org.jspecify.annotations.NullMarked;
