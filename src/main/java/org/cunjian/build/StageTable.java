package org.cunjian.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long each stage took, for the closing table; wall time, measured with a clock that never runs backwards. */
public final class StageTable {
    /** One row; {@code stage} is a message key. */
    public record Row(String stage, long items, long nanos) {}

    private final List<Row> rows = new ArrayList<>();

    /** Runs a stage and notes its time; {@code items} are counted afterwards. */
    <T> T time(String stage, Supplier<T> work, java.util.function.ToLongFunction<T> items) {
        long start = System.nanoTime();
        T result = work.get();
        rows.add(new Row(stage, items.applyAsLong(result), System.nanoTime() - start));
        return result;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
