package org.cunjian.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void writesReplacesAndLeavesNothingElse() throws IOException {
        Path path = folder.resolve("子 文件夹/😀.md");
        AtomicFile.write(path, "一".getBytes(UTF_8));
        AtomicFile.write(path, "二".getBytes(UTF_8));
        assertThat(path).hasContent("二");
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            assertThat(siblings).containsExactly(path);
        }
    }

    @Test
    void failureLeavesNothing() throws IOException {
        Path occupied = folder.resolve("a");
        Files.createDirectories(occupied.resolve("full"));
        assertThatThrownBy(() -> AtomicFile.write(occupied, new byte[] {1})).isInstanceOf(IOException.class);
        try (Stream<Path> siblings = Files.list(folder)) {
            assertThat(siblings).containsExactly(occupied);
        }
    }
}
