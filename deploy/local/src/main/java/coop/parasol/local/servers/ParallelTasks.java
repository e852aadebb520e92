package coop.parasol.local.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs several tasks at the same time, waits for all, and fails with the failure of the first in order that failed. */
final class ParallelTasks {

    private ParallelTasks() {}

    static void run(Runnable... tasks) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (Runnable task : tasks) {
                all.add(CompletableFuture.runAsync(task, pool));
            }
            await(all);
        }
    }

    /** Waits for all, and fails with the failure of the first in order that failed. */
    static void await(List<CompletableFuture<Void>> all) {
        try {
            for (CompletableFuture<Void> one : all) {
                one.join();
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
