package coop.parasol.local.bench;

import coop.parasol.bench.Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Systems that call a service by REST again and again, each on a connection of its own. */
final class RestClients {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int port;
    private final int clients;

    RestClients(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /** One call. */
    @FunctionalInterface
    interface Caller {

        /**
         * Calls once.
         *
         * @param nanoTime when it was sent, or was due to be ({@link System#nanoTime})
         * @return how much was done by it; negative if there is nothing left to do
         */
        int call(HttpConnection connection, long nanoTime) throws IOException;
    }

    /**
     * What was done.
     *
     * @param millis how long each call took, sorted
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Load(int calls, int done, double seconds, double[] millis) {

        double perSecond() {
            return done / seconds;
        }
    }

    /**
     * Calls for so many seconds, or until nothing is left to do.
     *
     * @param perSecond calls of all clients together; 0 for as fast as they can. Paced calls are timed from when they were due
     * @param callers by the number of the client
     */
    Load run(double seconds, double perSecond, IntFunction<Caller> callers) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger client = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * NANOS_PER_SECOND);
        Clients.run(clients, () -> {
            int number = client.getAndIncrement();
            Caller caller = callers.apply(number);
            double interval = perSecond == 0 ? 0 : clients * NANOS_PER_SECOND / perSecond;
            double due = begun + interval * number / clients;
            List<Double> own = new ArrayList<>();
            try (HttpConnection connection = new HttpConnection(port)) {
                while (System.nanoTime() < end) {
                    due += interval;
                    LockSupport.parkNanos(interval == 0 ? 0 : (long) due - System.nanoTime());
                    long from = interval == 0 ? System.nanoTime() : (long) due;
                    int more = caller.call(connection, from);
                    if (more < 0) {
                        break;
                    }
                    own.add((System.nanoTime() - from) / NANOS_PER_MILLI);
                    done.addAndGet(more);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            millis.addAll(own);
        });
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Load(sorted.length, done.get(), (System.nanoTime() - begun) / NANOS_PER_SECOND, sorted);
    }
}
