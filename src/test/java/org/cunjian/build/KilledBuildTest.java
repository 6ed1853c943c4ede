package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a program that publishes one site after another, at moments of no plan. */
class KilledBuildTest {
    private static final int FILES = 300;
    private static final int LONGEST_MILLIS = 700;

    @TempDir(factory = PublisherTest.InMemory.class)
    Path site;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    @Timeout(120)
    void theSiteIsWholeAfterEachKill(long seed) throws Exception {
        Random random = new Random(seed);
        Path output = site.resolve("output");
        Path state = site.resolve(".cunjian");
        Path dots = site.resolve("dots");
        long built = 0;
        for (int kill = 0; kill < 4; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            output.toString(),
                            state.toString(),
                            Long.toString(random.nextLong()))
                    .redirectOutput(dots.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            while (Files.size(dots) == 0) // Until the first site is out.
            assertThat(child.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
            child.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            built += Files.size(dots);

            Publisher.recover(output, state);
            assertThat(output).isDirectory();
            Map<String, String> found = PublisherTest.files(output);
            assertThat(found).isEqualTo(Child.site(Integer.parseInt(found.getOrDefault("version.txt", "-1"))));
            try (Publisher publisher = Publisher.begin(output, state).value().orElseThrow()) {
                Child.fill(publisher, Child.site(7));
                assertThat(publisher.commit().diagnostics()).isEmpty();
            }
            assertThat(PublisherTest.files(output)).isEqualTo(Child.site(7));
        }
        System.out.println("killed 4 times after " + built + " sites");
    }

    /** Publishes sites until it is killed; a dot for each. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Random random = new Random(Long.parseLong(args[2]));
            for (int i = 0; i < 100_000; i++) {
                try (Publisher publisher = Publisher.begin(Path.of(args[0]), Path.of(args[1]))
                        .value()
                        .orElseThrow()) {
                    fill(publisher, site(random.nextInt(7)));
                    Outcome<Published> done = publisher.commit();
                    if (done.value().isEmpty())
                        throw new IOException(done.diagnostics().toString());
                }
                System.out.print('.');
                System.out.flush();
            }
        }

        static void fill(Publisher publisher, Map<String, String> site) {
            site.forEach((path, text) -> publisher.write(new SitePath(path), text.getBytes(StandardCharsets.UTF_8)));
        }

        /** Each version has files of its own, files that change, and files that stay. */
        static Map<String, String> site(int version) {
            Map<String, String> site = new TreeMap<>();
            site.put("version.txt", Integer.toString(version));
            for (int i = 0; i < FILES; i++) {
                String folder = "cases/" + (i % 9 == 0 ? version + "-" + i : Integer.toString(i));
                site.put(folder + "/index.html", "村 " + i + (i % 5 == 0 ? " 第 " + version + " 版" : ""));
            }
            return site;
        }
    }
}
