package coop.parasol.production.outlook;

import static coop.parasol.production.outlook.OrderEvents.ENVELOPE;
import static coop.parasol.production.outlook.OrderEvents.PARTNER;
import static coop.parasol.production.outlook.OrderEvents.accepted;
import static coop.parasol.production.outlook.OrderEvents.dispatched;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.production.outlook.DemandOutlook.DemandChange;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the sequence in which orders, cancellations and shipments arrive, the open orders are the same in the end. */
@QuarkusTest
class DemandOutlookTest {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    OnOrderAccepted onOrderAccepted;

    @Inject
    OnOrderCancelled onOrderCancelled;

    @Inject
    OnOrderLineReduced onOrderLineReduced;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    DemandOutlook outlook;

    @Inject
    Jdbi jdbi;

    @Test
    void any_interleaving_of_orders_cancellations_and_shipments_leaves_the_same_open_orders() {
        Random random = new Random(48);
        for (int round = 0; round < 40; round++) {
            String product = "P-" + UUID.randomUUID();
            List<Deque<Event>> keys = new ArrayList<>();
            long open = 0;
            for (int order = 0; order < 4; order++) {
                UUID id = UUID.randomUUID();
                int ordered = 1 + random.nextInt(50);
                int shipped = random.nextInt(ordered + 1);
                boolean cancelled = random.nextInt(3) == 0;
                int wanted = shipped + random.nextInt(ordered - shipped + 1);
                Deque<Event> ofOrder = new ArrayDeque<>(List.of(accepted(id, PARTNER, product, WEEK, ordered)));
                for (int rest : List.of((ordered + wanted) / 2, wanted)) {
                    ofOrder.add(reduced(id, product, rest));
                }
                if (cancelled) {
                    ofOrder.add(new OrderCancelled(id, new UUID(0, 1), "too late"));
                }
                keys.add(ofOrder);
                if (shipped > 0) {
                    keys.add(new ArrayDeque<>(List.of(dispatched(id, product, shipped))));
                }
                open += cancelled ? 0 : wanted - shipped;
            }
            interleave(keys, random);

            assertThat(openOrders(product)).isEqualByComparingTo(BigDecimal.valueOf(open));
        }
    }

