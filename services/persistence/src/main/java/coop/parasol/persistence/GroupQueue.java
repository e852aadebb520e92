package coop.parasol.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Gives what waits at the same moment to one thread, which stores it together (group commit, ADR 0049). While one group is being
 * stored, the next gathers; after a large one it gathers for some milliseconds more. So what is alone is stored at once, and the
 * busier it is, the fewer round trips, locks and flushes to disk each costs.
 */
public final class GroupQueue<T> {

    /**
     * So long a group gathers after a large one, as long as more come: a small one costs nearly as much as a larger one, and takes
     * it from all others that need the processors.
     */
    private static final Duration GATHERED_UNDER_LOAD = Duration.ofMillis(8);

    private static final Duration UNTIL_MORE_COME = Duration.ofMillis(2);

    private static final int LARGE_GROUP = 4;

    /** So long after a large group the next is believed to be one too. */
    private static final Duration UNDER_LOAD = Duration.ofMillis(100);

    private static final Duration MAX_WAIT_FOR_THREAD = Duration.ofMillis(500);

    private final int maxGroup;
    private final Consumer<List<T>> store;
    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean ended;
    /** Of the thread, {@link System#nanoTime}. */
    private long underLoadUntil = System.nanoTime();

    /**
     * @param threadName of the one thread that stores
     * @param maxGroup so few that a group takes milliseconds
     * @param store called with one group after the other; to catch what it throws, since the thread goes on with the next group
     */
    public GroupQueue(String threadName, int maxGroup, Consumer<List<T>> store) {
        this.maxGroup = maxGroup;
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void add(T waiting) {
        queue.add(waiting);
    }

    private void run() {
        while (!ended) {
            try {
                store.accept(gather());
            } catch (InterruptedException e) {
                ended = true;
            }
        }
    }

    private List<T> gather() throws InterruptedException {
        List<T> group = new ArrayList<>();
        group.add(queue.take());
        if (System.nanoTime() < underLoadUntil) {
            awaitMore();
        }
        queue.drainTo(group, maxGroup - 1);
        if (group.size() >= LARGE_GROUP) {
            underLoadUntil = System.nanoTime() + UNDER_LOAD.toNanos();
        }
        return group;
    }

    private void awaitMore() throws InterruptedException {
        long end = System.nanoTime() + GATHERED_UNDER_LOAD.toNanos();
        int before;
        do {
            before = queue.size();
            Thread.sleep(UNTIL_MORE_COME);
        } while (queue.size() > before && queue.size() < maxGroup - 1 && System.nanoTime() < end);
    }

    /** Ends the thread: at once, or 0.5 s later at most, whatever the database does. */
    public void end() throws InterruptedException {
        ended = true;
        thread.interrupt();
        thread.join(MAX_WAIT_FOR_THREAD);
    }
}
