/** Content files: front matter, body, types. Start at {@code ArticleParser}. */
@NullMarked
package org.cunjian.content;

import org.jspecify.annotations.NullMarked;
