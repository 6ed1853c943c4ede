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
    /** One row; {@code stage} is a message key; {@code cpuNanos} is -1 for a stage that ran beside another. */
    public record Row(String stage, long items, long nanos, long cpuNanos) {
        static final long UNKNOWN = -1;

        /** Whether the CPU time is this stage's alone. */
        public boolean hasCpu() {
            return cpuNanos != UNKNOWN;
        }
    }

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = cpuNanos();
    private final List<Row> rows = new ArrayList<>();
    private boolean isBesideOthers;

    /** A table for stages that run while others do; {@link #add} takes it in. */
    static StageTable beside() {
        StageTable table = new StageTable();
        table.isBesideOthers = true;
        return table;
    }

    void add(StageTable other) {
        rows.addAll(other.rows);
    }

    /** Runs a stage and notes its time; {@code items} are counted afterwards. */
    <T> T time(String stage, Supplier<T> work, java.util.function.ToLongFunction<T> items) {
        long start = System.nanoTime();
        long cpuStart = cpuNanos();
        T result = work.get();
        long cpu = isBesideOthers ? Row.UNKNOWN : cpuNanos() - cpuStart;
        rows.add(new Row(stage, items.applyAsLong(result), System.nanoTime() - start, cpu));
        return result;
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }

    /** All from the first stage to now. */
    public Row total() {
        return new Row("build/stage-total", 0, System.nanoTime() - startNanos, cpuNanos() - startCpuNanos);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
