package coop.parasol.production.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Goods are of the week they are reserved for, in the outlook as in the allocation. */
@QuarkusTest
class ReservedGoodsOutlookTest {

    private static final Period WEEK = Period.parse("2026-W51");
    private static final Period NEXT = Period.parse("2026-W52");
    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    @Inject
    OnOrderAccepted onOrderAccepted;

    @Inject
    OnOrderAllocated onOrderAllocated;

    @Inject
    OnOrderCancelled onOrderCancelled;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    DemandOutlook outlook;

    @Test
    void goods_reserved_for_a_later_week_are_shown_to_it_and_to_no_earlier_one_until_they_leave() {
        String product = "P-" + UUID.randomUUID();
        UUID later = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            onOrderAllocated.on(allocated(later, 80), ENVELOPE);
            onOrderAccepted.on(accepted(later, product, 80, NEXT), ENVELOPE);
            onOrderAccepted.on(accepted(UUID.randomUUID(), product, 30, WEEK), ENVELOPE);
        });

        assertThat(uncovered(product, 80)).containsExactly(30L, 0L);
        QuarkusTransaction.requiringNew().run(() -> onShipmentDispatched.on(dispatched(later, product, 50), ENVELOPE));
        assertThat(uncovered(product, 30)).containsExactly(30L, 0L);
        QuarkusTransaction.requiringNew()
                .run(() -> onOrderCancelled.on(new OrderCancelled(later, new UUID(0, 1), "too late"), ENVELOPE));
        assertThat(uncovered(product, 30)).containsExactly(0L);
    }

    private List<Long> uncovered(String product, long certified) {
        return page(product).stream()
                .map(week -> week.netRequirement(BigDecimal.valueOf(certified))
                        .uncovered()
                        .longValueExact())
                .toList();
    }

    private static OrderAllocated allocated(UUID order, long quantity) {
        return new OrderAllocated(
                order,
                new UUID(0, 1),
                List.of(new Allocation(1, new UUID(0, 2), new UUID(0, 3), "L", Quantity.of(quantity, "C62"))),
                true);
    }

    private List<ProductWeek> page(String product) {
        return QuarkusTransaction.requiringNew().call(() -> outlook.page(product, null, WEEK, Position.FIRST, 10));
    }

    private static OrderAccepted accepted(UUID id, String product, long quantity, Period week) {
        Money price = Money.of("1.00", "INR");
        return new OrderAccepted(
                id,
                new UUID(0, 1),
                null,
                week,
                List.of(new OrderLine(1, product, "A", Quantity.of(quantity, "C62"), UnitPrice.of(price), price)),
                price,
                Instant.EPOCH);
    }

    private static ShipmentDispatched dispatched(UUID order, String product, long quantity) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                "089012340000000014",
                order,
                new UUID(0, 1),
                List.of(new ShippedGoods(
                        1,
                        product,
                        "A",
                        new UUID(0, 2),
                        new UUID(0, 3),
                        "L",
                        Quantity.of(quantity, "C62"),
                        UnitPrice.of("1.00", "INR", 1))),
                Instant.EPOCH);
    }
}
