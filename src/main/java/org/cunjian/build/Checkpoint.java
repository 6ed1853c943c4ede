package org.cunjian.build;

import java.io.IOException;

/** Told before each step of publishing that changes something on disk; a test makes any of them fail. */
@FunctionalInterface
interface Checkpoint {
    Checkpoint NONE = step -> {};

    void reach(Step step) throws IOException;

    enum Step {
        TAKE_SPARE,
        WRITE_FILE,
        CLEAN_SPARE,
        MAKE_FOLDER,
        LINK_FILE,
        WRITE_MANIFEST,
        WRITE_JOURNAL,
        MOVE_OLD_AWAY,
        MOVE_NEW_IN,
        CARRY_OVER,
        PUT_MANIFEST,
        THIN_OLD,
        KEEP_SPARE,
        DROP_JOURNAL
    }
}
