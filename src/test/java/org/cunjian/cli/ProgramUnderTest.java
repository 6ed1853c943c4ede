package org.cunjian.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program in a process of its own, as a user runs it. */
final class ProgramUnderTest {
    /** What a process said, and how it ended. */
    record Ran(int code, String out, String err) {}

    private final Path java;
    private final Path jar;

    private ProgramUnderTest(Path java, Path jar) {
        this.java = java;
        this.jar = jar;
    }

    /** The jar that Maven made in this run. */
    static ProgramUnderTest packaged() {
        return new ProgramUnderTest(Path.of(System.getProperty("java.home"), "bin", "java"), jar());
    }

    private static Path jar() {
        String name = System.getProperty("cunjian.jar", "");
        assumeTrue(!name.isEmpty() && Files.isRegularFile(Path.of(name)), "needs target/cunjian.jar (mvn verify)");
        return Path.of(name);
    }

    /** The same jar on a JDK of that feature version, where one is installed in the usual place. */
    static Optional<ProgramUnderTest> onJava(int feature) {
        Path home = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(home)) return Optional.empty();
        try (Stream<Path> found = Files.list(home)) {
            return found.sorted()
                    .filter(jdk -> isFeature(jdk.resolve("release"), feature))
                    .map(jdk -> new ProgramUnderTest(jdk.resolve("bin/java"), jar()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFeature(Path release, int feature) {
        try {
            return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"" + feature);
        } catch (IOException e) {
            return false;
        }
    }

    ProcessBuilder command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-jar", jar.toString()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    Ran run(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = command(args)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean hasEnded = process.waitFor(300, TimeUnit.SECONDS);
        if (!hasEnded) process.destroyForcibly().waitFor();
        Ran ran = new Ran(
                hasEnded ? process.exitValue() : -1,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return ran;
    }
}
