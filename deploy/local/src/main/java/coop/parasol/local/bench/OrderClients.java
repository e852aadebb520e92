package coop.parasol.local.bench;

import coop.parasol.contracts.Period;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;

/** Partners' systems that place orders by REST, each on a connection of its own. */
final class OrderClients {

    private static final int CREATED = 201;

    private final RestClients callers;
    private final Supplier<String> token;

    /** @param token valid for as long as a request takes */
    OrderClients(int port, Supplier<String> token, int clients) {
        this.callers = new RestClients(port, clients);
        this.token = token;
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
        RestClients.Load load =
                callers.run(seconds, perSecond, client -> (connection, from) -> place(connection, mix, sent, from));
        return new Load(load.calls(), load.seconds(), load.millis(), load.calls() - load.done());
    }

    private int place(HttpConnection connection, OrderMix mix, Queue<Sent> sent, long from) throws IOException {
        HttpConnection.Answer answer =
                connection.post("/orders", token.get(), UUID.randomUUID().toString(), order(mix.next()));
        if (answer.status() == CREATED && !answer.body().contains("\"REFUSED\"")) {
            sent.add(new Sent(orderId(answer.body()), from));
            return 1;
        }
        System.out.println("refused: " + answer);
        return 0;
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
