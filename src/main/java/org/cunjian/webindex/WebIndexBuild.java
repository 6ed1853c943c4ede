package org.cunjian.webindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cunjian.io.AtomicFile;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;
import org.jspecify.annotations.Nullable;

/**
 * The browser index from one build to the next: kept where nothing is new, else changed where documents changed, else made
 * anew; the bytes are always those of an index made anew. What it remembers may be deleted at any time.
 *
 * <pre>{@code
 * WebIndexBuild build = WebIndexBuild.of(file, program, content, sink);
 * if (!build.keep()) build.write(index.postings(kb), kb);
 * }</pre>
 */
public final class WebIndexBuild {
    /** Of the files; a browser's script reads those of its own format. */
    public static final int FORMAT = Block.FORMAT;

    private final Path file;
    private final String program;
    private final String content;
    private final OutputSink sink;

    private WebIndexBuild(Path file, String program, String content, OutputSink sink) {
        this.file = file;
        this.program = program;
        this.content = content;
        this.sink = sink;
    }

    /**
     * @param program stands for all but the articles that the index is made from: program, configuration, lexicon, curated
     *     entries
     * @param content stands for everything that it is made from
     */
    public static WebIndexBuild of(Path file, String program, String content, OutputSink sink) {
        return new WebIndexBuild(file, program, content, sink);
    }

    /** Keeps every file where the published index was made from the same. @return false where it is to be written */
    public boolean keep() {
        return isPublished(content) && sink.keepFolder(Block.FOLDER, java.util.Set.of());
    }

    /** @throws UncheckedIOException where what the next build needs cannot be written */
    public void write(PostingsSource source, KnowledgeBase kb) {
        WebIndexState before = read();
        Optional<WebIndexState> updated = before == null || !isPublished(before.content)
                ? Optional.empty()
                : new WebIndexUpdate(before, source, kb, sink).write(content);
        WebIndexState now = updated.orElseGet(() -> WebIndexWriter.write(source, kb, sink, program, content));
        try {
            AtomicFile.write(file, now.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private boolean isPublished(String madeFrom) {
        return sink.has(Block.path("root"), WebIndexWriter.rootKey(madeFrom));
    }

    private @Nullable WebIndexState read() {
        try {
            if (!Files.isRegularFile(file)) return null;
            WebIndexState state = WebIndexState.of(Files.readAllBytes(file));
            return state.program.equals(program) ? state : null;
        } catch (IOException e) {
            return null; // unreadable or damaged: the index is made anew
        }
    }
}
