package org.cunjian.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the spare tree lacks of the published site: all else in it is a hard link to the file online, so that a build which
 * changes ten files looks at ten. Written when a build has ended well and removed before the next touches the tree: after a
 * kill there is none, and every file is looked at.
 *
 * <p>Text: the checksum of the manifest that it belongs to, then a path a line, then {@code end}.
 */
final class SpareList {
    private static final String END = "end";

    private SpareList() {}

    /** @param manifest {@link PublishManifest#checksum()} of the site online; of another one the list says nothing */
    static Optional<Set<String>> take(Path file, String manifest) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        Files.delete(file);
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int last = lines.size() - 2;
        boolean isWhole =
                last >= 1 && lines.get(last).equals(END) && lines.get(0).equals(manifest);
        return isWhole ? Optional.of(new HashSet<>(lines.subList(1, last))) : Optional.empty();
    }

    static void put(Path file, String manifest, Set<String> lacking) throws IOException {
        StringBuilder text = new StringBuilder(manifest).append('\n');
        lacking.stream().sorted().forEach(path -> text.append(path).append('\n'));
        FileTrees.replace(file, text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
