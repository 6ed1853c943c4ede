package org.cunjian.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a copy of {@code cunjian} in a folder of its own, with a stand-in for the program and for Maven: the folder that
 * Maven is working in is never touched.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class LauncherTest {
    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    Path temp;

    private Path home;
    private Path bin;
    private Path log;

    private record Running(Process process, Path errors) {}

    private record Result(int exit, String out, String err) {}

    @BeforeEach
    void copyOfTheLauncher() throws IOException {
        home = Files.createDirectories(temp.resolve("村 鉴 (1)"));
        bin = Files.createDirectories(temp.resolve("bin"));
        log = temp.resolve("mvn.log");
        Files.copy(Path.of("cunjian"), home.resolve("cunjian"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(home.resolve("cunjian").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("src/main/java"));
        Files.createDirectories(home.resolve("templates"));
        for (String source : List.of("src/main/java/A.java", "pom.xml", "templates/a.ftl", "site-config.properties"))
            Files.writeString(home.resolve(source), "x");
        makeJar(temp.resolve("stand-in.jar"));
        maven("mkdir -p target && cp '" + temp.resolve("stand-in.jar") + "' target/cunjian.jar");
    }

    private static void makeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoMain.class.getName());
        String entry = EchoMain.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                InputStream code = EchoMain.class.getResourceAsStream("EchoMain.class")) {
            assertThat(code).isNotNull();
            zip.putNextEntry(new JarEntry(entry));
            code.transferTo(zip);
        }
    }

    private void maven(String body) throws IOException {
        executable(bin.resolve("mvn"), "echo \"run $*\" >>'" + log + "'\n" + body);
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> mavenRuns() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private Result run(Map<String, String> environment, Path folder, String... command) throws Exception {
        return finish(start(environment, folder, command));
    }

    private Running start(Map<String, String> environment, Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("HOME", temp.toString());
        builder.environment().put("JAVA_HOME", JAVA_HOME);
        builder.environment().put("LC_ALL", "C.UTF-8");
        environment.forEach((name, value) -> {
            if (value.isEmpty()) builder.environment().remove(name);
            else builder.environment().put(name, value);
        });
        Path err = Files.createTempFile(temp, "err", "");
        return new Running(builder.redirectError(err.toFile()).start(), err);
    }

    private static Result finish(Running running) throws Exception {
        Process process = running.process();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, Files.readString(running.errors()));
    }

    private Result cunjian(String... args) throws Exception {
        return cunjian(Map.of(), args);
    }

    private Result cunjian(Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("cunjian").toString()));
        command.addAll(List.of(args));
        return run(environment, temp, command.toArray(String[]::new));
    }

    private void build() throws Exception {
        assertThat(cunjian("--version").exit()).isZero();
        Files.deleteIfExists(log);
    }

    // ---- Building once

    @Test
    void theFirstRunBuildsAndTheSecondDoesNot() throws Exception {
        Result first = cunjian("a");
        assertThat(first.err()).contains("第一次运行，正在编译程序");
        assertThat(first.out()).contains("arg=a");
        assertThat(mavenRuns()).singleElement().asString().contains("package").contains("-B");
        Result second = cunjian("b");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("arg=b");
        assertThat(mavenRuns()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java/A.java", "pom.xml", "templates/a.ftl", "site-config.properties"})
    void aChangedSourceIsBuiltAgain(String source) throws Exception {
        build();
        Files.setLastModifiedTime(
                home.resolve(source), FileTime.fromMillis(System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1)));
        Files.setLastModifiedTime(home.resolve("target/cunjian.jar"), FileTime.fromMillis(System.currentTimeMillis()));
        assertThat(cunjian("a").err()).contains("源文件有改动");
        assertThat(mavenRuns()).hasSize(1);
    }

    @Test
    void contentOfTheSiteIsNoSource() throws Exception {
        build();
        Files.createDirectories(home.resolve("content/cases"));
        Files.writeString(home.resolve("content/cases/a.md"), "x");
        assertThat(cunjian("a").err()).isEmpty();
        assertThat(mavenRuns()).isEmpty();
    }

    @Test
    void aFailedBuildIsToldAndLeavesNothingHalfMade() throws Exception {
        maven("mkdir -p target && echo half >target/cunjian.jar; echo 'COMPILATION ERROR' >&2; exit 1");
        Result failed = cunjian("a");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.err()).contains("COMPILATION ERROR").contains("编译没有成功");
        assertThat(failed.out()).isEmpty();
        assertThat(home.resolve("target/cunjian.jar")).doesNotExist();
        assertThat(home.resolve(".cunjian/launcher.lock")).doesNotExist();
    }

    @Test
    void theOldProgramSurvivesABuildThatFailsEarly() throws Exception {
        build();
        Files.setLastModifiedTime(home.resolve("target/cunjian.jar"), FileTime.fromMillis(1_000_000));
        maven("exit 1");
        assertThat(cunjian("a").exit()).isEqualTo(3);
        assertThat(home.resolve("target/cunjian.jar")).exists();
    }

    @Test
    void firstRunsAtOnceBuildOnce() throws Exception {
        maven("sleep 3; mkdir -p target && cp '" + temp.resolve("stand-in.jar") + "' target/cunjian.jar");
        List<Running> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            runs.add(start(Map.of(), temp, home.resolve("cunjian").toString(), "n" + i));
        String errors = "";
        for (int i = 0; i < 3; i++) {
            Result result = finish(runs.get(i));
            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.out()).contains("arg=n" + i);
            errors += result.err();
        }
        assertThat(mavenRuns()).hasSize(1);
        assertThat(errors).contains("另一个 cunjian 正在编译");
    }

    @Test
    void aBuildThatWasCutOffIsDoneAgain() throws Exception {
        Path lock = Files.createDirectories(home.resolve(".cunjian/launcher.lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        Files.setLastModifiedTime(lock.resolve("pid"), FileTime.fromMillis(1_000_000));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/cunjian.jar"), "half a program");
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        Result result = cunjian("a");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(mavenRuns()).hasSize(1);
    }

    @Test
    void withoutMavenABuiltProgramJustRuns() throws Exception {
        build();
        Files.delete(bin.resolve("mvn"));
        Files.setLastModifiedTime(home.resolve("target/cunjian.jar"), FileTime.fromMillis(1_000_000));
        assertThat(cunjian(Map.of("PATH", bareTools()), "a").out()).contains("arg=a");
    }

    @Test
    void withoutMavenTheFirstRunSaysWhatToInstall() throws Exception {
        Result result = cunjian(Map.of("PATH", bareTools()), "a");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("Maven").contains("apt install");
    }

    /** A folder with the tools that the launcher uses, and neither Java nor Maven. */
    private String bareTools() throws IOException {
        Path tools = temp.resolve("tools");
        for (String tool : List.of(
                "sh",
                "cat",
                "cksum",
                "cp",
                "dirname",
                "find",
                "locale",
                "mkdir",
                "mv",
                "ps",
                "readlink",
                "rm",
                "sed",
                "sleep",
                "touch",
                "tr"))
            forward(tools.resolve(tool), Path.of((Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/") + tool));
        return tools.toString();
    }

    private static void forward(Path file, Path to) throws IOException {
        executable(file, "exec '" + to + "' \"$@\"");
    }

    // ---- Java

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        Result result = cunjian(Map.of("PATH", bareTools(), "JAVA_HOME", "", "CUNJIAN_JDK_FOLDERS", "/nowhere"), "a");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .contains("没有找到 Java")
                .contains("openjdk-17-jdk")
                .contains("JAVA_HOME");
        assertThat(mavenRuns()).isEmpty();
    }

    @Test
    void anOldJavaIsNamedAsSuch() throws Exception {
        executable(temp.resolve("jdk8/bin/java"), "echo 'java version \"1.8.0_411\"' >&2");
        Result result = cunjian(
                Map.of(
                        "PATH",
                        bareTools(),
                        "JAVA_HOME",
                        temp.resolve("jdk8").toString(),
                        "CUNJIAN_JDK_FOLDERS",
                        "/nowhere"),
                "a");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("1.8.0_411").contains("jdk8/bin/java");
    }

    @Test
    void anOldJavaIsPassedOverForANewerOneElsewhere() throws Exception {
        executable(temp.resolve("jdk11/bin/java"), "exit 9");
        Files.writeString(temp.resolve("jdk11/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path jdks = temp.resolve("我的 JDK");
        for (String tool : List.of("java", "javac"))
            forward(jdks.resolve("jdk/bin").resolve(tool), Path.of(JAVA_HOME, "bin", tool));
        Result result = cunjian(
                Map.of(
                        "PATH",
                        bin + ":" + bareTools(),
                        "JAVA_HOME",
                        temp.resolve("jdk11").toString(),
                        "CUNJIAN_JDK_FOLDERS",
                        "/nowhere:" + jdks),
                "a");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("java=" + Runtime.version().feature());
    }

    @Test
    void eachJavaHasItsArchiveAndNoneIsWarnedOf() throws Exception {
        build();
        assertThat(archives()).hasSize(1);
        assertThat(cunjian("a").out()).contains("archive=used");
        Path other = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
        if (Files.isDirectory(other)) {
            Result result = cunjian(Map.of("JAVA_HOME", other.toString()), "a");
            assertThat(result.out()).contains("java=25").contains("archive=used");
            assertThat(result.err()).isEmpty();
            assertThat(archives()).hasSize(2);
            assertThat(cunjian("a").err()).isEmpty();
        }
        for (Path archive : archives()) {
            byte[] damaged = Files.readAllBytes(archive);
            damaged[damaged.length / 2] ^= 1;
            damaged[100] ^= 1;
            Files.write(archive, damaged);
        }
        Result result = cunjian("b");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("arg=b").startsWith("java=");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target/cds"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }

    // ---- Passing on

    @Test
    void argumentsArePassedUntouched() throws Exception {
        String[] args = {"", "两 个", "a\"b", "$HOME", "*", "--x=\\", "-n", "'", "😀"};
        Result result = cunjian(args);
        assertThat(result.out().lines().filter(line -> line.startsWith("arg=")).map(line -> line.substring(4)))
                .containsExactly(args);
    }

    @Test
    void theExitCodeIsTheProgramsOwn() throws Exception {
        for (int code : new int[] {0, 1, 2, 3, 42})
            assertThat(cunjian("--exit=" + code).exit()).isEqualTo(code);
    }

    @Test
    void optionsForJavaAreTaken() throws Exception {
        build();
        assertThat(cunjian(Map.of("CUNJIAN_JAVA_OPTS", "-Xmx100m -Dcunjian.archive=mine"), "a")
                        .out())
                .contains("archive=mine");
    }

    @Test
    void itRunsThroughLinksAndFromAnyFolder() throws Exception {
        Path links = Files.createDirectories(temp.resolve("链 接"));
        Files.createSymbolicLink(links.resolve("cj2"), home.resolve("cunjian"));
        Files.createSymbolicLink(links.resolve("cj"), Path.of("cj2"));
        Result result = run(Map.of(), links, "./cj", "a");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("arg=a");
        assertThat(run(Map.of(), home, "./cunjian", "b").out()).contains("arg=b");
        assertThat(run(Map.of("PATH", links + ":" + bin + ":/usr/bin:/bin"), Path.of("/"), "sh", "-c", "cj c")
                        .out())
                .contains("arg=c");
    }

    /** Under LC_ALL=C Java 17 takes file names for ASCII. */
    @Test
    void chineseFileNamesWorkWithoutAUtf8Locale() throws Exception {
        List<Map<String, String>> environments = new ArrayList<>();
        for (Map<String, String> set : List.of(
                Map.of("LC_ALL", "C"),
                Map.of("LC_ALL", "POSIX"),
                Map.of("LC_ALL", "xx_YY.UTF-8"),
                Map.of("LANG", "zh_CN.GB18030"),
                Map.<String, String>of())) {
            Map<String, String> environment = new TreeMap<>(Map.of("LC_ALL", ""));
            environment.putAll(set);
            environments.add(environment);
        }
        int n = 0;
        for (Map<String, String> environment : environments) {
            Path file = temp.resolve("五长制" + n++ + ".md");
            Result result = cunjian(environment, "--write=" + file, "乡");
            assertThat(result.exit()).as("%s: %s", environment, result.err()).isZero();
            assertThat(result.out())
                    .as("%s", environment)
                    .contains("names=UTF-8")
                    .contains("arg=乡");
            assertThat(file).hasContent("村");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHindrance() throws Exception {
        build();
        Files.delete(archives().get(0));
        Files.delete(home.resolve("target/cds"));
        Files.writeString(home.resolve("target/cds"), "in the way");
        assertThat(cunjian("a").out()).contains("arg=a").contains("archive=none");
    }
}
