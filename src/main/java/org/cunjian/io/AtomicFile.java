package org.cunjian.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a file so that a reader, a full disk or a kill at any moment finds the old bytes or the new ones, never a part. */
public final class AtomicFile {
    private static final AtomicLong COUNT = new AtomicLong();

    private AtomicFile() {}

    /**
     * Writes {@code bytes} beside {@code path} and renames. Missing folders are made. Two writers of one path: the last one wins.
     *
     * @throws IOException where the folder cannot be made or written; nothing is left behind
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) throw new IOException("not a file: " + path);
        Files.createDirectories(folder);
        String unique = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        Path part = folder.resolve("." + unique + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) channel.write(buffer);
            }
            move(part, path);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
