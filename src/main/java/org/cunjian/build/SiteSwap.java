package org.cunjian.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cunjian.build.Checkpoint.Step;

/**
 * Puts the finished {@code next} in the place of the output: two renames, told to a journal first, so that after a kill
 * between any two steps {@link #recover} makes the site whole, the new one where the first rename was done.
 */
final class SiteSwap {
    /** What an interrupted swap ended as. */
    enum Recovery {
        NOTHING_TO_DO,
        NEW_SITE,
        OLD_SITE,
        /** Someone made a folder at the output in between; nothing was touched. */
        UNCLEAR
    }

    private final PublishFolders folders;
    private final Checkpoint checkpoint;

    SiteSwap(PublishFolders folders, Checkpoint checkpoint) {
        this.folders = folders;
        this.checkpoint = checkpoint;
    }

    /**
     * Swaps. If it fails the previous site is back in its place, unless that fails too: then the journal stays for {@link
     * #recover}. The old site is left in {@code old}.
     */
    void run(List<String> carried) throws IOException {
        boolean hadOld = FileTrees.exists(folders.output());
        checkpoint.reach(Step.WRITE_JOURNAL);
        new SwapJournal(hadOld, carried).write(folders.journal());
        try {
            if (hadOld) {
                checkpoint.reach(Step.MOVE_OLD_AWAY);
                FileTrees.move(folders.output(), folders.old());
            }
            checkpoint.reach(Step.MOVE_NEW_IN);
            FileTrees.move(folders.next(), folders.output());
        } catch (IOException e) {
            undo(e);
            throw e;
        }
    }

    /** After the renames: what is not ours moves along, and the manifest becomes that of the new site. */
    void settleIn(List<String> carried) throws IOException {
        carryOver(carried);
        putManifest();
    }

    private void undo(IOException reason) {
        try {
            if (!FileTrees.exists(folders.output()) && FileTrees.exists(folders.old()))
                FileTrees.move(folders.old(), folders.output());
            FileTrees.delete(folders.journal());
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** What is in the output and not ours moves along; where the new site has an entry of that name, the site's stands. */
    private void carryOver(List<String> carried) throws IOException {
        for (String name : carried) {
            Path from = folders.old().resolve(name);
            Path to = folders.output().resolve(name);
            if (!FileTrees.exists(from) || FileTrees.exists(to)) continue;
            checkpoint.reach(Step.CARRY_OVER);
            FileTrees.move(from, to);
        }
    }

    private void putManifest() throws IOException {
        checkpoint.reach(Step.PUT_MANIFEST);
        if (FileTrees.exists(folders.nextManifest())) FileTrees.move(folders.nextManifest(), folders.manifest());
        FileTrees.forceFolder(folders.record());
        FileTrees.forceFolder(PublishFolders.parent(folders.output()));
    }

    /** Completes or undoes what a killed build left. Call only while holding the site's lock. */
    Recovery recover() throws IOException {
        Recovery recovery = Recovery.NOTHING_TO_DO;
        if (FileTrees.exists(folders.journal())) {
            Optional<SwapJournal> journal = SwapJournal.read(folders.journal());
            recovery = settle(journal.map(SwapJournal::carried).orElse(List.of()));
            if (recovery == Recovery.UNCLEAR) return recovery;
        }
        FileTrees.delete(folders.nextManifest());
        keep(folders.next());
        keep(folders.old());
        FileTrees.delete(folders.journal());
        return recovery;
    }

    private Recovery settle(List<String> carried) throws IOException {
        boolean hasNext = FileTrees.exists(folders.next());
        boolean hasOld = FileTrees.exists(folders.old());
        boolean hasOutput = FileTrees.exists(folders.output());
        if (hasNext && hasOld && hasOutput) {
            if (!OutputFolder.isEmptyFolder(folders.output())) return Recovery.UNCLEAR;
            FileTrees.delete(folders.output());
            hasOutput = false;
        }
        if (hasNext && !hasOutput) {
            FileTrees.move(folders.next(), folders.output());
            hasNext = false;
        } else if (hasOld && !hasOutput) {
            FileTrees.move(folders.old(), folders.output());
            return Recovery.OLD_SITE;
        }
        if (hasNext) return Recovery.OLD_SITE;
        settleIn(carried);
        return Recovery.NEW_SITE;
    }

    /** Makes a folder that is no longer needed the spare, or removes it where there is one. */
    void keep(Path folder) throws IOException {
        if (!FileTrees.exists(folder)) return;
        checkpoint.reach(Step.KEEP_SPARE);
        if (FileTrees.exists(folders.spare())) FileTrees.delete(folder);
        else FileTrees.move(folder, folders.spare());
    }

    /** The last step: from here on a kill leaves nothing to settle. */
    void finish() throws IOException {
        checkpoint.reach(Step.DROP_JOURNAL);
        FileTrees.delete(folders.journal());
    }
}
