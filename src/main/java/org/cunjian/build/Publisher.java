package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.build.Checkpoint.Step;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a site as a whole or not at all. Files gather in a staging folder; {@link #commit} puts that in the place of the
 * previous site by two journalled renames. Whatever happens in between (an exception, a full disk, a kill), the output is
 * the previous or the new site; where a kill falls between the renames, the next {@link #begin} or {@link #recover}
 * completes them.
 *
 * <pre>{@code
 * Outcome<Publisher> begun = Publisher.begin(output, stateDir);
 * try (Publisher publisher = begun.value().orElseThrow()) {
 *     baker.bake(knowledge, publisher, progress);          // keep(…) or write(…) for each file
 *     List<Diagnostic> missing = publisher.verify(pages);
 *     if (missing.isEmpty()) Outcome<Published> done = publisher.commit();
 * }                                                        // without a commit: as if nothing had been
 * }</pre>
 *
 * <p>A file is taken over by {@link #keep} only where the manifest of the previous build says that it was made from the same
 * key and the file is untouched since (size and time). Where nothing changed nothing is touched. Thread-safe but for {@link
 * #commit} and {@link #close}, which one thread calls at the end.
 */
public final class Publisher implements OutputSink, AutoCloseable {
    /** A power cut may lose what is younger than some seconds; with more files than this the wait would be felt. */
    private static final int MOST_FORCED = 64;

    private static final String LOCK = "lock";

    private final PublishFolders folders;
    private final SiteLock lock;
    private final PreviousSite previous;
    private final Optional<Set<String>> spareLacks;
    private final StagingTree staging;
    private final SiteSwap swap;
    private final Checkpoint checkpoint;
    private final Map<String, BasicFileAttributes> kept = new ConcurrentHashMap<>();
    private final Map<String, PublishManifest.Entry> written = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private boolean isFinished;

    private Publisher(
            PublishFolders folders,
            SiteLock lock,
            PublishManifest previous,
            boolean isReused,
            Optional<Set<String>> spareLacks,
            StagingTree.Linker linker,
            Checkpoint checkpoint) {
        this.folders = folders;
        this.lock = lock;
        this.previous = new PreviousSite(folders, previous);
        this.spareLacks = isReused ? spareLacks : Optional.empty();
        this.checkpoint = checkpoint;
        this.staging = new StagingTree(folders.next(), folders.output(), isReused, linker, checkpoint);
        this.swap = new SiteSwap(folders, checkpoint);
    }

    /**
     * Locks the site, settles what a killed build left, and opens a staging folder. Fails with a diagnostic where another
     * build of the site runs, or where {@code output} is not a folder that may be replaced: one that we made, an empty one
     * or none. An output that is a symbolic link to a folder stays one; the folder behind it is replaced.
     *
     * @param stateDir the site's {@code .cunjian}; made where it is missing
     */
    public static Outcome<Publisher> begin(Path output, Path stateDir) {
        return begin(output, stateDir, Files::createLink, Checkpoint.NONE);
    }

    static Outcome<Publisher> begin(Path output, Path stateDir, StagingTree.Linker linker, Checkpoint checkpoint) {
        Path state = stateDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(state);
            Path target = OutputFolder.locate(output);
            Optional<SiteLock> lock = SiteLock.tryTake(state.resolve(LOCK));
            if (lock.isEmpty()) return Outcome.failed(busy(state));
            boolean isBegun = false;
            try {
                Outcome<Publisher> begun = beginLocked(target, state.toRealPath(), lock.get(), linker, checkpoint);
                isBegun = begun.value().isPresent();
                return begun;
            } finally {
                if (!isBegun) lock.get().close();
            }
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            String file = e instanceof AccessDeniedException denied ? denied.getFile() : output.toString();
            return Outcome.failed(Diagnostic.error("build/output-not-writable", SourceRange.file(file)));
        } catch (IOException e) {
            return Outcome.failed(WriteFailure.diagnose(e, output));
        }
    }

    private static Outcome<Publisher> beginLocked(
            Path output, Path state, SiteLock lock, StagingTree.Linker linker, Checkpoint checkpoint)
            throws IOException {
        if (output.getFileName() == null || state.startsWith(output))
            return Outcome.failed(Diagnostic.error("build/output-holds-site", SourceRange.file(output.toString())));
        List<Diagnostic> notes = new ArrayList<>(settle(PublishFolders.find(output, state)));
        Optional<Diagnostic> refusal = notes.stream()
                .filter(d -> d.code().equals("build/recovery-unclear"))
                .findFirst();
        if (refusal.isEmpty()) refusal = OutputFolder.refuse(output);
        if (refusal.isPresent()) return Outcome.failed(refusal.get());
        PublishFolders folders = PublishFolders.prepare(output, state);
        PublishManifest.Read read = PublishManifest.read(folders.manifest());
        read.problem().ifPresent(notes::add);
        Optional<Set<String>> spareLacks =
                SpareList.take(folders.spareList(), read.manifest().checksum());
        checkpoint.reach(Step.TAKE_SPARE);
        boolean isReused = FileTrees.exists(folders.spare());
        if (isReused) FileTrees.move(folders.spare(), folders.next());
        return Outcome.of(
                new Publisher(folders, lock, read.manifest(), isReused, spareLacks, linker, checkpoint), notes);
    }

    /**
     * Completes or undoes a swap that a kill interrupted. For commands that only read the output; {@link #begin} does it by
     * itself. Does nothing while a build of the site runs. Costs two look-ups where nothing is to be done.
     */
    public static List<Diagnostic> recover(Path output, Path stateDir) {
        Path state = stateDir.toAbsolutePath().normalize();
        try {
            if (!FileTrees.isFolder(state)) return List.of();
            PublishFolders folders = PublishFolders.find(OutputFolder.locate(output), state.toRealPath());
            if (!FileTrees.exists(folders.journal()) && !FileTrees.exists(folders.next())) return List.of();
            Optional<SiteLock> lock = SiteLock.tryTake(state.resolve(LOCK));
            if (lock.isEmpty()) return List.of();
            try (SiteLock held = lock.get()) {
                return held.isHeld() ? settle(folders) : List.of();
            }
        } catch (IOException e) {
            return List.of(WriteFailure.diagnose(e, output));
        }
    }

    private static List<Diagnostic> settle(PublishFolders folders) throws IOException {
        SourceRange place = SourceRange.file(folders.output().toString());
        return switch (new SiteSwap(folders, Checkpoint.NONE).recover()) {
            case NOTHING_TO_DO -> List.of();
            case NEW_SITE -> List.of(Diagnostic.note("build/recovered-new", place));
            case OLD_SITE -> List.of(Diagnostic.note("build/recovered-old", place));
            case UNCLEAR ->
                List.of(Diagnostic.error(
                        "build/recovery-unclear",
                        place,
                        folders.next().toString(),
                        folders.old().toString()));
        };
    }

    private static Diagnostic busy(Path state) {
        Path lock = state.resolve(LOCK);
        return Diagnostic.error("build/busy", SourceRange.file(state.toString()), SiteLock.holder(lock));
    }

    @Override
    public boolean keep(SitePath path, String key) {
        Optional<BasicFileAttributes> file = previous.look(path, key);
        if (file.isEmpty()) return false;
        claim(path);
        kept.put(path.value(), file.get());
        return true;
    }

    @Override
    public boolean has(SitePath path, String key) {
        return previous.look(path, key).isPresent();
    }

    @Override
    public Optional<byte[]> published(SitePath path) {
        return previous.bytes(path);
    }

    @Override
    public boolean keepFolder(SitePath folder, Set<SitePath> except) {
        Map<String, BasicFileAttributes> found = previous.below(folder, except).orElse(null);
        if (found == null) return false;
        found.keySet().forEach(path -> claim(new SitePath(path)));
        kept.putAll(found);
        return true;
    }

    @Override
    public Optional<Path> previous(SitePath path, String key) {
        return previous.file(path, key);
    }

    @Override
    public Optional<byte[]> written(SitePath path) {
        if (!written.containsKey(path.value())) return Optional.empty();
        try {
            return Optional.of(staging.read(path.value()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(SitePath path, String key, byte[] bytes) {
        claim(path);
        try {
            written.put(path.value(), PublishManifest.Entry.of(key, staging.write(path.value(), bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(path.value(), e);
        }
    }

    @Override
    public void write(SitePath path, String key, Content content) {
        claim(path);
        try {
            written.put(path.value(), PublishManifest.Entry.of(key, staging.write(path.value(), content)));
        } catch (IOException e) {
            throw new UncheckedIOException(path.value(), e);
        }
    }

    private void claim(SitePath path) {
        if (isFinished) throw new IllegalStateException(path + " comes after the end of the build");
        if (!claimed.add(path.value())) throw new IllegalStateException(path + " was written or kept before");
    }

    /** Whether the file will be in the site. */
    public boolean contains(SitePath path) {
        return contains(path.value());
    }

    private boolean contains(String path) {
        return kept.containsKey(path) || written.containsKey(path);
    }

    /** All files of the new site so far, in order; the ground of a link check. */
    public Set<SitePath> paths() {
        Set<SitePath> paths = new TreeSet<>();
        for (Set<String> some : List.of(kept.keySet(), written.keySet()))
            for (String path : some) paths.add(new SitePath(path));
        return paths;
    }

    /** One error for each page that should be in the site and is not. */
    public List<Diagnostic> verify(Set<SitePath> expected) {
        return expected.stream()
                .filter(path -> !contains(path))
                .sorted()
                .map(path -> Diagnostic.error("build/page-missing", SourceRange.file(path.value())))
                .toList();
    }

    /**
     * Puts the site in place. Where it fails, the previous site is there and a diagnostic says why.
     *
     * @throws IllegalStateException if called a second time
     */
    public Outcome<Published> commit() {
        if (isFinished) throw new IllegalStateException("the build has ended");
        try {
            if (!keep(OutputFolder.MARKER, OutputFolder.MARKER_TEXT))
                write(
                        OutputFolder.MARKER,
                        OutputFolder.MARKER_TEXT,
                        OutputFolder.MARKER_TEXT.getBytes(StandardCharsets.UTF_8));
            isFinished = true;
            if (isUnchanged()) {
                swap.keep(folders.next());
                if (spareLacks.isPresent())
                    SpareList.put(folders.spareList(), previous.manifest().checksum(), spareLacks.get());
                return Outcome.of(new Published(0, kept.size(), 0, true));
            }
            return swapIn();
        } catch (UncheckedIOException e) {
            return failed(e.getCause());
        } catch (IOException e) {
            return failed(e);
        }
    }

    private Outcome<Published> failed(@Nullable IOException reason) {
        discard();
        return Outcome.failed(WriteFailure.diagnose(reason == null ? new IOException() : reason, folders.output()));
    }

    private boolean isUnchanged() throws IOException {
        return written.isEmpty()
                && kept.size() == previous.manifest().entries().size()
                && (previous.isAsPublished() || StagingTree.holdsOnly(folders.output(), kept.keySet()));
    }

    private Outcome<Published> swapIn() throws IOException {
        List<String> gone = previous.without(this::contains);
        boolean isKnown = previous.isAsPublished();
        Map<String, PublishManifest.Entry> entries = new HashMap<>(2 * (written.size() + kept.size()));
        entries.putAll(written);
        completeStaging(gone, isKnown)
                .forEach((path, file) ->
                        previous.manifest().find(path).ifPresent(entry -> entries.put(path, entry.seenAs(file))));
        if (written.size() <= MOST_FORCED)
            Parallel.forEach(
                    List.copyOf(written.keySet()),
                    path -> FileTrees.force(folders.next().resolve(path)));
        checkpoint.reach(Step.WRITE_MANIFEST);
        byte[] manifest = new PublishManifest(entries).toBytes();
        FileTrees.replace(folders.nextManifest(), manifest);
        List<String> carried = OutputFolder.foreignHidden(folders.output(), previous.manifest(), entries.keySet());
        swap.run(carried);
        return Outcome.of(
                new Published(written.size(), kept.size(), gone.size(), false),
                tidy(carried, gone, isKnown ? Optional.of(PublishManifest.checksum(manifest)) : Optional.empty()));
    }

    /** Looks at what changed only, where it is known what the staging folder began as. @return how each kept file looks */
    private Map<String, BasicFileAttributes> completeStaging(List<String> gone, boolean isKnown) throws IOException {
        if (spareLacks.isEmpty() || !staging.linksWork() || NameClash.between(gone, written.keySet()) || !isKnown)
            return staging.complete(kept, written.keySet());
        Parallel.forEach(gone, staging::prune);
        List<String> missing = new ArrayList<>();
        for (String path : spareLacks.get()) if (kept.containsKey(path)) missing.add(path);
        Map<String, BasicFileAttributes> placed = new HashMap<>(kept);
        placed.putAll(staging.link(missing, kept));
        return placed;
    }

    /**
     * The new site is online: nothing that fails from here on can take it away.
     *
     * @param manifest the new one's checksum; empty where the old site, which is the spare now, may hold more than its manifest
     *     says, so that the next build must look at all of it: pages that were deleted would come back
     */
    private List<Diagnostic> tidy(List<String> carried, List<String> gone, Optional<String> manifest) {
        try {
            swap.settleIn(carried);
            if (staging.linksWork() && !folders.areBesideTheOutput()) {
                thin(gone);
                swap.keep(folders.old());
                swap.finish();
                if (manifest.isPresent()) SpareList.put(folders.spareList(), manifest.get(), written.keySet());
            } else {
                FileTrees.delete(folders.old());
                swap.finish();
            }
            if (folders.areBesideTheOutput()) FileTrees.delete(folders.trees());
            return List.of();
        } catch (IOException e) {
            return List.of(Diagnostic.warning(
                    "build/old-not-removed", SourceRange.file(folders.old().toString()), WriteFailure.reason(e)));
        }
    }

    /** Of the old site only what it shares with the new one is worth its place on the disk. */
    private void thin(List<String> gone) throws IOException {
        Path old = folders.old();
        if (!FileTrees.exists(old)) return;
        checkpoint.reach(Step.THIN_OLD);
        Parallel.forEach(gone, path -> StagingTree.prune(old, path));
        List<String> rewritten = new ArrayList<>();
        for (String path : written.keySet()) if (previous.lists(path)) rewritten.add(path);
        Parallel.forEach(rewritten, path -> FileTrees.delete(old.resolve(path)));
    }

    /** Gives up: the previous site stays as it is. Same as {@link #close} before a commit. */
    public void abort() {
        close();
    }

    /** Ends the build; without a {@link #commit} before, the previous site stays as it is. */
    @Override
    public void close() {
        if (!isFinished) {
            isFinished = true;
            discard();
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("lock", e);
        }
    }

    /** Removes what was written, which frees the disk; the rest serves the next build. What cannot be removed, that does. */
    private void discard() {
        if (FileTrees.exists(folders.journal())) return;
        try {
            for (String path : claimed) if (!kept.containsKey(path)) staging.delete(path);
            FileTrees.delete(folders.nextManifest());
            swap.keep(folders.next());
        } catch (IOException e) {
            isFinished = true;
        }
    }

    /** Lets go of the lock as the end of the process would, and cleans nothing up. */
    void vanish() throws IOException {
        isFinished = true;
        lock.close();
    }
}
