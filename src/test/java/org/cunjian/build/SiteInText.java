package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cunjian.io.ContentHash;

/** A whole site written as one text: {@code -- path --} lines, each followed by the file's content. */
public final class SiteInText {
    private SiteInText() {}

    /** Writes the files over a scaffold with the repository's templates. */
    public static SiteFolder write(Path root, String text) {
        if (!Files.exists(root.resolve(SiteFolder.CONFIG)))
            assertThat(Scaffold.create(root).diagnostics()).isEmpty();
        String path = null;
        StringBuilder content = new StringBuilder();
        for (String line : (text + "\n-- end --").split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                if (path != null) put(root, path, content.toString());
                path = line.substring(3, line.length() - 3);
                content.setLength(0);
            } else {
                content.append(line).append('\n');
            }
        }
        return SiteFolder.of(root);
    }

    public static void put(Path root, String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Every file below a folder with the hash of its bytes. */
    public static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                hashes.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        ContentHash.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
        return hashes;
    }

    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) return;
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}
