package org.cunjian.diagnostic;

/**
 * Where a stage says how far it is. Called from many threads, often: implementations are thread-safe and cheap, and decide
 * themselves what to show.
 */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /**
     * Says how far a stage is; {@code total} is 0 where it is not known.
     *
     * @param stage a message key such as {@code build/stage-extract}
     */
    void report(String stage, long done, long total);
}
