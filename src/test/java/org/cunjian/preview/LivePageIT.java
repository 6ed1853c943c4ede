package org.cunjian.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who keeps a page of the preview open while changing the site. */
@Timeout(120)
class LivePageIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int TABS = 8;

    @TempDir
    Path output;

    private void write(String text) throws IOException {
        Files.writeString(
                output.resolve("index.html"),
                "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><link rel=icon href='data:,'></head><body><main><h1>"
                        + text + "</h1></main></body></html>");
    }

    @Test
    void anOpenPageFollowsTheSite() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        write("第一版");
        try (PreviewServer server = PreviewServer.start(output, 0, Language.ZH, parameters -> "{}")
                        .value()
                        .orElseThrow();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
            page.navigate(server.uri().toString());
            assertThat(page.locator("h1")).hasText("第一版");

            server.rebuilt(false, List.of(Diagnostic.error("preview/bad-port", SourceRange.file("<b>甲.md"), "7")));
            Locator overlay = page.locator("[role=alertdialog]");
            assertThat(overlay).containsText("<b>甲.md: 错误[preview/bad-port] 端口 7 不存在");
            assertThat(page.locator("h1")).hasText("第一版");
            overlay.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
            assertThat(overlay).hasCount(0);

            write("第二版");
            server.rebuilt(true, List.of());
            assertThat(page.locator("h1")).hasText("第二版");
            assertThat(complaints).isEmpty();
        }
    }

    /** A browser opens six connections to a host: pages behind others must not hold one. */
    @Test
    void manyTabsAllOpen() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        write("村");
        try (PreviewServer server = PreviewServer.start(output, 0, Language.ZH, parameters -> "{}")
                        .value()
                        .orElseThrow();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                BrowserContext context = browser.newContext()) {
            for (int i = 0; i < TABS; i++) {
                Page page = context.newPage();
                page.navigate(server.uri().toString());
                assertThat(page.locator("h1")).hasText("村");
                // Headless pages are all "seen": hide this one as another tab in front of it would.
                page.evaluate("() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }");
            }
        }
    }
}
