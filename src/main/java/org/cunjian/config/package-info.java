/** <code>site-config.properties</code> as small checked records. Start at {@code SiteConfigReader}. */
@NullMarked
package org.cunjian.config;

import org.jspecify.annotations.NullMarked;
