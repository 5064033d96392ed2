package dev.segue.library.csv;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Work that whoever comes first does, and the others need not: a pool's thread, or the one that wants the result.
/// Thread-safe.
final class Job<T> {

    /// How many to have underway, so that neither the pool nor the one who wants the results waits for work.
    static final int MOST_UNDERWAY = 2 + 2 * ForkJoinPool.getCommonPoolParallelism();

    private final Supplier<T> work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Job(Supplier<T> work) {
        this.work = work;
    }

    /// Lets a thread of the common pool do `work`, as soon as one is free.
    static <T> Job<T> offer(Supplier<T> work) {
        Job<T> job = new Job<>(work);
        ForkJoinPool.commonPool().execute(job::help);
        return job;
    }

    /// Does the work here and now, unless somebody has begun it.
    void help() {
        if (begun.compareAndSet(false, true)) {
            result.completeAsync(work, Runnable::run);
        }
    }

    boolean isDone() {
        return result.isDone();
    }

    /// The result; does the work here, or waits for whoever does it.
    T result() {
        help();
        return result.join();
    }
}
