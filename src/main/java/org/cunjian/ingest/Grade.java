package org.cunjian.ingest;

/** How sure a rule is of what it saw. */
public enum Grade {
    /** The text itself proves it: changed. */
    PROVEN,
    /** The likeliest reading by far: changed, and marked in the log for a person to look at. */
    INFERRED,
    /** Something is odd, but what was meant is a guess: left as it is, and marked. */
    UNSURE
}
