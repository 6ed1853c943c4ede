package org.cunjian.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where changes of files are learnt. */
interface ChangeSource extends AutoCloseable {

    /** Waits for a change. @return false if there was none in that time */
    boolean await(long millis) throws InterruptedException;

    @Override
    void close() throws IOException;

    /**
     * From the operating system; by looking again and again where it has no notice to give (macOS) or no more of it (Linux
     * limits the number of watched folders).
     */
    static ChangeSource of(List<Path> roots) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            try {
                return new WatchedChanges(roots);
            } catch (IOException | UnsupportedOperationException e) {
                return new PolledChanges(roots);
            }
        }
        return new PolledChanges(roots);
    }

    /** Whether a file is content: not hidden, not what an editor leaves while it saves. */
    static boolean counts(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        return !name.startsWith(".")
                && !name.endsWith("~")
                && !name.startsWith("~$")
                && !name.startsWith("#")
                && !name.endsWith(".tmp")
                && !name.equals("4913"); // Vim's probe
    }
}
