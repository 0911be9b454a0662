package io.nephoscope.cli.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Accounts side by side, so many at once. */
final class Parallel {
    private static final int MOST = 16;

    private Parallel() {}

    /** What is done for each. */
    @FunctionalInterface
    interface Step<T, R> {
        R run(T item) throws InterruptedException;
    }

    /** What is done for each, without an answer. */
    @FunctionalInterface
    interface Work<T> {
        void run(T item) throws InterruptedException;
    }

    static <T> void forEach(List<T> items, Work<T> work) throws InterruptedException {
        map(items, item -> {
            work.run(item);
            return item;
        });
    }

    /** The answers in the order of the items. The first error of ours stops the others. */
    static <T, R> List<R> map(List<T> items, Step<T, R> step) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(MOST, items.size())));
        try {
            List<Future<R>> running = new ArrayList<>();
            items.forEach(item -> running.add(pool.submit(() -> step.run(item))));
            List<R> answers = new ArrayList<>();
            for (Future<R> future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
