package org.cunjian.content;

/** The raw file that a case was ingested from: its name as found, and the SHA-256 of its bytes. */
public record Origin(String file, String sha256) {}
