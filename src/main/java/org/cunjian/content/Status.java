package org.cunjian.content;

/** JBake's status: only published articles reach any output. */
public enum Status {
    PUBLISHED,
    DRAFT
}
