package org.cunjian.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Language;
import org.cunjian.diagnostic.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkerTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, name);
    }

    private List<String> names(FileWalker.Walk walk) {
        return walk.files().stream()
                .map(f -> FileWalker.label(folder.relativize(f.path())))
                .toList();
    }

    private static List<String> codes(FileWalker.Walk walk) {
        return walk.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void filesComeSortedAndHiddenOnesNot() throws IOException {
        for (String name : List.of("b.txt", "a/二.txt", "a/有 空格.txt", "a/😀.txt", ".git/x", ".hidden", "a/.b.txt"))
            file(name);
        FileWalker.Walk walk = FileWalker.walk(List.of(folder));
        assertThat(names(walk)).containsExactly("a/二.txt", "a/有 空格.txt", "a/😀.txt", "b.txt");
        assertThat(walk.diagnostics()).isEmpty();
    }

    @Test
    void aFileNamedTwiceIsTakenOnce() throws IOException {
        Path a = file("a.txt");
        Files.createSymbolicLink(folder.resolve("link.txt"), a);
        FileWalker.Walk walk = FileWalker.walk(List.of(folder, a, folder.resolve("a.txt")));
        assertThat(walk.files()).hasSize(1);
    }

    @Test
    void linkLoopAndBrokenLinkAreToldAndTheRestIsWalked() throws IOException {
        file("a/x.txt");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("a/gone"), folder.resolve("nowhere"));
        FileWalker.Walk walk = FileWalker.walk(List.of(folder));
        assertThat(names(walk)).contains("a/x.txt");
        assertThat(codes(walk)).contains("io/link-loop").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void largeFileIsNotTaken() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("big.txt").toFile(), "rw")) {
            large.setLength(200L << 20);
        }
        file("small.txt");
        FileWalker.Walk walk = FileWalker.walk(List.of(folder));
        assertThat(names(walk)).containsExactly("small.txt");
        assertThat(codes(walk)).containsExactly("io/too-large");
        assertThat(walk.diagnostics().get(0).args()).containsExactly("200 MB", "64 MB");
    }

    @Test
    void missingPathIsTold() {
        assertThat(codes(FileWalker.walk(List.of(folder.resolve("没有"))))).containsExactly("io/no-such-file");
    }

    @Test
    void unreadableFileIsTold() throws IOException {
        Path locked = file("locked.txt");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "the user of this test may read everything");
        assertThat(codes(FileWalker.walk(List.of(folder)))).containsExactly("io/no-permission");
    }

    @Test
    void everyMessageHasARemedyInBothLanguages() {
        for (Language language : Language.values()) {
            for (String code : List.of(
                    "io/unreadable",
                    "io/not-a-file",
                    "io/too-large",
                    "io/no-permission",
                    "io/link-loop",
                    "io/broken-link",
                    "io/no-such-file")) {
                assertThat(Messages.in(language).find(code, "1", "2")).isPresent();
                assertThat(Messages.in(language).find(code + ".hint", "1", "2")).isPresent();
            }
        }
    }
}
