package org.cunjian.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one process that publishes a site. The operating system lets go of it when that process ends, however it
 * ends; the file stays and holds the process id, for the message to the one that comes second.
 */
final class SiteLock implements AutoCloseable {
    /** The locked byte lies far behind the text, which others must be able to read on Windows. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private SiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty where another holds it. */
    static Optional<SiteLock> tryTake(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new SiteLock(channel));
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The process id that the holder wrote, or a question mark. */
    static String holder(Path file) {
        try {
            String pid = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return pid.matches("\\d{1,10}") ? pid : "?";
        } catch (IOException e) {
            return "?";
        }
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
