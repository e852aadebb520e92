package coop.parasol.local.bench;

import coop.parasol.bench.Clients;
import coop.parasol.contracts.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Partners' systems that place orders by REST, each on a connection of its own. */
final class OrderClients {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int CREATED = 201;

    private final int port;
    private final Supplier<String> token;
    private final int clients;

    /** @param token valid for as long as a request takes */
    OrderClients(int port, Supplier<String> token, int clients) {
        this.port = port;
        this.token = token;
        this.clients = clients;
    }

    /** An order that was accepted, and when it was sent ({@link System#nanoTime}). */
    record Sent(UUID orderId, long nanoTime) {}

    /** @param millis how long each order took, sorted */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Load(int orders, double seconds, double[] millis, int refused) {}

    /**
     * Places orders for so many seconds.
     *
     * @param perSecond all clients together; 0 for as fast as they can. Paced orders are timed from when they were due
     * @param sent receives the accepted orders; must not block
     */
    Load place(OrderMix mix, int seconds, double perSecond, Queue<Sent> sent) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger client = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * NANOS_PER_SECOND);
        Clients.run(clients, () -> {
            double interval = perSecond == 0 ? 0 : clients * NANOS_PER_SECOND / perSecond;
            double due = begun + interval * client.getAndIncrement() / clients;
            List<Double> own = new ArrayList<>();
            try (HttpConnection connection = new HttpConnection(port)) {
                while (System.nanoTime() < end) {
                    due += interval;
                    LockSupport.parkNanos(interval == 0 ? 0 : (long) due - System.nanoTime());
                    long from = interval == 0 ? System.nanoTime() : (long) due;
                    HttpConnection.Answer answer = connection.post(
                            "/orders", token.get(), UUID.randomUUID().toString(), order(mix.next()));
                    own.add((System.nanoTime() - from) / NANOS_PER_MILLI);
                    if (answer.status() == CREATED && !answer.body().contains("\"REFUSED\"")) {
                        sent.add(new Sent(orderId(answer.body()), from));
                    } else if (refused.getAndIncrement() == 0) {
                        System.out.println("refused: " + answer);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            millis.addAll(own);
        });
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Load(sorted.length, (System.nanoTime() - begun) / NANOS_PER_SECOND, sorted, refused.get());
    }

    private static UUID orderId(String body) {
        int begin = body.indexOf("\"orderId\"");
        int quote = body.indexOf('"', body.indexOf(':', begin)) + 1;
        return UUID.fromString(body.substring(quote, quote + 36));
    }

    private static String order(OrderMix.Choice choice) {
        StringBuilder lines = new StringBuilder();
        for (int product : choice.products()) {
            lines.append(lines.isEmpty() ? "" : ",")
                    .append("{\"product\":\"")
                    .append(OrderMix.product(product))
                    .append("\",\"quantity\":{\"value\":\"")
                    .append(OrderMix.QUANTITY)
                    .append("\",\"unit\":\"C62\"}}");
        }
        return "{\"partnerId\":\"" + choice.partnerId() + "\",\"reference\":\"PO-" + UUID.randomUUID()
                + "\",\"period\":\"" + week() + "\",\"lines\":[" + lines + "]}";
    }

    static String week() {
        return Period.of(LocalDate.now(ZoneOffset.UTC)).toString();
    }
}
