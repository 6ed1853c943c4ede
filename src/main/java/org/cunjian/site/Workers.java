package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs independent pieces of work on all processors. */
public final class Workers {
    private Workers() {}

    /**
     * Calls {@code work} once for each index below {@code count}, in about ascending order, on as many threads as there are
     * processors. The first exception stops what has not begun and is thrown here.
     */
    static void forEach(int count, IntConsumer work) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), count);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement())
                    work.accept(i);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (Error e) {
                failure.compareAndSet(null, new IllegalStateException(e));
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(worker, "site-" + i);
            thread.start();
            others.add(thread);
        }
        worker.run();
        others.forEach(Workers::join);
        RuntimeException first = failure.get();
        if (first != null) throw first;
    }

    /** Waits until the thread has ended. An interruption does not end the wait: it is left for who waits next. */
    public static void join(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) Thread.currentThread().interrupt();
    }
}
