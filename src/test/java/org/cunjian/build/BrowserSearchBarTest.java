package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cunjian.diagnostic.Progress;
import org.cunjian.site.StaticServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chromium itself, of a visitor who opens the home page: its address bar then knows how to search the site. */
class BrowserSearchBarTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int MOST_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void aVisitTeachesTheBrowserToSearchTheSite() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        SiteFolder site = SiteInText.write(folder.resolve("site"), "");
        try (StaticServer server = StaticServer.start(site.output())) {
            String home = "http://localhost:" + URI.create(server.address("")).getPort() + "/";
            Path config = folder.resolve("site").resolve(SiteFolder.CONFIG);
            Files.writeString(config, Files.readString(config).replace("site.baseUrl=", "site.baseUrl=" + home));
            SiteBuilder.build(site, Progress.NONE);
            Path profile = folder.resolve("profile");
            Process chromium = new ProcessBuilder(
                            CHROMIUM.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--user-data-dir=" + profile,
                            home)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(isKnown(profile.resolve("Default/Web Data"), home + "search/index.html?q={searchTerms}"))
                        .as("the browser's list of search engines has the site's")
                        .isTrue();
            } finally {
                List<ProcessHandle> helpers = chromium.descendants().toList();
                chromium.destroy();
                if (!chromium.waitFor(20, TimeUnit.SECONDS))
                    chromium.destroyForcibly().waitFor();
                for (ProcessHandle helper : helpers) { // they write to the profile for a moment longer
                    helper.destroy();
                    helper.onExit().get(20, TimeUnit.SECONDS);
                }
            }
        }
    }

    /** The list is written some seconds after a change. */
    private static boolean isKnown(Path engines, String template) throws IOException, InterruptedException {
        for (int i = 0; i < 2 * MOST_SECONDS; i++) {
            if (Files.exists(engines)
                    && new String(Files.readAllBytes(engines), StandardCharsets.ISO_8859_1).contains(template))
                return true;
            Thread.sleep(500);
        }
        return false;
    }
}
