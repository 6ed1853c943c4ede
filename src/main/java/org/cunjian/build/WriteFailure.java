package org.cunjian.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;

/** Says in a person's words why a file of the site could not be written: the disk is full, the folder is read-only … */
final class WriteFailure {
    private WriteFailure() {}

    /** @param output what is named where the failure names no file */
    static Diagnostic diagnose(UncheckedIOException failure, Path output) {
        IOException cause = failure.getCause();
        return diagnose(cause == null ? new IOException(failure.getMessage()) : cause, output);
    }

    /** @param about what is named where the failure names no file */
    static Diagnostic diagnose(IOException failure, Path about) {
        String reason = reason(failure);
        String lower = reason.toLowerCase(Locale.ROOT);
        String file = failure instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : about.toString();
        SourceRange place = SourceRange.file(file);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota"))
            return Diagnostic.error("build/disk-full", place);
        if (failure instanceof AccessDeniedException || lower.contains("read-only"))
            return Diagnostic.error("build/output-not-writable", place);
        return Diagnostic.error("build/write-failed", place, reason);
    }

    static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
