package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.rules.OrderState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What reserving, releasing and withdrawing do to batches, fair shares and the orders that wait. */
@QuarkusTest
class ReservationTest {

    @Inject
    UseCases useCases;

    @Inject
    ReservationRepository reservations;

    @Inject
    WithholdBatch withholdBatch;

    private final UUID member = UUID.randomUUID();

    @Test
    void a_reservation_moves_units_from_on_hand_to_reserved() {
        String product = useCases.product();
        UUID batch = useCases.batch(product, member, 10, 5);
        useCases.order(useCases.partner("1000.00"), product, 4);

        assertUnits(batch, "6", "4");
    }

    @Test
    void a_release_gives_all_of_it_back() {
        String product = useCases.product();
        UUID batch = useCases.batch(product, member, 10, 5);
        Order order = useCases.order(useCases.partner("1000.00"), product, 4);

        List<UnreservedUnits> released = inTransaction(() -> reservations.unreserveOrder(order.orderId()));

        assertThat(released).singleElement().satisfies(units -> {
            assertThat(units.orderId()).isEqualTo(order.orderId());
            assertThat(units.line()).isEqualTo(1);
            assertThat(units.goods()).isEqualTo(new ProductGrade(product, "A", UseCases.UNIT));
            assertThat(units.quantity()).isEqualByComparingTo("4");
        });
        assertUnits(batch, "10", "0");
        // the order's lines are no part of this statement; leave them as they would be after a cancellation
        useCases.execute("update order_line set allocated = 0, cancelled = 4 where order_id = ?", order.orderId());
    }

    @Test
    void only_what_is_out_of_date_is_released_as_expired() throws Exception {
        String product = useCases.product();
        UUID expiring = useCases.batch(product, member, 3, 1);
        UUID keeping = useCases.batch(product, member, 3, 5);
        Order order = useCases.order(useCases.partner("1000.00"), product, 6);

        assertThat(inTransaction(() -> reservations.unreserveExpired(
                        order.orderId(), useCases.today().plusDays(1))))
                .as("the last day of sale is a day of sale")
                .isEmpty();
        List<UnreservedUnits> released = UseCases.rolledBack(() ->
                reservations.unreserveExpired(order.orderId(), useCases.today().plusDays(2)));

        assertThat(released)
                .singleElement()
                .satisfies(units -> assertThat(units.quantity()).isEqualByComparingTo("3"));
        assertUnits(expiring, "0", "3");
        assertUnits(keeping, "0", "3");
    }

    @Test
    void orders_of_a_recalled_batch_get_other_goods_or_wait() {
        String product = useCases.product();
        UUID partner = useCases.partner("1000.00");
        UUID recalled = useCases.batch(product, member, 10, 2);
        Order first = useCases.order(partner, product, 6);
        Order second = useCases.order(partner, product, 4);
        UUID other = useCases.batch(product, member, 7, 9);

        withdraw(product, recalled, CertificateState.RECALLED);

        assertUnits(recalled, "10", "0");
        assertUnits(other, "0", "7");
        assertThat(useCases.find(first.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(second.orderId()).state()).isEqualTo(OrderState.PART_ALLOCATED);
    }

    @Test
    void goods_of_an_expired_certificate_are_reserved_for_nobody() {
        String product = useCases.product();
        UUID batch = useCases.batch(product, member, 5, 2);
        Order order = useCases.order(useCases.partner("1000.00"), product, 5);

        withdraw(product, batch, CertificateState.EXPIRED);

        assertUnits(batch, "5", "0");
        Order waiting = useCases.find(order.orderId());
        assertThat(waiting.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(waiting.lines().getFirst().backOrdered()).isEqualByComparingTo("5");
    }

    @Test
    void what_is_reserved_of_a_suspended_batch_stays_reserved_and_is_not_dispatched() throws Exception {
        String product = useCases.product();
        UUID suspended = useCases.batch(product, member, 4, 2);
        UUID certified = useCases.batch(product, member, 4, 9);
        Order order = useCases.order(useCases.partner("1000.00"), product, 6);
        inTransaction(() -> {
            withholdBatch.suspend(Map.of(suspended, product));
            return true;
        });

        List<DispatchedUnits> dispatched = UseCases.rolledBack(() -> reservations.dispatch(order.orderId()));

        assertThat(dispatched).singleElement().satisfies(units -> {
            assertThat(units.batchId()).isEqualTo(certified);
            assertThat(units.quantity()).isEqualByComparingTo("2");
            assertThat(units.owner()).isEqualTo(BatchOwner.MEMBER);
        });
        assertUnits(suspended, "0", "4");
    }

    @Test
    void goods_that_are_reinstated_go_to_the_oldest_order_that_waits() {
        String product = useCases.product();
        UUID partner = useCases.partner("1000.00");
        UUID batch = useCases.batch(product, member, 5, 9);
        inTransaction(() -> {
            withholdBatch.suspend(Map.of(batch, product));
            return true;
        });
        Order oldest = useCases.order(partner, product, 4);
        Order newer = useCases.order(partner, product, 4);
        assertThat(oldest.state()).isEqualTo(OrderState.ACCEPTED);

        inTransaction(() -> {
            withholdBatch.reinstate(Map.of(batch, product));
            return true;
        });
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(oldest.orderId()).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(newer.orderId()).lines().getFirst().allocated())
                .isEqualByComparingTo("1");
    }

    private void withdraw(String product, UUID batch, CertificateState state) {
        inTransaction(() -> {
            withholdBatch.withdraw(List.of(new WithholdBatch.Withdrawn(batch, product, member, UseCases.CAUSE)), state);
            return true;
        });
        useCases.awaitLookedFor(product);
    }

    private void assertUnits(UUID batch, String onHand, String reserved) {
        assertThat(useCases.batchUnits(batch, "on_hand")).as("on hand").isEqualByComparingTo(onHand);
        assertThat(useCases.batchUnits(batch, "reserved")).as("reserved").isEqualByComparingTo(reserved);
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
