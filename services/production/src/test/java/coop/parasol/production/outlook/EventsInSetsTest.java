package coop.parasol.production.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.OnBatchCertified;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of orders, shipments and certificates come to what the same events come to one by one. */
@QuarkusTest
class EventsInSetsTest {

    private static final int ORDERS = 20;
    private static final int BATCHES = 12;
    private static final Money PRICE = Money.of("1.00", "INR");
    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    @Inject
    OnOrderAccepted onOrderAccepted;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    OnBatchCertified onBatchCertified;

    @Inject
    Jdbi jdbi;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sets_of_events_leave_the_outlook_the_stock_and_the_batches_as_one_by_one(long seed) {
        for (String world : List.of("single", "sets")) {
            batches(world);
        }

        history("single", new Random(seed)).forEach(event -> handle(List.of(event)));
        Random random = new Random(-seed);
        List<Event> open = new ArrayList<>(history("sets", new Random(seed)));
        while (!open.isEmpty()) {
            int together = 1;
            int most = 1 + random.nextInt(30);
            while (together < Math.min(most, open.size())
                    && open.get(together).getClass() == open.getFirst().getClass()) {
                together++;
            }
            List<Event> set = open.subList(0, together);
            handle(List.copyOf(set));
            set.clear();
        }

        assertThat(state("sets")).isEqualTo(state("single")).hasSizeGreaterThan(ORDERS);
    }

    private void handle(List<Event> set) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (set.getFirst()) {
                case OrderAccepted first -> all(onOrderAccepted, set, OrderAccepted.class);
                case ShipmentDispatched first -> all(onShipmentDispatched, set, ShipmentDispatched.class);
                case BatchCertified first -> all(onBatchCertified, set, BatchCertified.class);
                default -> throw new AssertionError(set);
            }
        });
    }

    private static <E extends Event> void all(Handler<E> handler, List<Event> set, Class<E> type) {
        handler.onAll(set.stream()
                .map(event -> new Received<>(type.cast(event), ENVELOPE))
                .toList());
    }

    private UUID id(String world, String name) {
        return UUID.nameUUIDFromBytes((run + world + name).getBytes(StandardCharsets.UTF_8));
    }

    private String product(String world, int number) {
        return world + "-" + number + "-" + run;
    }

    private void batches(String world) {
        UUID member = MemberFixture.member(Member.State.ACTIVE);
        for (int product = 0; product < 2; product++) {
            MemberFixture.product(product(world, product), null);
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            UUID id = id(world, "batch " + batch);
            String product = product(world, batch % 2);
            jdbi.useHandle(handle -> handle.createUpdate(
                            "insert into batch (id, member_id, product, lot, quantity, unit, made_on, route, state, reason,"
                                    + " reported_at) values (:id, :member, :product, :lot, 50, 'C62', current_date, 'hand',"
                                    + " 'REJECTED', 'dents', now())")
                    .bind("id", id)
                    .bind("member", member)
                    .bind("product", product)
                    .bind("lot", id.toString())
                    .execute());
        }
    }

    /** Shipments may come before their orders and before the certificates of their goods. */
    private List<Event> history(String world, Random random) {
        List<Event> events = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            UUID orderId = id(world, "order " + order);
            int lines = 1 + random.nextInt(3);
            events.add(accepted(world, orderId, lines, random));
            for (int shipment = random.nextInt(3); shipment > 0; shipment--) {
                events.add(random.nextInt(events.size()), dispatched(world, orderId, lines, random));
            }
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            events.add(random.nextInt(events.size()), certified(world, batch, 1 + random.nextInt(50)));
        }
        return events;
    }

    private OrderAccepted accepted(String world, UUID orderId, int lines, Random random) {
        return new OrderAccepted(
                orderId,
                new UUID(0, 1),
                null,
                Period.parse("2026-W4" + random.nextInt(3)),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new OrderLine(
                                line, product(world, line % 2), "A", pieces(1 + random.nextInt(20)), PRICE, PRICE))
                        .toList(),
                PRICE,
                Instant.EPOCH);
    }

    private ShipmentDispatched dispatched(String world, UUID orderId, int lines, Random random) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                "089012340000000014",
                orderId,
                new UUID(0, 1),
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(each -> 1 + random.nextInt(lines))
                        .map(line -> new ShippedGoods(
                                line,
                                product(world, line % 2),
                                "A",
                                id(world, "batch " + (random.nextInt(BATCHES / 2) * 2 + line % 2)),
                                new UUID(0, 3),
                                "L",
                                pieces(1 + random.nextInt(9)),
                                PRICE))
                        .toList(),
                Instant.EPOCH);
    }

    private BatchCertified certified(String world, int batch, long quantity) {
        UUID id = id(world, "batch " + batch);
        return new BatchCertified(
                id,
                "PC-" + id,
                new UUID(0, 3),
                product(world, batch % 2),
                "L",
                "B-1",
                batch % 3 == 0 ? "B" : "A",
                pieces(quantity),
                null,
                1,
                Instant.EPOCH);
    }

    /** Everything that these events change, without ids and without the world's name. */
    private List<String> state(String world) {
        String like = world + "-%-" + run;
        return List.of(
                        "select concat_ws(' ', 'line', line, product, period, unit, ordered, dispatched) from order_line"
                                + " where product like :like order by 1",
                        "select concat_ws(' ', 'outlook', product, period, unit, open_orders, commitments)"
                                + " from demand_outlook where product like :like and open_orders <> 0 order by 1",
                        "select concat_ws(' ', 'goods', product, certified, dispatched, withheld) from certified_batch"
                                + " where product like :like order by 1",
                        "select concat_ws(' ', 'stock', product, certified, dispatched) from certified_stock"
                                + " where product like :like order by 1",
                        "select concat_ws(' ', 'batch', product, state, grade, reason) from batch where product like :like"
                                + " order by 1")
                .stream()
                .flatMap(
                        sql -> jdbi
                                .withHandle(handle -> handle.createQuery(sql)
                                        .bind("like", like)
                                        .mapTo(String.class)
                                        .list())
                                .stream())
                .map(row -> row.replace(world, "world"))
                .toList();
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
