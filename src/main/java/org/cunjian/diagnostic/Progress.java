package org.cunjian.diagnostic;

/**
 * Where a stage says how far it is. Called from many threads, often: implementations are thread-safe and cheap, and decide
 * themselves what to show.
 */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /** @param stage a message key such as build/stage-extract. @param total 0 where it is not known */
    void report(String stage, long done, long total);
}
