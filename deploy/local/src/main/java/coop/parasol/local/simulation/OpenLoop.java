package coop.parasol.local.simulation;

import coop.parasol.bench.Clients;
import coop.parasol.local.servers.Installation;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends calls when they are due, whatever becomes of earlier ones: who asks does not wait until others were answered, so that a
 * service which is too slow is seen as a delay and not as a lower rate.
 */
final class OpenLoop {

    private static final int CALLERS = 32;
    private static final long LOOK_MILLIS = 50;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** How long after the load's end calls that are due are still sent; then the services have given up. */
    private static final long PATIENCE = 120 * NANOS_PER_SECOND;

    private final Installation installation;
    private final CallStatistics statistics;
    private final DelayQueue<Task> queue = new DelayQueue<>();
    private final AtomicLong unfinished = new AtomicLong();
    private final long begun = System.nanoTime() + NANOS_PER_SECOND;
    private final long end;

    OpenLoop(Installation installation, CallStatistics statistics, double seconds) {
        this.installation = installation;
        this.statistics = statistics;
        this.end = begun + (long) (seconds * NANOS_PER_SECOND);
    }

    /** What is done by a caller. */
    @FunctionalInterface
    interface Work {

        /**
         * Calls once, or several times in turn.
         *
         * @param due when it had to begin ({@link System#nanoTime})
         * @throws Caller.Failed if a call failed, which is no more than counted
         */
        void run(Caller caller, long due) throws Caller.Failed;
    }

    /** What is to be done at a time. */
    private record Task(String kind, long due, Work work) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due - ((Task) other).due, 0);
        }
    }

    /** When the load begins ({@link System#nanoTime}): a moment after this was made. */
    long begun() {
        return begun;
    }

    /** When the last calls of a steady kind are due. */
    long end() {
        return end;
    }

    /** Whether the time is over after which what is due is given up. */
    boolean isOver() {
        return System.nanoTime() > end + PATIENCE;
    }

    /**
     * Does it again and again until the end, for the first time at the beginning.
     *
     * @param kind under which it is counted if it was not sent in time
     */
    void steadily(double perSecond, String kind, Work work) {
        again(kind, (long) (NANOS_PER_SECOND / perSecond), begun, work);
    }

    private void again(String kind, long interval, long due, Work work) {
        at(kind, due, (caller, when) -> {
            if (due + interval < end) {
                again(kind, interval, due + interval, work);
            }
            work.run(caller, when);
        });
    }

    /** Queues a call for the moment it is due, by the clock of System.nanoTime. */
    void at(String kind, long due, Work work) {
        unfinished.incrementAndGet();
        queue.add(new Task(kind, due, work));
    }

    /** Does it once, so many seconds from now. */
    void in(double seconds, String kind, Work work) {
        at(kind, System.nanoTime() + (long) (seconds * NANOS_PER_SECOND), work);
    }

    /** Runs until all is done, what followed from it included, or the time for it is over. */
    void run() {
        Clients.run(CALLERS, () -> {
            try (Caller caller = new Caller(installation, statistics)) {
                while (unfinished.get() > 0 && !isOver()) {
                    Task task = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    if (task != null) {
                        run(caller, task);
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        queue.forEach(task -> statistics.failed(task.kind(), "not sent in time"));
    }

    private void run(Caller caller, Task task) {
        try {
            task.work().run(caller, task.due());
        } catch (Caller.Failed failure) {
            statistics.failed(failure.kind(), String.valueOf(failure.getMessage()));
        } finally {
            unfinished.decrementAndGet();
        }
    }
}
