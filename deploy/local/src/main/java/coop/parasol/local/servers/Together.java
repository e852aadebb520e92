package coop.parasol.local.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at once and fails as the first of them that fails. */
final class Together {

    private Together() {}

    static void run(Runnable... tasks) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (Runnable task : tasks) {
                all.add(CompletableFuture.runAsync(task, pool));
            }
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
