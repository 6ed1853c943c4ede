package org.cunjian.ingest;

import java.util.List;

/** A raw file that cannot be read as an article; the code is that of the diagnostic. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> args;

    UnreadableException(String code, String... args) {
        super(code + " " + String.join(" ", args));
        this.code = code;
        this.args = List.of(args);
    }

    String code() {
        return code;
    }

    List<String> args() {
        return args;
    }
}
