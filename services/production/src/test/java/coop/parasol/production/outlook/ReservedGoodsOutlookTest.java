package coop.parasol.production.outlook;

import static coop.parasol.production.outlook.OrderEvents.ENVELOPE;
import static coop.parasol.production.outlook.OrderEvents.PARTNER;
import static coop.parasol.production.outlook.OrderEvents.accepted;
import static coop.parasol.production.outlook.OrderEvents.dispatched;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Goods are of the week they are reserved for, in the outlook as in the allocation. */
@QuarkusTest
class ReservedGoodsOutlookTest {

    private static final Period WEEK = Period.parse("2026-W51");
    private static final Period NEXT = Period.parse("2026-W52");

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
            onOrderAccepted.on(accepted(later, PARTNER, product, NEXT, 80), ENVELOPE);
            onOrderAccepted.on(accepted(UUID.randomUUID(), PARTNER, product, WEEK, 30), ENVELOPE);
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
}
