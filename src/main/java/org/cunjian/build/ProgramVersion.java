package org.cunjian.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Which program made a cache: another one may understand the same article differently. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version for people: 0.1.0, or “dev” where the program runs from its classes. */
    public static String label() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    /** Differs between any two builds of the program: size and time of its archive, or of its newest class. */
    public static String fingerprint() {
        try {
            Path home = Path.of(ProgramVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(home)) return stamp(home);
            try (Stream<Path> classes = Files.walk(home)) {
                return classes.filter(Files::isRegularFile)
                        .map(ProgramVersion::time)
                        .max(FileTime::compareTo)
                        .map(FileTime::toString)
                        .orElse("empty");
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot look at the program's own files", e);
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.size(file) + "@" + Files.getLastModifiedTime(file);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file.toString(), e);
        }
    }
}
