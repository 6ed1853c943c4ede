package org.cunjian.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    static final int CONTENT_ERRORS = 1;
    static final int WRONG_USAGE = 2;
    static final int BUG = 3;

    private ExitCode() {}
}
