package coop.parasol.bench;

import java.util.ArrayList;
import java.util.List;

/** Concurrent clients of a benchmark, a thread each. */
public final class Clients {

    private Clients() {}

    /** Runs the work in so many threads at once and waits until all have returned. */
    public static void run(int clients, Runnable work) {
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofPlatform().start(work));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
