package org.cunjian.knowledge;

/** A doubt about a case that readers of the open data should see: a stable code such as place-conflict, and a sentence. */
public record Flag(String code, String message) {}