    @Test
    void a_reduction_counts_whichever_comes_first_it_or_the_order_and_of_several_the_least() {
        String product = "P-" + UUID.randomUUID();
        UUID before = UUID.randomUUID();
        UUID nothing = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            onShipmentDispatched.on(dispatched(before, product, 2), ENVELOPE);
            onOrderLineReduced.onAll(List.of(
                    new Received<>(reduced(before, product, 5), ENVELOPE),
                    new Received<>(reduced(before, product, 7), ENVELOPE),
                    new Received<>(reduced(nothing, product, 0), ENVELOPE)));
            onOrderAccepted.onAll(List.of(
                    new Received<>(accepted(before, PARTNER, product, WEEK, 9), ENVELOPE),
                    new Received<>(accepted(nothing, PARTNER, product, WEEK, 9), ENVELOPE)));
        });
        assertThat(openOrders(product)).isEqualByComparingTo("3");

        QuarkusTransaction.requiringNew().run(() -> {
            onOrderLineReduced.on(reduced(before, product, 4), ENVELOPE);
            onOrderLineReduced.on(reduced(before, product, 6), ENVELOPE);
        });
        assertThat(openOrders(product)).isEqualByComparingTo("2");
    }

    @Test
    void orders_that_come_together_are_added_together_also_where_goods_were_shipped_before() {
        String product = "P-" + UUID.randomUUID();
        String other = "P-" + UUID.randomUUID();
        UUID shipped = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            onShipmentDispatched.on(dispatched(shipped, product, 4), ENVELOPE);
            onOrderAccepted.onAll(List.of(
                    new Received<>(accepted(UUID.randomUUID(), PARTNER, product, WEEK, 5), ENVELOPE),
                    new Received<>(accepted(UUID.randomUUID(), PARTNER, other, WEEK, 7), ENVELOPE),
                    new Received<>(accepted(shipped, PARTNER, product, WEEK, 6), ENVELOPE)));
        });

        assertThat(openOrders(product)).isEqualByComparingTo("7");
        assertThat(openOrders(other)).isEqualByComparingTo("7");
    }

    @Test
    void a_page_shows_each_week_with_what_earlier_weeks_need() {
        String product = "P-" + UUID.randomUUID();
        Period next = Period.parse("2026-W49");
        QuarkusTransaction.requiringNew().run(() -> {
            outlook.addDemand(
                    List.of(demand(product, next, 7, 0), demand(product, WEEK, 5, 0), demand(product, WEEK, 6, 4)));
            outlook.addCommitments(product, "A", next, "C62", BigDecimal.valueOf(3));
        });

        List<ProductWeek> all = page(product, null, Position.FIRST);

        assertThat(all).extracting(ProductWeek::period).containsExactly(WEEK, next);
        assertThat(all.getFirst().openOrders()).isEqualByComparingTo("11");
        assertThat(all.getFirst().forecasts()).isEqualByComparingTo("4");
        assertThat(all.getFirst().earlierNeeds()).isEqualByComparingTo("0");
        assertThat(all.getLast().openOrders()).isEqualByComparingTo("7");
        assertThat(all.getLast().earlierNeeds()).isEqualByComparingTo("15");
        assertThat(all.getLast().commitments()).isEqualByComparingTo("3");
        assertThat(page(product, null, new Position(product, "A", WEEK.toString())))
                .containsExactly(all.getLast());
        assertThat(page(product, next, Position.FIRST)).containsExactly(all.getLast());
    }

    @Test
    void a_forecast_for_a_week_that_is_over_is_neither_shown_nor_needed() {
        String product = "P-" + UUID.randomUUID();
        Period next = Period.parse("2026-W49");
        QuarkusTransaction.requiringNew()
                .run(() -> outlook.addDemand(List.of(demand(product, WEEK, 0, 9), demand(product, next, 2, 0))));

        assertThat(pageIn(next, product)).hasSize(1);
        assertThat(pageIn(next, product).getFirst().earlierNeeds()).isEqualByComparingTo("0");
        assertThat(pageIn(WEEK, product).getLast().earlierNeeds()).isEqualByComparingTo("9");
    }

    @Test
    void a_week_without_open_orders_forecasts_and_commitments_is_not_shown() {
        String product = "P-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            outlook.addCommitments(product, "A", WEEK, "C62", BigDecimal.valueOf(3));
            outlook.addCommitments(product, "A", WEEK, "C62", BigDecimal.valueOf(-3));
        });

        assertThat(page(product, null, Position.FIRST)).isEmpty();
    }

    private List<ProductWeek> page(String product, @Nullable Period period, Position after) {
        return QuarkusTransaction.requiringNew().call(() -> outlook.page(product, period, WEEK, after, 10));
    }

    private List<ProductWeek> pageIn(Period thisWeek, String product) {
        return QuarkusTransaction.requiringNew().call(() -> outlook.page(product, null, thisWeek, Position.FIRST, 10));
    }

    private static DemandChange demand(String product, Period week, long openOrders, long forecasts) {
        return new DemandChange(
                product,
                "A",
                week,
                "C62",
                BigDecimal.valueOf(openOrders),
                BigDecimal.ZERO,
                BigDecimal.valueOf(forecasts),
                BigDecimal.ZERO);
    }

    /** Events of one key keep their sequence, as Kafka keeps it; between keys everything is possible. */
    private void interleave(List<Deque<Event>> keys, Random random) {
        while (!keys.isEmpty()) {
            Deque<Event> key = keys.get(random.nextInt(keys.size()));
            Event event = key.removeFirst();
            QuarkusTransaction.requiringNew().run(() -> {
                switch (event) {
                    case OrderAccepted accepted -> onOrderAccepted.on(accepted, ENVELOPE);
                    case OrderCancelled cancelled -> onOrderCancelled.on(cancelled, ENVELOPE);
                    case OrderLineReduced reduced -> onOrderLineReduced.on(reduced, ENVELOPE);
                    case ShipmentDispatched dispatched -> onShipmentDispatched.on(dispatched, ENVELOPE);
                    default -> throw new AssertionError(event);
                }
            });
            keys.removeIf(Deque::isEmpty);
        }
    }

    private static OrderLineReduced reduced(UUID order, String product, int wanted) {
        return new OrderLineReduced(
                order,
                new UUID(0, 1),
                null,
                1,
                product,
                "A",
                WEEK,
                Quantity.of(wanted + 1, "C62"),
                Quantity.of(wanted, "C62"),
                UnitPrice.of("1.00", "INR", 1),
                Money.of(wanted + ".00", "INR"),
                ReductionCause.PARTNER,
                false,
                "too many",
                Instant.EPOCH);
    }

    private BigDecimal openOrders(String product) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("select open_orders from demand_outlook where product = :product")
                                .bind("product", product)
                                .mapTo(BigDecimal.class)
                                .findOne()
                                .orElse(BigDecimal.ZERO)));
    }
}
