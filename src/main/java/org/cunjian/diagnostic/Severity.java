package org.cunjian.diagnostic;

/** How much a diagnostic weighs: an error makes the command exit 1, a warning and a note do not. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
