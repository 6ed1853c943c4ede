package org.cunjian.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SiteWatcherTest {
    private static final long A_WHILE_MILLIS = 10_000;
    private static final long QUIET_MILLIS = 1_500;

    @TempDir
    Path site;

    private List<Path> roots;

    @BeforeEach
    void site() throws IOException {
        Files.createDirectories(site.resolve("content/cases"));
        Files.writeString(site.resolve("content/cases/a.md"), "1");
        Files.writeString(site.resolve("site-config.properties"), "1");
        roots = List.of(site.resolve("content"), site.resolve("templates"), site.resolve("site-config.properties"));
    }

    static Stream<Named<Function<List<Path>, ChangeSource>>> sources() {
        return Stream.of(Named.of("notices", ChangeSource::of), Named.of("polling", PolledChanges::new));
    }

    /** One story, because each step waits for the file system: one call for each burst, none for what does not count. */
    @ParameterizedTest
    @MethodSource("sources")
    void eachBurstOfChangesLeadsToOneCall(Function<List<Path>, ChangeSource> source) throws Exception {
        Semaphore calls = new Semaphore(0);
        try (SiteWatcher watcher = SiteWatcher.start(source.apply(roots), calls::release)) {
            assertThat(watcher).isNotNull();
            Files.writeString(site.resolve("content/cases/a.md"), "12");
            Files.writeString(site.resolve("content/cases/b.md"), "1");
            isCalledOnce(calls, "two files");
            Files.writeString(site.resolve("site-config.properties.part"), "12");
            Files.move(
                    site.resolve("site-config.properties.part"),
                    site.resolve("site-config.properties"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            isCalledOnce(calls, "a file replaced, as editors do");
            Files.createDirectories(site.resolve("templates/parts"));
            Files.writeString(site.resolve("templates/parts/head.ftl"), "1");
            isCalledOnce(calls, "a root that comes later");
            Files.writeString(site.resolve("templates/parts/head.ftl"), "12");
            isCalledOnce(calls, "a file in a new folder");
            Files.delete(site.resolve("content/cases/b.md"));
            isCalledOnce(calls, "a file removed");
            Files.createDirectories(site.resolve("output"));
            Files.writeString(site.resolve("output/index.html"), "1");
            Files.writeString(site.resolve("content/cases/.a.md.swp"), "1");
            Files.writeString(site.resolve("content/cases/a.md~"), "1");
            assertThat(calls.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS))
                    .as("what is not content")
                    .isFalse();
        }
    }

    private static void isCalledOnce(Semaphore calls, String why) throws InterruptedException {
        assertThat(calls.tryAcquire(A_WHILE_MILLIS, TimeUnit.MILLISECONDS))
                .as(why)
                .isTrue();
        assertThat(calls.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS))
                .as(why + ", again")
                .isFalse();
    }
}
