package org.cunjian.io;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How a file looked from outside: while it looks the same, its bytes are taken to be the same.
 *
 * @param modifiedNanos since 1970, as fine as the file system tells
 * @param identity a number for the file itself where the system has one (device and inode), else 0
 */
public record FileStamp(long sizeBytes, long modifiedNanos, long identity) {
    public static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                Objects.hashCode(attributes.fileKey()));
    }
}
