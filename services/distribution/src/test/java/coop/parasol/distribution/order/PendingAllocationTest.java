package coop.parasol.distribution.order;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.WithholdBatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever many lines, batches and locks there are, goods go to who has waited longest, and nobody waits for ever. */
@QuarkusTest
class PendingAllocationTest {

    private static final Duration SOON = Duration.ofSeconds(8);

    @Inject
    UseCases useCases;

    @Inject
    ProductRepository products;

    @Inject
    WithholdBatch withholdBatch;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    CheckConservation checkConservation;

    @Inject
    Jdbi jdbi;

    private final UUID member = UUID.randomUUID();
    private String product = "";
    private UUID partner = new UUID(0, 0);

    @BeforeEach
    void a_product_and_a_partner() {
        product = useCases.product();
        partner = useCases.partner("1000000.00");
    }

    @Test
    void the_next_gets_the_goods_when_the_one_that_waited_first_is_cancelled() {
        UUID batch = useCases.batch(product, member, 5, 9);
        QuarkusTransaction.requiringNew().run(() -> withholdBatch.suspend(Map.of(batch, product)));
        UUID first = useCases.order(partner, product, 5).orderId();
        UUID next = useCases.order(partner, product, 5).orderId();

        QuarkusTransaction.requiringNew().run(() -> {
            withholdBatch.reinstate(Map.of(batch, product));
            cancelOrder.cancel(first, "not needed", UseCases.CAUSE);
        });

        awaitState(next, OrderState.ALLOCATED);
    }

    @Test
    void however_many_lines_of_a_locked_product_wait_they_hide_no_other_product() throws Exception {
        String free = useCases.product();
        useCases.batch(free, member, 5, 9);
        UUID order = UseCases.rolledBack(() -> {
            products.lock(List.of(product));
            useCases.place(partner, "PO-1", Collections.nCopies(500, product), 1);
            useCases.place(partner, "PO-2", Collections.nCopies(500, product), 1);
            UUID other = useCases.place(partner, "PO-3", List.of(free), 5);
            awaitState(other, OrderState.ALLOCATED);
            return other;
        });

        assertThat(useCases.find(order).state()).isEqualTo(OrderState.ALLOCATED);
    }

    @Test
    void goods_go_to_all_lines_that_wait_for_them_however_many() {
        UUID many = useCases.place(partner, "PO-1", Collections.nCopies(450, product), 1);
        UUID last = useCases.place(partner, "PO-2", List.of(product), 5);
        useCases.awaitLookedFor(product);

        useCases.batch(product, member, 452, 9);

        assertThat(useCases.find(many).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(last).lines().getFirst().allocated()).isEqualByComparingTo("2");
        assertThat(isConserved()).isTrue();
    }

    @Test
    void goods_in_however_many_batches_go_to_the_lines_that_wait_for_them() {
        UUID first = useCases.place(partner, "PO-1", List.of(product), 50);
        UUID second = useCases.place(partner, "PO-2", List.of(product), 60);
        UUID third = useCases.place(partner, "PO-3", List.of(product), 60);
        useCases.awaitLookedFor(product);
        useCases.execute("insert into producer (member_id) values (?) on conflict do nothing", member);
        useCases.execute("""
            insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified, on_hand)
            select gen_random_uuid(), gen_random_uuid()::text, ?, ?, 'L-' || day, 'A', 'C62', ?::date + day, 1, 1
              from generate_series(1, 119) as day
            """, member, product, useCases.today());

        useCases.batch(product, member, 1, 9);

        assertThat(useCases.find(first).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(second).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(third).lines().getFirst().allocated()).isEqualByComparingTo("10");
        assertThat(isConserved()).isTrue();
    }

    @Test
    void who_was_put_on_record_first_is_served_first_whatever_ids_and_clocks_say() throws Exception {
        UUID first = useCases.place(partner, "PO-1", List.of(product), 5);
        UUID second = useCases.place(partner, "PO-2", List.of(product), 5);
        useCases.awaitLookedFor(product);
        // as it is where the first has its id from an instance whose clock is behind
        useCases.execute("update order_line set queue_position = queue_position + 1000000 where order_id = ?", first);

        useCases.batch(product, member, 5, 9);

        assertThat(useCases.find(second).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(first).state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void stock_is_not_taken_by_a_later_week_while_an_earlier_one_waits_whoever_ordered_first() {
        Period week = Period.of(useCases.today());
        UUID nextYear = placeFor("PO-1", Period.of(week.monday().plusWeeks(53)));
        UUID later = placeFor("PO-2", Period.of(week.monday().plusWeeks(2)));
        UUID earlier = placeFor("PO-3", Period.of(week.monday().plusWeeks(1)));
        UUID alsoEarlier = placeFor("PO-4", Period.of(week.monday().plusWeeks(1)));
        useCases.awaitLookedFor(product);

        useCases.batch(product, member, 5, 9);
        awaitState(earlier, OrderState.ALLOCATED);
        assertThat(useCases.find(later).state()).isEqualTo(OrderState.ACCEPTED);

        useCases.batch(product, member, 10, 9);
        awaitState(alsoEarlier, OrderState.ALLOCATED);
        awaitState(later, OrderState.ALLOCATED);
        assertThat(useCases.find(nextYear).state()).isEqualTo(OrderState.ACCEPTED);
    }

    private UUID placeFor(String reference, Period week) {
        PlaceOrder.Request thisWeek = useCases.request(partner, reference, product, 5);
        PlaceOrder.Outcome outcome = useCases.place(
                new PlaceOrder.Request(
                        thisWeek.partnerId(), thisWeek.reference(), week, thisWeek.enteredBy(), thisWeek.lines()),
                Optional.empty());
        return ((PlaceOrder.Placed) outcome).order().orderId();
    }

    @Test
    void an_order_that_somebody_holds_delays_no_other_and_keeps_its_place() throws Exception {
        String other = useCases.product();
        UUID held = useCases.place(partner, "PO-1", List.of(product), 5);
        UUID younger = useCases.place(partner, "PO-2", List.of(product), 5);
        useCases.awaitLookedFor(product);
        useCases.batch(other, member, 5, 9);

        UseCases.rolledBack(() -> {
            jdbi.useHandle(
                    handle -> handle.execute("select 1 from sales_order where order_id = ? for no key update", held));
            useCases.certify(UUID.randomUUID(), product, member, 7, 9);
            awaitState(useCases.place(partner, "PO-3", List.of(other), 5), OrderState.ALLOCATED);
            awaitState(younger, OrderState.PART_ALLOCATED);
            return true;
        });
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(held).state()).isEqualTo(OrderState.ALLOCATED);
        assertThat(useCases.find(younger).lines().getFirst().allocated()).isEqualByComparingTo("2");
        assertThat(isConserved()).isTrue();
    }

    private void awaitState(UUID order, OrderState state) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> useCases.find(order).state() == state);
    }

    private boolean isConserved() {
        return QuarkusTransaction.requiringNew()
                .call(() -> checkConservation.check().conserved());
    }
}
