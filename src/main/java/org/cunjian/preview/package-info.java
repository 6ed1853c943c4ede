/**
 * The loopback preview. {@link org.cunjian.preview.PreviewServer} shows a site on this computer only, {@link
 * org.cunjian.preview.SiteWatcher} says when its sources change; the caller builds in between:
 *
 * <pre>{@code
 * PreviewServer server = PreviewServer.start(output, 4040, Language.ZH, query -> index.search(query)).value().orElseThrow();
 * SiteWatcher watcher = SiteWatcher.start(List.of(content, templates, config), () -> {
 *     Outcome<Published> done = build();
 *     server.rebuilt(done.value().isPresent(), done.diagnostics());
 * });
 * }</pre>
 */
@NullMarked
package org.cunjian.preview;

import org.jspecify.annotations.NullMarked;
