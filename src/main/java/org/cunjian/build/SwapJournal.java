package org.cunjian.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cunjian.io.ContentHash;

/**
 * Says that a finished site is being put in the place of the old one, so that whoever finds it knows how to go on.
 * {@code hadOld}: a folder stood at the output before. {@code carried}: entries of that folder which are not ours and move
 * to the new one ({@code .git} and the like).
 */
record SwapJournal(boolean hadOld, List<String> carried) {
    private static final String MAGIC = "cunjian-swap 1";

    SwapJournal {
        carried = List.copyOf(carried);
    }

    void write(Path file) throws IOException {
        String body = MAGIC + "\n" + (hadOld ? "old" : "none") + "\n"
                + carried.stream().map(name -> name + "\n").reduce("", String::concat);
        FileTrees.replace(file, (body + ContentHash.of(body) + "\n").getBytes(StandardCharsets.UTF_8));
        FileTrees.forceFolder(PublishFolders.parent(file));
    }

    /** Empty where there is none or it is not whole: it is written in one move, so then nothing had begun. */
    static Optional<SwapJournal> read(Path file) throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() < 3 || !lines.get(0).equals(MAGIC)) return Optional.empty();
        String sum = lines.remove(lines.size() - 1);
        if (!ContentHash.of(String.join("\n", lines) + "\n").equals(sum)) return Optional.empty();
        return Optional.of(new SwapJournal(lines.get(1).equals("old"), lines.subList(2, lines.size())));
    }
}
