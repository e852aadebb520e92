package coop.parasol.distribution.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation.Report;
import coop.parasol.distribution.order.Order;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The check reports each kind of fault, seeded by SQL and rolled back. */
@QuarkusTest
class CheckConservationTest {

    @Inject
    UseCases useCases;

    @Inject
    CheckConservation checkConservation;

    @Inject
    RunStockCheck runStockCheck;

    @Inject
    Jdbi jdbi;

    @Test
    void a_batch_whose_units_do_not_add_up() throws Exception {
        UUID batch = useCases.batch(useCases.product(), UUID.randomUUID(), 5, 9);

        assertReported(
                Report::batchesBroken,
                "alter table batch drop constraint batch_conserved",
                "update batch set on_hand = on_hand - 1 where batch_id = '" + batch + "'");
    }

    @Test
    void units_that_are_reserved_for_no_order() throws Exception {
        UUID batch = useCases.batch(useCases.product(), UUID.randomUUID(), 5, 9);

        assertReported(
                Report::reservationsBroken,
                "update batch set on_hand = on_hand - 1, reserved = reserved + 1 where batch_id = '" + batch + "'");
    }

    @Test
    void units_that_were_dispatched_in_no_shipment() throws Exception {
        UUID batch = useCases.batch(useCases.product(), UUID.randomUUID(), 5, 9);

        assertReported(
                Report::shipmentsBroken,
                "update batch set on_hand = on_hand - 1, dispatched = dispatched + 1 where batch_id = '" + batch + "'");
    }

    @Test
    void a_line_that_is_allocated_what_is_not_reserved() throws Exception {
        Order order = useCases.order(useCases.partner("100.00"), useCases.product(), 3);

        assertReported(
                Report::linesBroken,
                "update order_line set allocated = 1, back_ordered = 2 where order_id = '" + order.orderId() + "'");
    }

    @Test
    void a_partner_whose_debt_is_not_that_of_its_orders() throws Exception {
        UUID partner = useCases.partner("100.00");

        assertReported(
                Report::creditBroken,
                "update partner set exposure = exposure + 1 where partner_id = '" + partner + "'");
    }

    @Test
    void goods_that_lie_idle_while_an_order_waits() throws Exception {
        String product = useCases.product();
        useCases.order(useCases.partner("100.00"), product, 3);
        UUID member = UUID.randomUUID();
        useCases.execute("insert into producer (member_id) values (?)", member);

        assertReported(Report::stockIdle, """
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified,
                                   on_hand)
                values ('%1$s', '%1$s', '%1$s', '%2$s', 'L-1', 'A', 'C62', 'infinity', 3, 3)
                """.formatted(member, product));
    }

    @Test
    void goods_that_nobody_has_looked_for_in_time() throws Exception {
        Order order = useCases.order(useCases.partner("100.00"), useCases.product(), 3);

        assertReported(
                Report::allocationsLate,
                "update order_line set allocation_pending = true, pending_since = now() - interval '11 seconds'"
                        + " where order_id = '" + order.orderId() + "'");
    }

    @Test
    void a_line_that_is_allocated_twice() throws Exception {
        String product = useCases.product();
        useCases.batch(product, UUID.randomUUID(), 9, 9);
        Order order = useCases.order(useCases.partner("100.00"), product, 3);

        assertReported(
                Report::linesBroken,
                "update reservation set quantity = 2 * quantity where order_id = '" + order.orderId() + "'",
                "update batch set on_hand = on_hand - 3, reserved = reserved + 3 where product = '" + product + "'");
    }

    @Test
    void the_last_result_is_kept_with_its_time_and_a_new_check_replaces_it() {
        Instant first = QuarkusTransaction.requiringNew().call(() -> runStockCheck.run().checkedAt);
        long batches = lastReport().batches();
        useCases.batch(useCases.product(), UUID.randomUUID(), 5, 9);

        assertThat(lastReport().batches()).as("what was found last").isEqualTo(batches);
        Instant second = QuarkusTransaction.requiringNew().call(() -> runStockCheck.run().checkedAt);

        assertThat(lastReport().batches()).isEqualTo(batches + 1);
        assertThat(lastReport().conserved()).isTrue();
        assertThat(second).isAfter(first);
    }

    private static Report lastReport() {
        return QuarkusTransaction.requiringNew().call(() -> StockCheck.last().orElseThrow().report);
    }

    private void assertReported(ToLongFunction<Report> number, String... faults) throws Exception {
        Report sound = report();
        assertThat(sound.conserved()).as("before: " + sound).isTrue();
        Report faulty = report(faults);
        assertThat(number.applyAsLong(faulty)).as("with a fault: " + faulty).isEqualTo(1);
        assertThat(faulty.conserved()).isFalse();
    }

    private Report report(String... faults) throws Exception {
        return UseCases.rolledBack(() -> {
            for (String fault : faults) {
                jdbi.useHandle(handle -> handle.execute(fault));
            }
            return checkConservation.check();
        });
    }
}
