package org.cunjian.build;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long each stage took, for the closing table: wall time, by a clock that never runs backwards, and the CPU time of the whole
 * process, all threads (its compiler and collector among them), which is what to compare on a busy machine.
 */
public final class StageTable {
    /** One row; {@code stage} is a message key. */
    public record Row(String stage, long items, long nanos, long cpuNanos) {}

    private final List<Row> rows = new ArrayList<>();

    /** Runs a stage and notes its time; {@code items} are counted afterwards. */
    <T> T time(String stage, Supplier<T> work, java.util.function.ToLongFunction<T> items) {
        long start = System.nanoTime();
        long cpuStart = cpuNanos();
        T result = work.get();
        rows.add(new Row(stage, items.applyAsLong(result), System.nanoTime() - start, cpuNanos() - cpuStart));
        return result;
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
